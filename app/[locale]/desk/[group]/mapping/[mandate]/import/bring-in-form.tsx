"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { keepSheetAction } from "./actions"

/** Chooses a file; what it would change is shown on a page of its own. */
export function BringInForm({ mappingId, base }: { mappingId: string; base: string }) {
  const t = useTranslations("mapping.sheets")
  const [state, action] = useAnswered(keepSheetAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notRead")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="mappingId" value={mappingId} />
      <input type="hidden" name="base" value={base} />
      <TextField
        name="file"
        type="file"
        accept=".xlsx,.csv,.tsv,.txt,.docx,.json"
        label={t("file")}
        hint={t("fileHint")}
        error={refused?.fields?.file}
      />
      <div className="btns">
        <SubmitButton working={t("reading")}>{t("read")}</SubmitButton>
      </div>
    </form>
  )
}
