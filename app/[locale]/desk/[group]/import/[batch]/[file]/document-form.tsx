"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { useNewest } from "@/app/ui/newest-answer"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import type { ActionResult } from "@/lib/platform/action"
import { changeKindAction, discardImportAction, saveDocumentAction } from "../../actions"

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
  const [saved, save] = useAnswered(saveDocumentAction)
  const [discarded, discard] = useAnswered(discardImportAction)
  const [changed, change] = useAnswered(changeKindAction)
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
