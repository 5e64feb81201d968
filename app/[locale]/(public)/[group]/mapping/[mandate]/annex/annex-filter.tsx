import { useTranslations } from "next-intl"
import { Button } from "@/app/ui/button"
import { SelectField } from "@/app/ui/select-field"
import { TextField } from "@/app/ui/text-field"
import type { EditionContent } from "@/lib/editions/model"
import { choicesOf } from "@/lib/editions/shown-rows"
import type { View } from "@/lib/mapping/filters"

/** Looks through the annex: a plain form that asks for the page again. */
export function AnnexFilter({
  action,
  content,
  view: { filters },
}: {
  action: string
  content: EditionContent
  view: View
}) {
  const t = useTranslations("mapping.editions.filter")
  const words = useTranslations("mapping")
  const { years } = choicesOf(content.annex.map(({ activity }) => ({ activities: [activity] })))
  const any = { value: "", label: t("any") }
  return (
    <search className="noprint">
      <form className="find" action={action}>
        <div className="find-line">
          <TextField
            type="search"
            name="q"
            label={t("annexWords")}
            defaultValue={filters.q}
            maxLength={300}
            required={false}
          />
          <Button kind="primary">{t("go")}</Button>
        </div>
        <div className="find-filters">
          <SelectField
            name="area"
            label={words("field.area")}
            defaultValue={filters.area ?? ""}
            required={false}
            choices={[
              any,
              ...content.areas.map(({ slug, title }) => ({ value: slug, label: title })),
            ]}
          />
          <SelectField
            name="year"
            label={t("year")}
            defaultValue={String(filters.year ?? "")}
            required={false}
            choices={[any, ...years.map((year) => ({ value: String(year), label: String(year) }))]}
          />
        </div>
      </form>
    </search>
  )
}
