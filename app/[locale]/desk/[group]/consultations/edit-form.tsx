"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextArea } from "@/app/ui/text-field"
import { useFreshPage } from "@/app/ui/use-fresh-page"
import type { ActionResult } from "@/lib/platform/action"
import { UnsentWords } from "./unsent-words"

export type EditAction = (
  before: ActionResult<{ waiting: boolean }> | null,
  form: FormData,
) => Promise<ActionResult<{ waiting: boolean }>>

/**
 * Other words for one's own comment, behind a fold. While none are `taken` it only shows those that came
 * too late, so that they can be copied.
 */
export function EditForm({
  action: edit,
  hidden,
  taken,
  commentId,
  text,
}: {
  action: EditAction
  hidden: Readonly<Record<string, string>>
  taken: boolean
  commentId: string
  text: string
}) {
  const t = useTranslations("consultations.own")
  const [state, action] = useActionState(edit, null)
  useFreshPage(state?.ok ? state : null)
  const refused = state && !state.ok ? state : null
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
    <details className="quiet-details" key={text} open={refused !== null || undefined}>
      <summary>{t("edit")}</summary>
      <form action={action} className="stack" noValidate>
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
          defaultValue={words ?? text}
          error={refused?.fields?.text}
        />
        <div className="btns">
          <SubmitButton kind="plain" small working={t("saving")}>
            {t("save")}
          </SubmitButton>
        </div>
      </form>
    </details>
  )
}
