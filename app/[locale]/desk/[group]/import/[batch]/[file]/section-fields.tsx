import { useTranslations } from "next-intl"
import { TextArea } from "@/app/ui/text-field"
import { itemsSent } from "./entered-items"
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
  const sent = itemsSent(entered)
  const isHere = (id: string) => items.some((item) => item.id === id)
  // Somebody took them out meanwhile: what was typed below them is not lost.
  const gone = sent.filter(({ id, hasText }) => hasText && !isHere(id))
  const added = sent.find(({ id, hasText }) => !hasText && !isHere(id))
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
          item={{ id: added?.id ?? newItem, title: "", coverage: "discussed", depth: 0 }}
          isNew
          at={items.length}
          legend={t("newItem")}
          {...{ entered, errors }}
        />
        {gone.map(({ id, at }, place) => (
          <ItemFields
            key={id}
            item={{ id, title: "", coverage: "discussed", depth: 0 }}
            at={items.length + 1 + place}
            legend={t("item", { label: entered?.[`agenda.${at}.title`] ?? "" })}
            {...{ entered, errors }}
          >
            {area({ id, text: "" }, t("itemText"))}
          </ItemFields>
        ))}
        {area(closing, t("closing"))}
      </div>
    </section>
  )
}
