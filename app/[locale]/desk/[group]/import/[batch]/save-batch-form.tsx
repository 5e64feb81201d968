"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { Notice } from "@/app/ui/notice"
import { SubmitButton } from "@/app/ui/submit-button"
import { saveBatchAction } from "../actions"

/** Saves everything that is still open at once, and says which file could not be saved and why. */
export function SaveBatchForm({
  slug,
  batchId,
  open,
}: {
  slug: string
  batchId: string
  open: number
}) {
  const t = useTranslations("imports.batch")
  const [state, action] = useActionState(saveBatchAction, null)
  const refused = state?.ok ? state.data.refused : []
  return (
    <form action={action} className="stack save-batch">
      {state && !state.ok ? (
        <ErrorSummary title={t("notSaved")} message={state.message} fields={state.fields} />
      ) : null}
      {state?.ok && state.data.saved > 0 ? (
        <Notice kind="ok" title={t("saved", { count: state.data.saved })} announce />
      ) : null}
      {refused.length > 0 ? (
        <Notice kind="bad" title={t("someNotSaved", { count: refused.length })} announce>
          <ul>
            {refused.map(({ file, why }) => (
              <li key={file}>
                {file}: {why}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="batchId" value={batchId} />
      {open > 0 ? (
        <div className="btns">
          <SubmitButton kind="plain" working={t("saving")}>
            {t("save", { count: open })}
          </SubmitButton>
        </div>
      ) : null}
    </form>
  )
}
