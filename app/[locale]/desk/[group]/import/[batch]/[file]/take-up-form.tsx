"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { takeUpImportAction } from "../../actions"

/** Takes a file up again that was put aside. */
export function TakeUpForm({ fileId, revision }: { fileId: string; revision: number }) {
  const t = useTranslations("imports.file")
  const [state, action] = useAnswered(takeUpImportAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("notTakenUp")} message={state.message} /> : null}
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="revision" value={revision} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("takingUp")}>
          {t("takeUp")}
        </SubmitButton>
      </div>
    </form>
  )
}
