import { useLocale, useTranslations } from "next-intl"
import { ActivityTitle } from "@/app/ui/editions/activity-list"
import { Table } from "@/app/ui/table"
import { editionPath, rowAnchor } from "@/lib/editions/addresses"
import type { AnnexEntry, EditionContent } from "@/lib/editions/model"
import { yearsText } from "@/lib/mapping/cells/cell-text"
import { localePath } from "@/lib/platform/locales"

/** Activities of finished years: what they were, whose, when, and the row in which they stood. */
export function AnnexTable({
  content,
  entries,
  table,
}: {
  content: EditionContent
  entries: readonly AnnexEntry[]
  /** The address of the rows of the same edition. */
  table: string
}) {
  const t = useTranslations("mapping.editions")
  const kinds = useTranslations("mapping.kind")
  const locale = useLocale()
  const { group, mandate, areas, rows } = content
  const titles = new Map(areas.map(({ slug, title }) => [slug, title]))
  const standing = new Set(rows.map(({ number }) => number))
  return (
    <Table
      caption={t("annexTitle", { mandate: mandate.title })}
      columns={(["activity", "kind", "years", "body", "row", "movedWith"] as const).map((key) => ({
        ...{ key, label: t(`annexColumn.${key}`) },
      }))}
    >
      {entries.map(({ row, area, suggests, activity, edition }) => (
        <tr key={`${row} ${activity.id}`}>
          <th scope="row">
            <ActivityTitle activity={activity} />
          </th>
          <td>{kinds(activity.kind)}</td>
          <td>{yearsText(activity.years)}</td>
          <td>
            <bdi>{activity.body}</bdi>
          </td>
          <td className="annex-row">
            {standing.has(row) ? (
              <a href={`${table}#${rowAnchor(row)}`}>{t("rowNumber", { number: row })}</a>
            ) : (
              t("rowNumber", { number: row })
            )}
            , {titles.get(area)}: <bdi>{suggests}</bdi>
          </td>
          <td>
            <a href={localePath(locale, editionPath(group.slug, mandate.slug, edition))}>
              {edition}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  )
}
