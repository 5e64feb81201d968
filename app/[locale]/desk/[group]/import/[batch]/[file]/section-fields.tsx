import { useTranslations } from "next-intl"
import { TextArea } from "@/app/ui/text-field"
import type { FieldsProps } from "./fact-fields"
import { ItemFields } from "./item-fields"

/** The agenda, and under each item what was said, in the plain form of the minutes. */
export function SectionFields({ form, entered, errors }: FieldsProps) {
  const t = useTranslations("imports.field")
  const { opening, items, newItem, closing, words } = form
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
      <p className="hint">{t("textHint", words)}</p>
      <div className="stack">
        {area(opening, t("opening"))}
        {items.map((item, at) => (
          <ItemFields
            key={item.id}
            legend={t("item", { label: item.label })}
            {...{ item, at, entered, errors }}
          >
            {area(item, t("itemText"))}
          </ItemFields>
        ))}
        <ItemFields
          item={{ id: newItem, title: "", coverage: "discussed", depth: 0 }}
          isNew
          at={items.length}
          legend={t("newItem")}
          {...{ entered, errors }}
        />
        {area(closing, t("closing"))}
      </div>
    </section>
  )
}
