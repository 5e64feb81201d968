import { looksLikeName } from "../read/people/names"
import type { PdfLine } from "./pdf-lines"

/** Lines that stand on one height. */
type Row = PdfLine[]
export type Placed = PdfLine & {
  /** Cells of a table's row; the line itself is then the whole row. */
  cells?: PdfLine[][]
  /** Where the column begins and ends that the line stands in. */
  columnLeft: number
  columnRight: number
  /** In a list of names, or of cells, every line ends where its author ended it. */
  among: "page" | "columns" | "names"
}

/**
 * The lines of a page as they are read: side by side stand columns of text or of names, which are read
 * one after another, or the rows of a table, which stay rows.
 */
export function inReadingOrder(lines: readonly PdfLine[]): Placed[] {
  const rows = rowsOf(lines)
  const placed: Placed[] = []
  const single: PdfLine[] = []
  const flush = () => {
    placed.push(...column(single.splice(0)))
  }
  for (let i = 0; i < rows.length; ) {
    const row = rows[i] ?? []
    const region = row.length > 1 ? regionFrom(rows, i) : null
    if (!region) {
      single.push(...(row.length > 1 ? [joined(row)] : row))
      i += 1
      continue
    }
    flush()
    placed.push(...regionLines(region.rows, region.gutters))
    i += region.rows.length
  }
  flush()
  return placed
}

function rowsOf(lines: readonly PdfLine[]): Row[] {
  const rows: Row[] = []
  for (const line of lines) {
    const row = rows.at(-1)
    if (row && standsBeside(row, line)) row.push(line)
    else rows.push([line])
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left)
  return rows
}

/** On one height, or a little lower and far to the side: columns need not share their lines. */
function standsBeside(row: Row, line: PdfLine): boolean {
  const [first] = row
  if (!first) return false
  if (Math.abs(first.y - line.y) < line.size * 0.4) return true
  const apart = (other: PdfLine) =>
    line.left - other.right > line.size * 1.6 || other.left - line.right > line.size * 1.6
  return first.y - line.y < line.size && row.every(apart)
}

type Gutter = { from: number; to: number }

/** The rows from a place on that leave the same gaps free; null when there are too few to be columns. */
function regionFrom(
  rows: readonly Row[],
  start: number,
): { rows: Row[]; gutters: Gutter[] } | null {
  let gutters = gapsOf(rows[start] ?? [])
  const taken: Row[] = []
  let parted = 0
  for (let i = start; i < rows.length; i++) {
    const row = rows[i] ?? []
    const above = taken.at(-1)?.[0]
    if (above && row[0] && isElsewhere(above, row[0])) break
    const left = gutters.flatMap((gutter) => narrowed(gutter, row))
    if (left.length === 0 || (row.length > 1 && left.length < gutters.length && parted >= 3)) break
    gutters = withMore(left, row, taken)
    taken.push(row)
    if (row.length > 1) parted += 1
  }
  while (taken.length > 0 && taken.at(-1)?.length === 1 && !belongs(taken, gutters)) taken.pop()
  return parted >= 2 && taken.length >= 2 ? { rows: taken, gutters } : null
}

/** Too far below, or in letters of another size: no more of the same columns. */
function isElsewhere(above: PdfLine, line: PdfLine): boolean {
  const [small, large] = [above.size, line.size].sort((a, b) => a - b)
  return above.y - line.y > (large ?? 0) * 2.6 || (large ?? 0) > (small ?? 0) * 1.12
}

/** A row with more columns than those above it shows gaps that these leave free too. */
function withMore(gutters: readonly Gutter[], row: Row, above: readonly Row[]): Gutter[] {
  if (row.length <= gutters.length + 1) return [...gutters]
  const more = gapsOf(row).filter(
    (gap) => !gutters.some(({ from, to }) => from < gap.to && to > gap.from),
  )
  const free = more.flatMap((gap) =>
    above.reduce<Gutter[]>((left, each) => left.flatMap((one) => narrowed(one, each)), [gap]),
  )
  return [...gutters, ...free].sort((a, b) => a.from - b.from)
}

/** Whether the last of the rows goes on with a column above it: its lines begin where that begins. */
function belongs(rows: readonly Row[], gutters: readonly Gutter[]): boolean {
  const line = rows.at(-1)?.[0]
  const above = rows.at(-2)?.[0]
  if (!line || !above || above.y - line.y > line.size * 2) return false
  const at = columnOf(line, gutters)
  return rows
    .slice(0, -1)
    .some((row) =>
      row.some(
        (other) => columnOf(other, gutters) === at && Math.abs(other.left - line.left) < line.size,
      ),
    )
}

function gapsOf(row: Row): Gutter[] {
  return row.slice(1).map((line, index) => ({ from: row[index]?.right ?? 0, to: line.left }))
}

/** What a row leaves of a gap: nothing when a line of it runs across. */
function narrowed(gutter: Gutter, row: Row): Gutter[] {
  let { from, to } = gutter
  for (const line of row) {
    if (line.left < (from + to) / 2) from = Math.max(from, line.right)
    else to = Math.min(to, line.left)
  }
  return to - from > 3 ? [{ from, to }] : []
}

const columnOf = (line: PdfLine, gutters: readonly Gutter[]) =>
  gutters.filter(({ from, to }) => line.left >= (from + to) / 2).length

function regionLines(rows: readonly Row[], gutters: readonly Gutter[]): Placed[] {
  const columns: PdfLine[][] = Array.from({ length: gutters.length + 1 }, () => [])
  for (const line of rows.flat()) columns[columnOf(line, gutters)]?.push(line)
  const kind = kindOf(columns)
  if (kind !== "table")
    return columns.flatMap((lines) => column(lines, kind === "names" ? kind : "columns"))
  return tableRows(rows, gutters)
}

/** Running text has many words in a line; a list of people has names in every column. */
function kindOf(columns: readonly PdfLine[][]): "prose" | "names" | "table" {
  const filled = columns.filter((lines) => lines.length > 0)
  const words = (line: PdfLine) => line.text.split(/\s+/).length
  const prose = filled.every(
    (lines) =>
      lines.length > 2 && lines.reduce((sum, line) => sum + words(line), 0) / lines.length >= 4.5,
  )
  if (prose) return "prose"
  const isName = ({ text }: PdfLine) => {
    const bare = text.replace(/^(?:\d{1,3}[.)]|[-•–])\s*/, "")
    const end = bare.search(/[(,;–-]/)
    return looksLikeName(end < 0 ? bare : bare.slice(0, end).trimEnd())
  }
  const isHeading = (line: PdfLine, index: number) => index === 0 && !isName(line)
  const named = filled.every((lines) => {
    const names = lines.filter((line, index) => isName(line) || isHeading(line, index)).length
    return names >= lines.length * 0.8 && lines.some((line) => words(line) > 1 && isName(line))
  })
  return named ? "names" : "table"
}

/** A row of a table begins where its first column does; lines below it go on with its cells. */
function tableRows(rows: readonly Row[], gutters: readonly Gutter[]): Placed[] {
  const table: Placed[] = []
  const left = Math.min(...rows.flat().map((line) => line.left))
  const right = Math.max(...rows.flat().map((line) => line.right))
  for (const row of rows) {
    const before = table.at(-1)
    const cells: PdfLine[][] = Array.from({ length: gutters.length + 1 }, () => [])
    for (const line of row) cells[columnOf(line, gutters)]?.push(line)
    const goesOn = cells[0]?.length === 0 || (row.length < cells.length && isClose(before, row))
    if (before?.cells && goesOn) {
      for (const [index, lines] of cells.entries()) before.cells[index]?.push(...lines)
    } else
      table.push({ ...joined(row), cells, columnLeft: left, columnRight: right, among: "names" })
  }
  return table
}

/** Lines of one cell stand closer than rows do. */
function isClose(before: Placed | undefined, row: Row): boolean {
  const last = before?.cells
    ?.flat()
    .reduce((low, line) => Math.min(low, line.y), Number.POSITIVE_INFINITY)
  const [line] = row
  return last !== undefined && line !== undefined && last - line.y < line.size * 1.35
}

function joined(row: Row): PdfLine {
  const [first] = row
  if (!first) throw new Error("A row holds at least one line")
  const words = row.flatMap((line, index) =>
    index > 0 ? [{ text: "   " }, ...line.words] : line.words,
  )
  const text = row.map((line) => line.text).join("   ")
  return { ...first, words, text, right: Math.max(...row.map((line) => line.right)) }
}

function column(lines: PdfLine[], among: Placed["among"] = "page"): Placed[] {
  const columnLeft = Math.min(...lines.map((line) => line.left))
  const columnRight = Math.max(...lines.map((line) => line.right))
  return lines.map((line) => ({ ...line, columnLeft, columnRight, among }))
}
