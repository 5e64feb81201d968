"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { dropArchiveProposalAction, publishArchiveAction } from "./actions"

/** What a co-chair sees of a proposal for the archive: its reports, its reason, and the press that publishes it. */
export function ArchiveProposalPanel({
  groupId,
  by,
  own,
  stale,
  count,
  lines,
  chosen,
  language,
  languageName,
  reason,
}: {
  groupId: string
  by: string
  own: boolean
  stale: boolean
  count: number
  /** What the reports are called that are still drafts. */
  lines: readonly { meetingId: string; words: string }[]
  /** The reports as a form sends them. */
  chosen: readonly string[]
  language: string
  languageName: string
  reason: string
}) {
  const t = useTranslations("archive")
  const p = useTranslations("archive.proposal")
  const [published, publish] = useActionState(publishArchiveAction, null)
  const [dropped, drop] = useActionState(dropArchiveProposalAction, null)
  const refused = [published, dropped].find((state) => state && !state.ok)
  return (
    <section className="panel pad stack" aria-labelledby="proposal">
      <h2 id="proposal">{p(own ? "own" : "title", { by, count })}</h2>
      {refused && !refused.ok ? (
        <ErrorSummary title={t("not")} message={refused.message} fields={refused.fields} />
      ) : null}
      <p className="hint">{p(stale ? "stale" : own ? "waits" : "exactly", { by })}</p>
      <ul>
        {lines.map(({ meetingId, words }) => (
          <li key={meetingId} dir="auto">
            {words}
          </li>
        ))}
      </ul>
      <p>{p("language", { language: languageName })}</p>
      {reason ? <p dir="auto">{p("reason", { reason })}</p> : null}
      {own || stale ? null : (
        <form action={publish} className="btns">
          <input type="hidden" name="groupId" value={groupId} />
          <input type="hidden" name="language" value={language} />
          <input type="hidden" name="reason" value={reason} />
          {chosen.map((one) => (
            <input type="hidden" key={one} name="reports" value={one} />
          ))}
          <SubmitButton working={t("publishing")}>{p("publish", { count })}</SubmitButton>
        </form>
      )}
      <form action={drop} className="btns">
        <input type="hidden" name="groupId" value={groupId} />
        <SubmitButton kind="plain" working={p("dropping")}>
          {p(own ? "drop" : "decline")}
        </SubmitButton>
      </form>
    </section>
  )
}
