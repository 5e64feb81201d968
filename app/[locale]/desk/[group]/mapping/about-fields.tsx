"use client"

import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { TextArea } from "@/app/ui/text-field"
import { mappingLimits as limits } from "@/lib/mapping/model"

/** What a mapping is for, what belongs in it, and how often an edition of it is due. */
export function AboutFields({
  values,
  errors,
}: {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("mapping.desk.about")
  return (
    <>
      {(["goal", "rule"] as const).map((name) => (
        <TextArea
          key={name}
          name={name}
          label={t(name)}
          hint={t(`hint.${name}`)}
          rows={5}
          defaultValue={values[name] ?? ""}
          error={errors?.[name]}
          maxLength={limits.text}
          required={false}
        />
      ))}
      <SelectField
        name="months"
        label={t("months")}
        choices={["4", "5", "6"].map((value) => ({
          value,
          label: t("everyMonths", { months: Number(value) }),
        }))}
        defaultValue={values.months ?? "6"}
        error={errors?.months}
      />
    </>
  )
}
