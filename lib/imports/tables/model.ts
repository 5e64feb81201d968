import type { FileRefusal } from "../decode"
import type { Words } from "../formats/blocks"

/**
 * What a file of a table may be: bytes, bytes when unpacked, rows and columns that hold something, and
 * characters in all of its cells, where texts that are shared count each time.
 */
export const tableLimits = {
  bytes: 5 * 1024 * 1024,
  inside: 40 * 1024 * 1024,
  rows: 5_020,
  columns: 60,
  characters: 10_000_000,
}

/**
 * What stands in a cell, with line breaks as "\n". Where more is known of it than its text: its lines
 * with their looks (Word), that it is a number or the result of a formula, that it carries on the cell
 * above with which it is merged.
 */
export type RawCell =
  | string
  | { text: string; lines?: Words[][]; number?: true; formula?: true; merged?: true }

/** A row that holds something. `line` counts from 1, as programs show it. */
export type RawRow = { line: number; cells: RawCell[] }

/** A table as it was read, of whichever format. */
export type RawTable = {
  format: "csv" | "xlsx" | "docx" | "json"
  rows: RawRow[]
  /** Sheets and tables of the file that were not read. */
  left: string[]
}

/** Why a file gives no table. The sentence is `errors.mapping.file.<code>` in the catalogue. */
export type TableRefusal =
  | FileRefusal
  | { code: "quotes"; line: number }
  | { code: "too-many-rows"; most: number }
  | { code: "too-wide"; most: number }
  | { code: "too-much-text"; most: number }
  | { code: "twice"; line: number }
  | { code: "no-table" }

/** Thrown by the readers of tables. */
export class NoTable extends Error {
  constructor(readonly refused: TableRefusal) {
    super(refused.code)
  }
}

export const textOf = (cell: RawCell | undefined): string =>
  typeof cell === "string" ? cell : (cell?.text ?? "")

/** Thrown where the cells of a table say more than may be kept. */
export const tooMuchText = () =>
  new NoTable({ code: "too-much-text", most: tableLimits.characters / 1_000_000 })

/** Rows that hold something, within the limits. Throws `NoTable` where there are more, or wider ones. */
export function withinLimits(rows: readonly RawRow[]): RawRow[] {
  const full = rows.filter(({ cells }) => cells.some((cell) => textOf(cell).trim() !== ""))
  if (full.length > tableLimits.rows)
    throw new NoTable({ code: "too-many-rows", most: tableLimits.rows - 20 })
  const wide = full.some(({ cells }) =>
    cells.slice(tableLimits.columns).some((cell) => textOf(cell).trim() !== ""),
  )
  if (wide) throw new NoTable({ code: "too-wide", most: tableLimits.columns })
  if (full.length === 0) throw new NoTable({ code: "empty" })
  const characters = full.reduce(
    (sum, { cells }) => cells.reduce((said, cell) => said + textOf(cell).length, sum),
    0,
  )
  if (characters > tableLimits.characters) throw tooMuchText()
  return full.map(({ line, cells }) => ({ line, cells: cells.slice(0, tableLimits.columns) }))
}
