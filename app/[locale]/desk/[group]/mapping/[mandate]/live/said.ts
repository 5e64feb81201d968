import type { CellField } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { rowsOf } from "./ops"
import type { Taken } from "./steps"

/** What was taken back or done again, for the announcement. */
export type Said = {
  what: "undone" | "redone"
  /** A row or cells, the place of an area, or rows that were pasted. */
  of: "row" | "area" | "rows"
  /** Of the first row that changed. */
  number: number
  rows: number
  cells: number
  name: CellField | null
  area: string
}

/** The words for it, of the table as it stood before. */
export function saidOf(what: Said["what"], { ops, cells }: Taken, table: Table): Said {
  const [op] = ops
  const [cell] = cells
  const rows = ops.flatMap(rowsOf)
  const rowId = cell?.rowId ?? rows[0]
  const areaId = op?.kind === "area" ? op.areaId : null
  const isBlock = rows.length > 1 || (rows.length === 1 && cells.length > 0)
  return {
    what,
    of: areaId ? "area" : isBlock ? "rows" : "row",
    number: table.rows.find(({ id }) => id === rowId)?.number ?? 0,
    rows: rows.length,
    cells: cells.length,
    name: cell?.field ?? null,
    area: table.areas.find(({ id }) => id === areaId)?.title ?? "",
  }
}
