"use client"

import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { attendanceKinds } from "@/lib/meetings/model"

/** Somebody who is not in the register yet; nobody as long as the name is empty. */
export function NewcomerFields({
  entered,
  errors,
  known,
}: {
  entered: Record<string, string> | undefined
  errors: Record<string, string> | undefined
  /** Whether the register has somebody of that name. */
  known: boolean
}) {
  const t = useTranslations("meetings.attendance")
  const text = (field: string) => ({
    name: `newcomer.${field}`,
    defaultValue: entered?.[`newcomer.${field}`] ?? "",
    error: errors?.[`newcomer.${field}`],
    autoComplete: "off",
    required: false,
  })
  const kind = entered?.["newcomer.kind"] ?? "present"
  return (
    <fieldset className="panel newcomer">
      <legend>{t("newTitle")}</legend>
      <div className="row">
        <TextField {...text("name")} label={t("newName")} />
        <TextField {...text("organisation")} label={t("newOrganisation")} />
        <TextField {...text("capacity")} label={t("newCapacity")} />
        <SelectField
          key={kind}
          name="newcomer.kind"
          label={t("newKind")}
          choices={attendanceKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          defaultValue={kind}
        />
      </div>
      {known ? (
        <Checkbox
          name="newcomer.another"
          label={t("another")}
          defaultChecked={entered?.["newcomer.another"] === "on"}
        />
      ) : null}
    </fieldset>
  )
}
