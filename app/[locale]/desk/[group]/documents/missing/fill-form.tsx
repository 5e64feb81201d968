"use client"

import { useTranslations } from "next-intl"
import { ErrorSummary } from "@/app/ui/error-summary"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { SubmitButton } from "@/app/ui/submit-button"
import { TextField } from "@/app/ui/text-field"
import { useAnswered } from "@/app/ui/use-answered"
import { fillMissingAction } from "../actions"

/** Puts a document of the group, or an address elsewhere, where a text misses one. */
export function FillForm({
  missingId,
  label,
  documents,
}: {
  missingId: string
  label: string
  documents: readonly Choice[]
}) {
  const t = useTranslations("documents.missing")
  const [state, action] = useAnswered(fillMissingAction)
  const refused = state && !state.ok ? state : null
  return (
    <form action={action} className="form" noValidate>
      {refused ? <ErrorSummary title={t("notFilled")} message={refused.message} /> : null}
      <input type="hidden" name="missingId" value={missingId} />
      <SelectField
        id={`document-${missingId}`}
        name="documentId"
        label={t("document")}
        choices={[{ value: "", label: t("choose") }, ...documents]}
        defaultValue={refused?.entered?.documentId ?? ""}
        error={refused?.fields?.documentId}
        optional
      />
      <TextField
        id={`href-${missingId}`}
        name="href"
        type="url"
        label={t("href")}
        defaultValue={refused?.entered?.href ?? ""}
        error={refused?.fields?.href}
        optional
      />
      <div className="btns">
        <SubmitButton kind="plain" working={t("filling")}>
          {t("fillOne", { label })}
        </SubmitButton>
      </div>
    </form>
  )
}
