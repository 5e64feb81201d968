import { readBlock } from "@/lib/mapping/cells/read-block"
import { type Reading, readCell } from "@/lib/mapping/cells/read-cell"
import { type CellField, type CellValues, mappingLimits, type Row } from "@/lib/mapping/model"
import { type Column, type ColumnId, fieldOf } from "./columns"
import type { Range } from "./cursor"
import type { Line } from "./lines"

/** Why a block cannot be pasted. `key` is a sentence under `errors`; `line` counts the block's lines from 1. */
export type PasteProblem =
  | { kind: "empty" }
  | { kind: "wide"; columns: number; room: number }
  | { kind: "long"; rows: number; room: number }
  | { kind: "big"; cells: number }
  | { kind: "fixed"; line: number; row: number; column: ColumnId }
  | { kind: "cell"; line: number; row: number; column: ColumnId; text: string; key: string }

export type PastedCell = { rowId: string; field: CellField; value: CellValues[CellField] }
export type Paste = { cells: PastedCell[]; rows: number } | { problems: PasteProblem[] }

/** Of what does not fit, so much is told; the rest is counted. */
export const mostTold = 50

type Target = { lines: readonly Line[]; columns: readonly Column[]; range: Range }

/**
 * Lays what the clipboard holds over the table from the first cell of the range, to the end and down, over
 * rows alone. One cell fills the whole range. All of it fits, or nothing is pasted and it says why.
 */
export function planPaste(
  text: string,
  { lines, columns, range }: Target,
  { reading, may }: { reading: Reading; may: { decide: boolean } },
): Paste {
  const rows = lines
    .slice(range.lines[0])
    .flatMap((line) => (line.kind === "row" ? [line.row] : []))
  const block = readBlock(text)
  const width = Math.max(0, ...block.map((cells) => cells.length))
  if (width === 0) return { problems: [{ kind: "empty" }] }
  const isOne = block.length === 1 && width === 1
  const filled = isOne ? repeated(block[0]?.[0] ?? "", lines, range) : block
  const across = columns.slice(range.columns[0])
  const size = filled.length * Math.max(width, filled[0]?.length ?? 0)
  if (width > across.length)
    return { problems: [{ kind: "wide", columns: width, room: across.length }] }
  if (filled.length > rows.length)
    return { problems: [{ kind: "long", rows: filled.length, room: rows.length }] }
  if (size > mappingLimits.cells) return { problems: [{ kind: "big", cells: size }] }
  const read = filled.flatMap((cells, line) => {
    const row = rows[line]
    return row
      ? cells.flatMap((cell, at) =>
          readOne(cell, row, across[at], { line: line + 1, reading, may }),
        )
      : []
  })
  const problems = read.flatMap((one) => ("problem" in one ? [one.problem] : []))
  if (problems.length > 0) return { problems }
  const cells = read.flatMap((one) => ("cell" in one ? [one.cell] : []))
  return { cells, rows: new Set(cells.map(({ rowId }) => rowId)).size }
}

function repeated(text: string, lines: readonly Line[], range: Range): string[][] {
  const [first, last] = range.lines
  const rows = lines.slice(first, last + 1).filter(({ kind }) => kind === "row").length
  const columns = range.columns[1] - range.columns[0] + 1
  return Array.from({ length: Math.max(1, rows) }, () => Array(columns).fill(text))
}

type Read = { cell: PastedCell } | { problem: PasteProblem }

function readOne(
  text: string,
  row: Row,
  column: Column | undefined,
  { line, reading, may }: { line: number; reading: Reading; may: { decide: boolean } },
): Read[] {
  if (!column) return []
  const at = { line, row: row.number, column: column.id }
  const field = fieldOf(column.id)
  if (field === null) {
    const isSame = text.trim() === "" || text.trim() === String(row.number)
    return isSame || column.id === "comments" ? [] : [{ problem: { kind: "fixed", ...at } }]
  }
  const read = readCell(field, text, row.cells, reading)
  if ("problem" in read)
    return [{ problem: { kind: "cell", ...at, text: text.slice(0, 80), key: read.problem } }]
  if (field === "scope" && !may.decide) {
    const isSame = JSON.stringify(read.value) === JSON.stringify(row.cells.scope)
    return isSame ? [] : [{ problem: { kind: "fixed", ...at } }]
  }
  return [{ cell: { rowId: row.id, field, value: read.value } }]
}

/** What a cell holds when it is emptied; undefined for one that always holds something. */
export function emptied(field: CellField): CellValues[CellField] | undefined {
  switch (field) {
    case "area":
    case "status":
      return undefined
    case "suggests":
      return ""
    case "citation":
      return { mandate: "", paragraph: "" }
    case "activities":
    case "synergies":
      return []
    case "scope":
      return { scope: "proposed", reason: "" }
    case "responsible":
    case "confirmed":
      return null
  }
}
