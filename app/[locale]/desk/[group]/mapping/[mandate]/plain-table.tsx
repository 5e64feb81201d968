import type { ReactNode } from "react"
import { Empty } from "@/app/ui/empty"
import type { Grouping } from "@/lib/mapping/filters"
import { getTranslations } from "@/lib/platform/i18n"
import { cellView } from "./grid/cell-view"
import { type ColumnState, columnIds, isHidden } from "./grid/columns"
import type { RowsSetting } from "./grid/grid-row"
import type { Line } from "./grid/lines"
import { Nothing } from "./grid/nothing"

// On phones rows are laid out as cards: the roles say that it stays a table all the same.
const role = (name: string) => ({ role: name })

/** What is read without script: everything of a row but what its head says and its comments. */
const readable = columnIds.filter((id) => id !== "comments")

/**
 * A page of the table as plain HTML: complete without script, each row a link to its own page, each area
 * to the form that adds a row to it, for those who may.
 */
export async function PlainTable({
  lines,
  setting,
  base,
  total,
  areas,
  label,
  hidden,
  by,
  pages,
  mayAdd,
}: {
  lines: readonly Line[]
  setting: RowsSetting
  base: string
  /** How many rows there are, whatever is shown. */
  total: number
  areas: readonly { id: string; slug: string }[]
  label: string
  hidden: ColumnState["hidden"]
  by: Grouping
  /** Where a long table goes on. */
  pages: ReactNode
  mayAdd: boolean
}) {
  const t = await getTranslations("mapping.grid")
  if (lines.length === 0 && total === 0)
    return <Nothing words="" areas={areas.length} {...{ total, base, mayAdd }} />
  if (lines.length === 0) return <Empty title={t("nothing")}>{t("nothingWhy")}</Empty>
  const { words } = setting
  const slugs = new Map(areas.map(({ id, slug }) => [id, slug]))
  const shown = readable.filter((id) => !isHidden(id, { hidden }, by))
  return (
    <div className="work">
      <section className="gridbox plain" aria-label={label} {...{ tabIndex: 0 }}>
        <table className="mapping-table" {...role("table")}>
          <caption className="vh">{label}</caption>
          <thead {...role("rowgroup")}>
            <tr {...role("row")}>
              {shown.map((id) => (
                <th key={id} scope="col" data-c={id} {...role("columnheader")}>
                  {words.column(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody {...role("rowgroup")}>
            {lines.map((line) =>
              line.kind === "head" ? (
                <tr key={line.key} className="head" {...role("row")}>
                  <th colSpan={shown.length} scope="rowgroup" {...role("rowheader")}>
                    <span>{line.title}</span>{" "}
                    <small>{setting.headCount(line.rows, line.activities)}</small>{" "}
                    {mayAdd && line.areaId ? (
                      <a href={`${base}/rows/new?area=${slugs.get(line.areaId)}`}>
                        {t("addRow")} <span className="vh">({line.title})</span>
                      </a>
                    ) : null}
                  </th>
                </tr>
              ) : (
                <tr key={line.key} {...role("row")}>
                  <th
                    scope="row"
                    data-c="number"
                    data-l={words.column("number")}
                    {...role("rowheader")}
                  >
                    <a href={`${base}/rows/${line.row.number}`}>
                      <span className="vh">{words.column("number")} </span>
                      {line.row.number}
                    </a>
                  </th>
                  {shown.slice(1).map((id) => (
                    <td key={id} data-c={id} data-l={words.column(id)} {...role("cell")}>
                      <div className="clip">{cellView(id, line.row, setting)}</div>
                    </td>
                  ))}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </section>
      {pages}
    </div>
  )
}
