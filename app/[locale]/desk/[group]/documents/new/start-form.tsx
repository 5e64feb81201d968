"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { ErrorSummary } from "@/app/ui/error-summary"
import { SubmitButton } from "@/app/ui/submit-button"
import { useAnswered } from "@/app/ui/use-answered"
import { startDocumentAction } from "../actions"
import { DocumentFields, type FactChoices, type FactFields } from "../document-fields"

/** Begins a document: what is said of it, and whether it begins with the usual headings. */
export function StartForm({
  groupId,
  choices,
  values,
}: {
  groupId: string
  choices: FactChoices
  values: FactFields
}) {
  const t = useTranslations("documents.form")
  const [state, action] = useAnswered(startDocumentAction)
  const refused = state && !state.ok ? state : null
  const entered = refused?.entered
  return (
    <form action={action} className="form" noValidate>
      {refused ? (
        <ErrorSummary title={t("notStarted")} message={refused.message} fields={refused.fields} />
      ) : null}
      <input type="hidden" name="groupId" value={groupId} />
      <DocumentFields
        values={{ ...values, ...entered }}
        choices={choices}
        errors={refused?.fields}
      />
      <Checkbox
        name="template"
        label={t("template")}
        hint={t("templateHint")}
        defaultChecked={entered ? entered.template === "on" : true}
      />
      <div className="btns">
        <SubmitButton working={t("starting")}>{t("start")}</SubmitButton>
      </div>
    </form>
  )
}
