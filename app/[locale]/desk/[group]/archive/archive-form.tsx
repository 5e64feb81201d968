"use client"

import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { CheckedDraft } from "@/lib/archive/queries"
import { LONGEST_REASON } from "@/lib/reports/input"
import { proposeArchiveAction, publishArchiveAction } from "./actions"
import { DraftList } from "./draft-list"

/** One press for all that are ticked among `drafts`, after what it does has been said. */
export function ArchiveForm({
  groupId,
  language,
  languages,
  reason,
  two,
  drafts,
  base,
  children,
}: {
  groupId: string
  language: string
  reason: string
  /** Whether another co-chair has to publish what is only proposed here. */
  two: boolean
  languages: readonly { value: string; label: string }[]
  drafts: readonly CheckedDraft[]
  base: string
  /** What stands below the drafts. */
  children: ReactNode
}) {
  const t = useTranslations("archive")
  const [state, action] = useAnswered(two ? proposeArchiveAction : publishArchiveAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="stack" noValidate>
      {refused ? (
        <ErrorSummary title={t("not")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <div id="reports">
        <DraftList {...{ drafts, base, refused }} />
        {children}
      </div>
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
      </div>
    </form>
  )
}
