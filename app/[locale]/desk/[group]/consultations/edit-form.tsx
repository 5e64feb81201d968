"use client"

import { useTranslations } from "next-intl"
import { useEffect, useState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"
import { useDraft } from "../comments/use-draft"
import { useTyping } from "../comments/use-typing"
import { UnsentWords } from "./unsent-words"

export type EditAction = (
  before: ActionResult<{ waiting: boolean }> | null,
  form: FormData,
) => Promise<ActionResult<{ waiting: boolean }>>

/**
 * Other words for one's own comment, behind a fold, kept while they are typed. While none are `taken` it only shows those that came
 * too late, so that they can be copied.
 */
export function EditForm({
  action: edit,
  hidden,
  taken,
  commentId,
  text,
  drafts,
  draft,
}: {
  action: EditAction
  hidden: Readonly<Record<string, string>>
  taken: boolean
  commentId: string
  text: string
  /** The address at which what is typed is kept, and what was kept there before. */
  drafts: string
  draft: string | undefined
}) {
  const t = useTranslations("consultations.own")
  const d = useTranslations("comments.form")
  const [state, action] = useAnswered(edit)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
  // A page that is read again may bring a newer draft; what is being written keeps the first.
  const [first] = useState(draft)
  const { typed, pause, settle, state: kept } = useDraft(drafts)
  useEffect(() => settle(state), [settle, state])
  const typing = useTyping((form) =>
    typed({ ...hidden, commentId, text: String(new FormData(form).get("text") ?? "") }),
  )
  const begun = state === null ? first : undefined
  const isKept = kept === "kept" || (kept === "untouched" && begun !== undefined)
  const words = refused?.entered?.text
  const id = `edit-${commentId}`
  const errors = refused?.fields?.text ? { [id]: refused.fields.text } : undefined
  const said = refused ? (
    <ErrorSummary title={t("notEdited")} message={refused.message} fields={errors} />
  ) : null
  if (!taken)
    return said ? (
      <>
        {said}
        <UnsentWords text={words} />
      </>
    ) : null
  return (
    <details
      className="quiet-details"
      key={text}
      open={refused !== null || begun !== undefined || undefined}
    >
      <summary>{t("edit")}</summary>
      <form action={action} className="stack" noValidate onSubmit={pause} {...typing}>
        {said}
        {Object.entries({ ...hidden, commentId }).map(([name, value]) => (
          <input type="hidden" key={name} name={name} value={value} />
        ))}
        <TextArea
          name="text"
          id={id}
          label={t("editWords")}
          hint={t("editHint")}
          rows={6}
          defaultValue={words ?? begun ?? text}
          error={refused?.fields?.text}
        />
        <div className="btns">
          <SubmitButton kind="plain" small working={t("saving")}>
            {t("save")}
          </SubmitButton>
          <span className="hint" aria-live="polite">
            {kept === "lost" ? d("draftLost") : isKept ? d("draftKept") : null}
          </span>
        </div>
      </form>
    </details>
  )
}
