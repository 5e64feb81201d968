"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { isLocale } from "@/lib/platform/locales"
import { dropProposalAction, publishMinutesAction } from "./actions"

/** What another co-chair sees of a proposal: the reasons that were given, and the press that publishes it. */
export function ProposalPanel({
  meetingId,
  by,
  own,
  stale,
  version,
  fields,
  reasons,
}: {
  meetingId: string
  by: string
  own: boolean
  /** Whether something changed since, so that it can only be proposed anew. */
  stale: boolean
  version: number
  /** What the proposal publishes, as its form sent it. */
  fields: Record<string, string>
  reasons: readonly { message: string; reason: string }[]
}) {
  const t = useTranslations("reviews.proposal")
  const p = useTranslations("publish")
  const [published, publish] = useActionState(publishMinutesAction, null)
  const [dropped, drop] = useActionState(dropProposalAction, null)
  const { language = "" } = fields
  const refused = [published, dropped].find((state) => state && !state.ok)
  return (
    <section className="panel pad stack" aria-labelledby="proposal">
      <h2 id="proposal">{t(own ? "own" : "title", { by, version })}</h2>
      {refused && !refused.ok ? (
        <ErrorSummary title={p("notPublished")} message={refused.message} />
      ) : null}
      <p className="hint">{t(stale ? "stale" : own ? "waits" : "exactly", { by })}</p>
      {isLocale(language) ? (
        <p>{p("publishedIn", { language: p(`languages.${language}`) })}</p>
      ) : null}
      {reasons.map(({ message, reason }) => (
        <p key={message} dir="auto">
          {t("reason", { message, reason })}
        </p>
      ))}
      {own || stale ? null : (
        <form action={publish} className="btns">
          {Object.entries(fields).map(([name, value]) => (
            <input type="hidden" key={name} name={name} value={value} />
          ))}
          <SubmitButton working={p("publishing")}>{p("publish", { version })}</SubmitButton>
        </form>
      )}
      <form action={drop} className="btns">
        <input type="hidden" name="meetingId" value={meetingId} />
        <SubmitButton kind="plain" working={t("dropping")}>
          {t(own ? "drop" : "decline")}
        </SubmitButton>
      </form>
    </section>
  )
}
