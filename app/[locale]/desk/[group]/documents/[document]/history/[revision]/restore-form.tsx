"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { restoreDocumentAction } from "../../../actions"

/** Brings an older text back, as a new revision. `base` is the newest that this page knows of. */
export function RestoreForm({
  documentId,
  number,
  base,
}: {
  documentId: string
  number: number
  base: number
}) {
  const t = useTranslations("documents.versions")
  const [state, action] = useActionState(restoreDocumentAction, null)
  return (
    <form action={action} className="stack">
      {state && !state.ok ? (
        <ErrorSummary title={t("notRestored")} message={state.message} />
      ) : null}
      <input type="hidden" name="documentId" value={documentId} />
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="base" value={base} />
      <div className="btns">
        <SubmitButton kind="plain" working={t("restoring")}>
          {t("restore")}
        </SubmitButton>
        <span className="small muted">{t("restoreLead")}</span>
      </div>
    </form>
  )
}
