"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { takeNumbersAction } from "../batch-actions"

type Props = {
  slug: string
  batchId: string
  /** Reports that print no number, with one that was counted for each. */
  count: number
  /** What stands for the numbers that are shown. */
  shown: string
}

/** One press gives the reports that print no number the ones that the order of time proposes. */
export function TakeNumbersForm({ slug, batchId, count, shown }: Props) {
  const t = useTranslations("imports.batch")
  const [state, action] = useAnswered(takeNumbersAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notTaken")} message={state.message} fields={state.fields} />
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="batchId" value={batchId} />
      <input type="hidden" name="shown" value={shown} />
      {count > 0 ? (
        <div className="act-bar">
          <span>{t("counted", { count })}</span>
          <div className="end btns">
            <SubmitButton kind="plain" working={t("taking")}>
              {t("takeCounted", { count })}
            </SubmitButton>
          </div>
        </div>
      ) : null}
    </form>
  )
}
