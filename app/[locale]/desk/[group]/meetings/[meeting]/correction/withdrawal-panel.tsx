"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { dropWithdrawalAction, withdrawReportAction } from "./actions"

/** What another co-chair sees of a proposal to withdraw: the reason, and the press that withdraws the report. */
export function WithdrawalPanel({
  meetingId,
  version,
  by,
  own,
  stale,
  reason,
}: {
  meetingId: string
  version: number
  by: string
  own: boolean
  /** Whether another version is the newest by now, so that it can only be proposed anew. */
  stale: boolean
  reason: string
}) {
  const t = useTranslations("corrections.proposal")
  const w = useTranslations("corrections.withdraw")
  const r = useTranslations("reviews.proposal")
  const [withdrawn, withdraw] = useActionState(withdrawReportAction, null)
  const [dropped, drop] = useActionState(dropWithdrawalAction, null)
  const refused = [withdrawn, dropped].find((state) => state && !state.ok)
  return (
    <section className="panel pad stack" aria-labelledby="proposal">
      <h2 id="proposal">{t(own ? "own" : "title", { by, version })}</h2>
      {refused && !refused.ok ? <ErrorSummary title={w("not")} message={refused.message} /> : null}
      <blockquote className="reason">
        <p dir="auto">{reason}</p>
      </blockquote>
      <p className="hint">{t(stale ? "stale" : own ? "waits" : "exactly", { by })}</p>
      {own || stale ? null : (
        <form action={withdraw} className="btns">
          <input type="hidden" name="meetingId" value={meetingId} />
          <input type="hidden" name="version" value={version} />
          <input type="hidden" name="reason" value={reason} />
          <SubmitButton kind="danger" working={w("working")}>
            {w("button")}
          </SubmitButton>
        </form>
      )}
      <form action={drop} className="btns">
        <input type="hidden" name="meetingId" value={meetingId} />
        <SubmitButton kind="plain" working={r("dropping")}>
          {r(own ? "drop" : "decline")}
        </SubmitButton>
      </form>
    </section>
  )
}
