"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Empty } from "@/app/ui/empty"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import { listedOf } from "@/lib/archive/input"
import type { CheckedDraft } from "@/lib/archive/queries"
import { LONGEST_REASON } from "@/lib/reports/input"
import { proposeArchiveAction, publishArchiveAction } from "./actions"
import { DraftList } from "./draft-list"
import { reasonField, withReason } from "./own-reason"
import { Ticked } from "./ticked"

/** One press for all that are ticked among `drafts`, after what it does has been said; says so where none is left. */
export function ArchiveForm({
  groupId,
  language,
  languages,
  reason,
  listed,
  two,
  isProposed,
  drafts,
  base,
  children,
}: {
  groupId: string
  language: string
  reason: string
  /** What the page of the last press listed. */
  listed: string
  /** Whether another co-chair has to publish what is only proposed here. */
  two: boolean
  /** Whether a proposal is open, whose place a new one takes. */
  isProposed: boolean
  languages: readonly { value: string; label: string }[]
  drafts: readonly CheckedDraft[]
  base: string
  /** What stands below the drafts. */
  children: ReactNode
}) {
  const t = useTranslations("archive")
  const [state, action] = useAnswered(two ? proposeArchiveAction : publishArchiveAction)
  const refused = state && !state.ok ? state : null
  // What another one changed or published meanwhile is shown, beside what is typed here; not where the line is
  // down, on which reading the page again would take it away.
  const isAnswered = refused?.code !== "no_answer" && refused?.code !== "failed"
  useFreshPage(isAnswered ? refused : null)
  // Several may lack the same: each link says of which report it speaks.
  const named = (fields: Readonly<Record<string, string>> = {}) => {
    const of = new Map(withReason(drafts).map((draft, place) => [reasonField(place), draft]))
    return Object.fromEntries(
      Object.entries(fields).map(([field, message]) => {
        const number = of.get(field)?.number
        return [field, number ? t("ofMeeting", { number, message }) : message]
      }),
    )
  }
  const refusal = refused ? (
    <ErrorSummary title={t("not")} message={refused.message} fields={named(refused.fields)} />
  ) : null
  if (drafts.length === 0)
    return (
      <>
        {refusal}
        <Empty title={t("none")}>{t("noneWhy")}</Empty>
      </>
    )
  return (
    <form action={action} className="stack" noValidate>
      {refusal}
      <input type="hidden" name="groupId" value={groupId} />
      <input type="hidden" name="listed" value={listedOf(drafts)} />
      <section id="reports" className="stack" aria-labelledby="drafts">
        <h2 id="drafts">{t(isProposed ? "anew" : "drafts")}</h2>
        {isProposed ? <p className="hint">{t("anewHint")}</p> : null}
        <DraftList {...{ drafts, listed, base, refused }} />
        {children}
      </section>
      <div className="form">
        <SelectField
          name="language"
          label={t("language")}
          defaultValue={refused?.entered?.language ?? language}
          choices={languages}
        />
        <TextArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          rows={3}
          maxLength={LONGEST_REASON}
          defaultValue={refused?.entered?.reason ?? reason}
          error={refused?.fields?.reason}
          optional
        />
        <p className="hint">{t(two ? "two" : "consequence")}</p>
        <div className="btns">
          <SubmitButton working={t(two ? "proposing" : "publishing")}>
            {t(two ? "propose" : "publish")}
          </SubmitButton>
          <Ticked drafts={drafts} />
        </div>
      </div>
    </form>
  )
}
