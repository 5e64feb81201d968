import { useLocale, useTranslations } from "next-intl"
import { coveragePath } from "@/lib/editions/addresses"
import type { EditionContent } from "@/lib/editions/model"
import { coverageOf } from "@/lib/mapping/coverage/coverage"
import { localePath } from "@/lib/platform/locales"
import { HeatTable } from "./heat-table"

/**
 * The heat map of an edition, for the page that shows its rows: `table` is that page's own address, `own` the
 * number of the edition where that address names it.
 */
export function EditionCoverage({
  content,
  own,
  table,
}: {
  content: EditionContent
  own: number | undefined
  table: string
}) {
  const t = useTranslations("mapping.pictures")
  const locale = useLocale()
  const { group, mandate, areas, rows } = content
  return (
    <section className="cover-part" aria-labelledby="heat">
      <h2 id="heat">{t("title")}</h2>
      <HeatTable coverage={coverageOf(areas, rows)} scope="in" table={`${table}#table`} />
      <p className="small">
        <a href={localePath(locale, coveragePath(group.slug, mandate.slug, own))}>
          {t("toPictures")}
        </a>
      </p>
    </section>
  )
}
