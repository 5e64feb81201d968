"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { saveBatchAction } from "../actions"

/** Has everything saved that is still open; the progress and the list of results say what became of it. */
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
  return (
    <form action={action} className="stack save-batch">
      {state && !state.ok ? (
        <ErrorSummary title={t("notSaved")} message={state.message} fields={state.fields} />
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
