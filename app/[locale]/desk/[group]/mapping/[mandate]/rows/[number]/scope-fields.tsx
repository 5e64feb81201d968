"use client"

import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { TextArea } from "@/app/ui/text-field"
import { mappingLimits as limits, scopes } from "@/lib/mapping/model"

/** Whether the row belongs in the mapping, and why: for co-chairs. */
export function ScopeFields({
  values,
  errors,
}: {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("mapping.desk.row")
  const m = useTranslations("mapping")
  return (
    <>
      <SelectField
        name="scope.scope"
        label={m("field.scope")}
        choices={scopes.map((value) => ({ value, label: m(`scope.${value}`) }))}
        defaultValue={values["scope.scope"] ?? "proposed"}
        error={errors?.["scope.scope"]}
      />
      <TextArea
        name="scope.reason"
        label={t("scopeReason")}
        hint={t("scopeReasonHint")}
        rows={2}
        defaultValue={values["scope.reason"] ?? ""}
        error={errors?.["scope.reason"]}
        maxLength={limits.reason}
        required={false}
      />
    </>
  )
}
