import { useTranslations } from "next-intl"
import { SelectField } from "@/app/ui/select-field"
import { TextArea, TextField } from "@/app/ui/text-field"
import type { FieldsProps } from "./fact-fields"

const coverages = ["discussed", "no-update", "not-reached", "not-recorded"] as const

/** The agenda, and under each item what was said, in the plain form of the minutes. */
export function SectionFields({ form: { opening, items, closing }, entered, errors }: FieldsProps) {
  const t = useTranslations("imports.field")
  const rows = (text: string) =>
    Math.min(Math.max(Math.ceil(text.length / 70) + text.split("\n").length, 2), 18)
  const area = ({ id, text }: { id: string; text: string }, label: string) => (
    <TextArea
      name={`sections.${id}`}
      label={label}
      rows={rows(text)}
      defaultValue={entered?.[`sections.${id}`] ?? text}
      error={errors?.[`sections.${id}`]}
      optional
    />
  )
  return (
    <section className="panel" aria-labelledby="text">
      <h2 id="text">{t("text")}</h2>
      <p className="hint">{t("textHint")}</p>
      <div className="stack">
        {area(opening, t("opening"))}
        {items.map((item, place) => (
          <fieldset
            key={item.id}
            className="stack"
            style={{ marginInlineStart: `${item.depth * 1.5}rem` }}
          >
            <legend className="legend">{t("item", { label: item.label })}</legend>
            <input type="hidden" name={`agenda.${place}.id`} value={item.id} />
            <div className="row">
              <TextField
                name={`agenda.${place}.title`}
                label={t("itemTitle")}
                defaultValue={entered?.[`agenda.${place}.title`] ?? item.title}
                error={errors?.[`agenda.${place}.title`]}
              />
              <SelectField
                name={`agenda.${place}.coverage`}
                label={t("coverage")}
                defaultValue={entered?.[`agenda.${place}.coverage`] ?? item.coverage}
                choices={coverages.map((value) => ({ value, label: t(`covered.${value}`) }))}
              />
            </div>
            {area(item, t("itemText"))}
          </fieldset>
        ))}
        {area(closing, t("closing"))}
      </div>
    </section>
  )
}
