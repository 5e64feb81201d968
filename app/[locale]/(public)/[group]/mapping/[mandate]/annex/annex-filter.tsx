import { useTranslations } from "next-intl"
import type { EditionContent } from "@/lib/editions/model"
import { choicesOf } from "@/lib/editions/shown-rows"
import type { View } from "@/lib/mapping/filters"
import { FindBy, FindForm } from "../find-form"

/** Looks through the annex. */
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
  return (
    <FindForm action={action} label={t("annexWords")} words={filters.q}>
      <div className="find-filters">
        <FindBy
          name="area"
          label={words("field.area")}
          value={filters.area}
          choices={content.areas.map(({ slug, title }) => [slug, title])}
        />
        <FindBy
          name="year"
          label={t("year")}
          value={filters.year}
          choices={years.map((year) => [String(year), String(year)])}
        />
      </div>
    </FindForm>
  )
}
