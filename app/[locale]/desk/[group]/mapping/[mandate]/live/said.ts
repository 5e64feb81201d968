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

/** The first of what changed: a cell, or a row (`field: null`), or an area. */
export type Where = { rowId: string; field: CellField | null } | { areaId: string }

/** What was taken back or done again: the words for it, and where it is. */
export type Walked = { words: string; where: Where | null }

export function whereOf({ ops, cells }: Taken): Where | null {
  const [op] = ops
  const [cell] = cells
  if (cell) return { rowId: cell.rowId, field: cell.field }
  if (op?.kind === "area") return { areaId: op.areaId }
  const rowId = ops.flatMap(rowsOf)[0]
  return rowId === undefined ? null : { rowId, field: null }
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
