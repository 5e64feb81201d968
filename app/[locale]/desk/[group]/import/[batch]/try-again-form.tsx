"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { tryImportAgainAction } from "../batch-actions"

/** Has a file read again whose reading took too long or too much. */
export function TryAgainForm({
  fileId,
  revision,
  name,
}: {
  fileId: string
  revision: number
  /** Of the file, as many stand in one list. */
  name: string
}) {
  const t = useTranslations("imports.results")
  const [state, action] = useAnswered(tryImportAgainAction)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? <ErrorSummary title={t("notTried")} message={state.message} /> : null}
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="revision" value={revision} />
      <div className="btns">
        <SubmitButton kind="plain" small working={t("trying")} aria-label={t("tryOf", { name })}>
          {t("try")}
        </SubmitButton>
      </div>
    </form>
  )
}
