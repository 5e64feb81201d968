import type { ReactNode } from "react"
import { Empty } from "@/app/ui/empty"
import type { Grouping } from "@/lib/mapping/filters"
import { getTranslations } from "@/lib/platform/i18n"
import { cellView } from "./grid/cell-view"
import { type ColumnState, columnIds, isHidden } from "./grid/columns"
import type { RowsSetting } from "./grid/grid-row"
import type { Line } from "./grid/lines"
import { Nothing } from "./grid/nothing"

/** What is read without script: everything of a row but what its head says and its comments. */
const readable = columnIds.filter((id) => id !== "comments")

/** A page of the table as plain HTML: complete without script, each row a link to its own page. */
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
}: {
  lines: readonly Line[]
  setting: RowsSetting
  base: string
  /** How many rows and areas there are, whatever is shown. */
  total: number
  areas: number
  label: string
  hidden: ColumnState["hidden"]
  by: Grouping
  /** Where a long table goes on. */
  pages: ReactNode
}) {
  const t = await getTranslations("mapping.grid")
  if (lines.length === 0 && total === 0) return <Nothing words="" {...{ total, areas, base }} />
  if (lines.length === 0) return <Empty title={t("nothing")}>{t("nothingWhy")}</Empty>
  const { words } = setting
  const shown = readable.filter((id) => !isHidden(id, { hidden }, by))
  return (
    <div className="work">
      <section className="gridbox plain" aria-label={label} {...{ tabIndex: 0 }}>
        <table className="mapping-table">
          <caption className="vh">{label}</caption>
          <thead>
            <tr>
              {shown.map((id) => (
                <th key={id} scope="col" data-c={id}>
                  {words.column(id)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) =>
              line.kind === "head" ? (
                <tr key={line.key} className="head">
                  <th colSpan={shown.length} scope="rowgroup">
                    <span>{line.title}</span>{" "}
                    <small>{setting.headCount(line.rows, line.activities)}</small>
                  </th>
                </tr>
              ) : (
                <tr key={line.key}>
                  <th scope="row" data-c="number" data-l={words.column("number")}>
                    <a href={`${base}/rows/${line.row.number}`}>
                      <span className="vh">{words.column("number")} </span>
                      {line.row.number}
                    </a>
                  </th>
                  {shown.slice(1).map((id) => (
                    <td key={id} data-c={id} data-l={words.column(id)}>
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
