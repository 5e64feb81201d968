import { useTranslations } from "next-intl"
import { Checkbox } from "@/app/ui/checkbox"
import { TextArea, TextField } from "@/app/ui/text-field"
import type { PersonFacts } from "@/lib/people/facts"
import { longestName } from "@/lib/people/model"
import { StakeholderField } from "../stakeholder-field"

const parts = ["organisation", "capacity", "since", "until"] as const
type Part = (typeof parts)[number]

/** Empty rows that stand ready for a new affiliation. */
const spare = 1

/** The fields of a person, as they are or as they were entered. */
export function PersonFields({
  person,
  entered,
  errors = {},
}: {
  person: PersonFacts
  entered?: Record<string, string> | undefined
  errors?: Record<string, string> | undefined
}) {
  const t = useTranslations("people")
  const rows = entered
    ? Object.keys(entered).filter((name) => name.endsWith(".organisation")).length
    : person.affiliations.length + spare
  const field = (row: number, part: Part) => ({
    name: `affiliations.${row}.${part}`,
    label: t(`field.${part}`),
    defaultValue: entered
      ? entered[`affiliations.${row}.${part}`]
      : (person.affiliations[row]?.[part] ?? ""),
    error: errors[`affiliations.${row}.${part}`],
    required: false,
  })
  return (
    <>
      <TextField
        name="name"
        label={t("field.name")}
        defaultValue={entered?.name ?? person.name}
        hint={t("hint.rename")}
        error={errors.name}
        maxLength={longestName}
      />
      <StakeholderField value={entered?.stakeholderGroup ?? person.stakeholderGroup} />
      <Checkbox
        name="throughout"
        label={t("field.throughout")}
        hint={t("hint.throughout")}
        defaultChecked={entered?.throughout === "on"}
      />
      <TextArea
        name="aliases"
        label={t("field.aliases")}
        hint={t("hint.aliases")}
        defaultValue={entered?.aliases ?? person.aliases.join("\n")}
        error={errors.aliases}
        rows={3}
        optional
      />
      {Array.from({ length: rows }, (_, row) => {
        const key = `${row}`
        return (
          <fieldset key={key} className="affiliation">
            <legend className="legend">
              {row < person.affiliations.length
                ? t("affiliation", { number: row + 1 })
                : t("newAffiliation")}
            </legend>
            <div className="row">
              <TextField {...field(row, "organisation")} maxLength={200} />
              <TextField {...field(row, "capacity")} maxLength={200} />
            </div>
            <div className="row">
              <TextField {...field(row, "since")} type="date" />
              <TextField {...field(row, "until")} type="date" />
            </div>
          </fieldset>
        )
      })}
      <p className="hint">{t("hint.affiliations")}</p>
    </>
  )
}
