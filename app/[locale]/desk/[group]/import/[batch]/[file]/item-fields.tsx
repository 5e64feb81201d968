import { useTranslations } from "next-intl"
import type { ReactNode } from "react"
import { Checkbox } from "@/app/ui/checkbox"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import { coverages } from "@/lib/meetings/model"
import { itemsSent } from "./entered-items"
import type { FieldsProps } from "./fact-fields"

export type ItemValues = { id: string; title: string; coverage: string; depth: number }

const levels = ["0", "1", "2"] as const

/** One item of the agenda: its title and coverage, where it stands, and below it what was said. */
export function ItemFields({
  item,
  at,
  isNew = false,
  legend,
  entered,
  errors,
  children,
}: Pick<FieldsProps, "entered" | "errors"> & {
  item: ItemValues
  /** Its place in the form, from 0. */
  at: number
  isNew?: boolean
  legend: ReactNode
  children?: ReactNode
}) {
  const t = useTranslations("imports.field")
  const name = (field: string) => `agenda.${at}.${field}`
  // Where the form that was sent had it: others may have moved it meanwhile.
  const sent = itemsSent(entered).find(({ id }) => id === item.id)
  const value = (field: string, stored: string) =>
    (sent && entered?.[`agenda.${sent.at}.${field}`]) ?? stored
  const errorOf = (field: string) => errors?.[`agenda.${sent?.at ?? at}.${field}`]
  return (
    <fieldset className={`import-item level-${item.depth}`}>
      <legend className="legend">{legend}</legend>
      <input type="hidden" name={name("id")} value={item.id} />
      <TextField
        name={name("title")}
        label={t("itemTitle")}
        defaultValue={value("title", item.title)}
        error={errorOf("title")}
        optional={isNew}
      />
      <div className="row">
        <SelectField
          name={name("coverage")}
          label={t("coverage")}
          defaultValue={value("coverage", item.coverage)}
          choices={coverages.map((each) => ({ value: each, label: t(`covered.${each}`) }))}
        />
        <SelectField
          name={name("depth")}
          label={t("level")}
          defaultValue={value("depth", String(item.depth))}
          choices={levels.map((level) => ({ value: level, label: t(`levels.${level}`) }))}
        />
        <TextField
          name={name("place")}
          label={t("place")}
          type="number"
          min={0}
          max={1000}
          step="any"
          defaultValue={value("place", String(at + 1))}
          error={errorOf("place")}
        />
      </div>
      {isNew ? null : (
        <Checkbox
          name={name("remove")}
          label={t("remove")}
          defaultChecked={sent?.isRemoved ?? false}
        />
      )}
      {children}
    </fieldset>
  )
}
