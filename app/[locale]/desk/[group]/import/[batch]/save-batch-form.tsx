"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { saveBatchAction } from "../batch-actions"

/** Has everything saved that is still open; the progress and the list of results say what became of it. */
export function SaveBatchForm({
  slug,
  batchId,
  open,
  questions,
}: {
  slug: string
  batchId: string
  open: { files: number; unsettled: number }
  /** About people, without an answer. */
  questions: number
}) {
  const t = useTranslations("imports.batch")
  const [state, action] = useAnswered(saveBatchAction)
  return (
    <form action={action} className="stack save-batch">
      {state && !state.ok ? (
        <ErrorSummary title={t("notSaved")} message={state.message} fields={state.fields} />
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="batchId" value={batchId} />
      {open.files > 0 ? (
        <div className="act-bar">
          <span>
            {t.rich("unsettled", {
              count: open.unsettled,
              questions,
              b: (words) => <b>{words}</b>,
            })}{" "}
            <span className="muted">{t("later")}</span>
          </span>
          <div className="end btns">
            <SubmitButton kind="plain" working={t("saving")}>
              {t("save", { count: open.files })}
            </SubmitButton>
          </div>
        </div>
      ) : null}
    </form>
  )
}
