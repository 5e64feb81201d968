import { readBlock } from "@/lib/mapping/cells/read-block"
import { isFormer, type Reading, readCell } from "@/lib/mapping/cells/read-cell"
import { type CellField, type CellValues, mappingLimits, type Row } from "@/lib/mapping/model"
import { sameCell } from "../live/cell-words"
import { emptyRow, keyOf } from "../live/ops"
import { type Column, type ColumnId, fieldOf } from "./columns"
import type { Range } from "./cursor"
import type { Line } from "./lines"

/** Why a block cannot be pasted. `key` is a sentence under `errors`; `line` counts the block's lines from 1. */
export type PasteProblem =
  | { kind: "empty" }
  | { kind: "wide"; columns: number; room: number }
  | { kind: "long"; rows: number; room: number; most: number }
  | { kind: "big"; cells: number }
  | { kind: "heavy"; megabytes: number; most: number }
  /** The row stands in the table twice, under two bodies, and the block says two things of its cell. */
  | { kind: "twice"; line: number; first: number; row: number; column: ColumnId }
  | { kind: "cell"; line: number; row: number; column: ColumnId; text: string; key: string }

/**
 * `base` is the revision that the table showed: somebody may be asked before it is pasted. `movedTo` names the cell
 * that takes its own words, where it was cut as well.
 */
export type PastedCell = {
  rowId: string
  field: CellField
  value: CellValues[CellField]
  base: number
  movedTo?: readonly string[]
}
/** A cell of a block, counted from its first one. */
export type InBlock = { line: number; at: number }

/**
 * `added` are the rows that lack below: they are not there yet, and each is the last of its area. `left` is what
 * the block says of cells that cannot be changed here, and its blanks for cells that always hold something.
 * `taken` tells by its place in the block (`placeOf`) which cell (`keyOf`) took what it says.
 */
export type PasteBlock = {
  cells: PastedCell[]
  rows: number
  added: { rowId: string; areaId: string }[]
  left: InBlock[]
  taken: ReadonlyMap<string, string>
}
export const placeOf = ({ line, at }: InBlock) => `${line} ${at}`
export type Paste = PasteBlock | { problems: PasteProblem[] }

/** Of what does not fit, so much is told; the rest is counted. */
export const mostTold = 50
/** So many rows are offered to be added below; a longer list is a file to bring in. */
export const mostAdded = 200

const megabyte = 1_000_000
/** No block is heavier than this, in bytes as it is sent: the portal takes 12 MB, all that is around it included. */
const heaviest = 10 * megabyte

const bytesOf = (cells: readonly PastedCell[]) =>
  new TextEncoder().encode(JSON.stringify(cells)).length

export type Target = { lines: readonly Line[]; columns: readonly Column[]; range: Range }

/**
 * Lays what the clipboard holds over the table from the first cell of the range, to the end and down, over
 * rows alone; `within` ends before the next head. One cell fills the whole range. What cannot be changed here
 * stays. All of the rest fits, or nothing is pasted and it says why: also where a row that stands under two
 * bodies would be given two wordings. Rows that lack are new ones of the last area.
 */
export function planPaste(
  text: string,
  { lines, columns, range, within = false }: Target & { within?: boolean },
  { reading, may }: { reading: Reading; may: { decide: boolean } },
): Paste {
  const { there, last } = groundOf(lines, range, within)
  const block = readBlock(text)
  const width = Math.max(0, ...block.map((cells) => cells.length))
  if (width === 0) return { problems: [{ kind: "empty" }] }
  const isOne = block.length === 1 && width === 1
  const filled = isOne ? repeated(block[0]?.[0] ?? "", lines, range) : block
  const across = columns.slice(range.columns[0])
  const size = filled.length * Math.max(width, filled[0]?.length ?? 0)
  if (width > across.length)
    return { problems: [{ kind: "wide", columns: width, room: across.length }] }
  const lacking = Math.max(0, filled.length - there.length)
  if (lacking > mostAdded || (lacking > 0 && last === undefined)) {
    const room = { rows: filled.length, room: there.length, most: mostAdded }
    return { problems: [{ kind: "long", ...room }] }
  }
  if (size > mappingLimits.cells) return { problems: [{ kind: "big", cells: size }] }
  const added = Array.from({ length: lacking }, () => ({
    ...{ rowId: crypto.randomUUID(), areaId: last ?? "" },
  }))
  const rows = [...there, ...added.map(({ rowId, areaId }) => emptyRow(rowId, areaId, 0))]
  const read = filled.flatMap((cells, line) => {
    const row = rows[line]
    return row
      ? cells.flatMap((cell, at) =>
          readOne(cell, row, across[at], { in: { line, at }, reading, may }),
        )
      : []
  })
  const written = read.flatMap((one) => ("cell" in one ? [one] : []))
  const { cells, twice } = onceEach(written)
  const problems = [...read.flatMap((one) => ("problem" in one ? [one.problem] : [])), ...twice]
  if (problems.length > 0) return { problems }
  const bytes = bytesOf(cells)
  if (bytes > heaviest) {
    const megabytes = Math.ceil(bytes / megabyte)
    return { problems: [{ kind: "heavy", megabytes, most: heaviest / megabyte }] }
  }
  const left = read.flatMap((one) => ("left" in one ? [one.left] : []))
  const taken = new Map(written.map(({ cell, in: place }) => [placeOf(place), keyOfCell(cell)]))
  return { cells, rows: new Set(cells.map(({ rowId }) => rowId)).size, added, left, taken }
}

/** The rows that a block may take, and the area of those that are added: that of the last one, or of its head. */
function groundOf(lines: readonly Line[], range: Range, within: boolean) {
  const from = lines.slice(range.lines[0])
  const ground = within ? from.slice(0, endOfPart(from)) : from
  const there = ground.flatMap((line) => (line.kind === "row" ? [line.row] : []))
  const heads = ground.flatMap((line) => (line.kind === "head" ? (line.areaId ?? []) : []))
  return { there, last: there.at(-1)?.cells.area ?? heads.at(-1) }
}

/** Where the rows under one head end; a head that comes first is their own. */
export function endOfPart(lines: readonly Line[]): number {
  const next = lines.findIndex(({ kind }, place) => place > 0 && kind === "head")
  return next < 0 ? lines.length : next
}

function repeated(text: string, lines: readonly Line[], range: Range): string[][] {
  const [first, last] = range.lines
  const rows = lines.slice(first, last + 1).filter(({ kind }) => kind === "row").length
  const columns = range.columns[1] - range.columns[0] + 1
  return Array.from({ length: Math.max(1, rows) }, () => Array(columns).fill(text))
}

type Where = { line: number; row: number; column: ColumnId }
type Written = { cell: PastedCell; text: string; at: Where; in: InBlock }
type Read = Written | { problem: PasteProblem } | { left: InBlock }

/** These hold something always: a blank says nothing of them. */
const alwaysHeld: readonly CellField[] = ["area", "scope", "status"]

const keyOfCell = ({ rowId, field }: PastedCell) => keyOf(rowId, field)

/** Each cell once; a row that stands in several places may be named again with the same words. */
function onceEach(written: readonly Written[]) {
  const known = new Map<string, Written>()
  const twice: PasteProblem[] = []
  for (const one of written) {
    const key = keyOfCell(one.cell)
    const before = known.get(key)
    if (!before) known.set(key, one)
    else if (
      before.text !== one.text &&
      !sameCell(one.cell.field, before.cell.value, one.cell.value)
    )
      twice.push({ kind: "twice", first: before.at.line, ...one.at })
  }
  return { cells: [...known.values()].map(({ cell }) => cell), twice }
}

function readOne(
  text: string,
  row: Row,
  column: Column | undefined,
  given: { in: InBlock; reading: Reading; may: { decide: boolean } },
): Read[] {
  if (!column) return []
  const { in: left, reading, may } = given
  const at = { line: left.line + 1, row: row.number, column: column.id }
  const field = fieldOf(column.id)
  const said = text.trim()
  // A new row has no number yet, and gets its own.
  const isNew = row.number === 0
  if (field === null) {
    // Words that hit the column of numbers of a new one are no number that it had before.
    const hasNumber = isNew ? Number.isInteger(Number(said)) : said === String(row.number)
    const isOwn = column.id === "number" && hasNumber
    return said === "" || isOwn ? [] : [{ left }]
  }
  if (said === "" && alwaysHeld.includes(field)) return isNew ? [] : [{ left }]
  const read = readCell(field, text, row.cells, reading)
  if (field === "scope" && !may.decide) {
    const isSame = "value" in read && sameCell(field, read.value, row.cells.scope)
    return isSame ? [] : [{ left }]
  }
  // Who left the group takes no other row.
  if ("problem" in read && field === "responsible" && isFormer(said, reading.people))
    return [{ left }]
  if ("problem" in read)
    return [{ problem: { kind: "cell", ...at, text: text.slice(0, 80), key: read.problem } }]
  const base = row.revisions[field] ?? 0
  return [{ cell: { rowId: row.id, field, value: read.value, base }, text: said, at, in: left }]
}
