"use client"

import { useTranslations } from "next-intl"
import { TextArea, TextField } from "@/app/ui/text-field"
import { mappingLimits as limits } from "@/lib/mapping/model"

/** What an area is called, by the group and by others. `prefix` keeps ids apart on a page. */
export function AreaFields({
  prefix,
  values,
  errors,
}: {
  prefix: string
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("mapping.desk.areas")
  return (
    <>
      <TextField
        name="title"
        id={`${prefix}title`}
        label={t("name")}
        defaultValue={values.title ?? ""}
        error={errors?.title}
        maxLength={limits.title}
      />
      <TextArea
        name="aliases"
        id={`${prefix}aliases`}
        label={t("aliases")}
        hint={t("aliasesHint")}
        rows={3}
        defaultValue={values.aliases ?? ""}
        error={errors?.aliases}
        optional
      />
    </>
  )
}
