"use client"

import { useTranslations } from "next-intl"
import { type Choice, SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { documentLimits } from "@/lib/documents/model"

/** What the fields of a document show; as they are sent. */
export type FactFields = Record<"title" | "kind" | "language" | "responsibleId" | "origin", string>

export type FactChoices = Record<
  "kind" | "language" | "responsibleId" | "origin",
  readonly Choice[]
>

/** Title, kind, language, who looks after it, and what asked for it. */
export function DocumentFields({
  values,
  choices,
  errors,
}: {
  values: FactFields
  choices: FactChoices
  errors: Readonly<Record<string, string>> | undefined
}) {
  const t = useTranslations("documents.form")
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        defaultValue={values.title}
        maxLength={documentLimits.title}
        error={errors?.title}
      />
      <div className="row">
        {(["kind", "language"] as const).map((name) => (
          <SelectField
            key={name}
            name={name}
            label={t(name)}
            choices={choices[name]}
            defaultValue={values[name]}
            error={errors?.[name]}
          />
        ))}
      </div>
      {(["responsibleId", "origin"] as const).map((name) => (
        <SelectField
          key={name}
          name={name}
          label={t(name)}
          hint={t(`${name}Hint`)}
          choices={choices[name]}
          defaultValue={values[name]}
          error={errors?.[name]}
          optional
        />
      ))}
    </>
  )
}
