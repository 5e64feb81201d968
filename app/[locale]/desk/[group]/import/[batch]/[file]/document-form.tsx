"use client"

import { useTranslations } from "next-intl"
import { useActionState } from "react"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import type { ActionResult } from "@/lib/platform/action"
import { changeKindAction, discardImportAction, saveDocumentAction } from "../../actions"
import { useNewest } from "./newest-answer"

/** Keeps a file under a title as a document, has it read as a report of a meeting, or puts it aside. */
export function DocumentForm({
  fileId,
  revision,
  title,
}: {
  fileId: string
  revision: number
  title: string
}) {
  const t = useTranslations("imports")
  const [saved, save] = useActionState(saveDocumentAction, null)
  const [discarded, discard] = useActionState(discardImportAction, null)
  const [changed, change] = useActionState(changeKindAction, null)
  const newest = useNewest<ActionResult<unknown>>([saved, discarded, changed])
  const refused = newest && !newest.ok ? newest : null
  const not = newest === saved ? "notKept" : newest === changed ? "notChanged" : "notDiscarded"
  return (
    <form action={save} className="stack form">
      {refused ? (
        <ErrorSummary title={t(`file.${not}`)} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="fileId" value={fileId} />
      <input type="hidden" name="revision" value={revision} />
      <TextField
        name="title"
        label={t("document.title")}
        defaultValue={refused?.entered?.title ?? title}
        error={refused?.fields?.title}
      />
      <div className="btns">
        <SubmitButton working={t("document.saving")}>{t("document.save")}</SubmitButton>
        <SubmitButton
          name="kind"
          value="report"
          kind="plain"
          working={t("file.changing")}
          formAction={change}
          formNoValidate
        >
          {t("file.isReport")}
        </SubmitButton>
        <SubmitButton
          kind="quiet"
          working={t("file.discarding")}
          formAction={discard}
          formNoValidate
        >
          {t("file.discard")}
        </SubmitButton>
      </div>
    </form>
  )
}
