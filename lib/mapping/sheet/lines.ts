import type { RawCell, RawTable } from "@/lib/imports/tables/model"
import { textOf } from "@/lib/imports/tables/model"
import { Refusal } from "@/lib/platform/errors"
import type { Area } from "../model"
import { plain } from "../other-words"
import { writeInline } from "./inline"
import type { FileState } from "./model"
import { type ReadColumn, readHead, readState } from "./words"

/** A line of a table, cell by cell. A column that the table does not have is not in it. */
export type SheetLine = {
  line: number
  texts: Partial<Record<ReadColumn, string>>
  /** Columns whose cell is the result of a formula. */
  formulas: ReadColumn[]
  /** Its area is that of the line above, although the others say theirs on each line. */
  areaAbove?: boolean
}

/** Rows above the head that somebody may have put there. */
const mostAbove = 20

/**
 * The lines of a table below its head, by columns that are told by their names. A line that carries on a
 * merged suggestion adds its activities to the one above; one that names nothing but an area stands over
 * those below, and an area over the lines that leave theirs blank. `state` is the one that a file of ours says it is of. Refuses a table without a head that can be read.
 */
export function readLines(
  table: RawTable,
  areas: readonly Area[],
): { lines: SheetLine[]; unknownHeads: string[]; state: FileState | null } {
  const head = headOf(table)
  if (!head) {
    const [first] = table.rows
    const heads = (first?.cells ?? []).map(textOf).filter(Boolean).join(", ").slice(0, 200)
    throw new Refusal("invalid", "mapping.noColumns", { heads: heads || "–" })
  }
  const lines: SheetLine[] = []
  const blank: SheetLine[] = []
  let above = { area: "", isHead: false }
  let [before, repeats] = ["", false]
  for (const { line, cells } of table.rows.slice(head.index + 1)) {
    const filled = cells.filter((cell) => textOf(cell).trim() !== "")
    const [only] = filled
    if (filled.length === 1 && only && areaCalled(textOf(only), areas)) {
      above = { area: textOf(only), isHead: true }
      continue
    }
    const read = lineOf(line, cells, head.columns)
    const last = lines.at(-1)
    const at = head.columns.indexOf("suggests")
    if (last && isMerged(cells[at])) {
      carryOn(last, read, cells, head.columns)
      continue
    }
    const { area = "", number } = read.texts
    if (area) {
      repeats ||= before !== "" && plain(area) === before
      above = { area, isHead: false }
    } else if (above.area && !number) {
      read.texts.area = above.area
      if (!above.isHead && !isMerged(cells[head.columns.indexOf("area")])) blank.push(read)
    }
    before = plain(area)
    lines.push(read)
  }
  if (lines.length === 0) throw new Refusal("invalid", "mapping.noLines")
  // Where lines repeat their area, a blank may mean that there is none.
  if (repeats) for (const line of blank) line.areaAbove = true
  return { lines, unknownHeads: head.unknown, state: head.state }
}

const namesOfAreas = new WeakMap<readonly Area[], ReadonlyMap<string, Area>>()

/** Areas by all their names, as they are compared; made once for the areas of a table. */
function byName(areas: readonly Area[]): ReadonlyMap<string, Area> {
  const known = namesOfAreas.get(areas)
  if (known) return known
  const names = new Map<string, Area>()
  for (const area of areas)
    for (const name of [area.title, area.slug, ...area.aliases].map(plain))
      if (name !== "" && !names.has(name)) names.set(name, area)
  namesOfAreas.set(areas, names)
  return names
}

/** The area that goes by a name: its title, its slug or another name that sources give it. */
export function areaCalled(name: string, areas: readonly Area[]): Area | null {
  const names = byName(areas)
  const bare = () => plain(name.replace(/^\s*(?:\d+|[a-z]|[ivx]+)[.):]\s*/i, ""))
  return names.get(plain(name)) ?? names.get(bare()) ?? null
}

type Columns = (ReadColumn | null)[]

function headOf({ rows }: RawTable) {
  let best: { index: number; columns: Columns; unknown: string[]; known: number } | null = null
  for (const [index, { cells }] of rows.slice(0, mostAbove).entries()) {
    const seen = new Set<ReadColumn>()
    const columns: Columns = cells.map((cell) => {
      const column = textOf(cell).length > 100 ? null : readHead(textOf(cell))
      if (!column || seen.has(column)) return null
      seen.add(column)
      return column
    })
    const says = (["suggests", "activities", "synergies", "number"] as const).some((column) =>
      seen.has(column),
    )
    if (!says || seen.size < 2 || seen.size <= (best?.known ?? 1)) continue
    const unknown = cells
      .map((cell) => textOf(cell).trim().slice(0, 100))
      .filter((text, at) => columns[at] === null && text !== "")
    best = { index, columns, unknown, known: seen.size }
  }
  const cells = best ? (rows[best.index]?.cells ?? []) : []
  return best && { ...best, state: readState(textOf(cells[best.columns.indexOf("number")])) }
}

function lineOf(line: number, cells: readonly RawCell[], columns: Columns): SheetLine {
  const read: SheetLine = { line, texts: {}, formulas: [] }
  for (const [at, column] of columns.entries()) {
    if (!column) continue
    const cell = cells[at]
    read.texts[column] = wordsOf(cell, column).trim()
    if (typeof cell === "object" && cell.formula) read.formulas.push(column)
  }
  return read
}

/** What a cell says: with its looks where they count, with the addresses behind its words in a list of activities. */
function wordsOf(cell: RawCell | undefined, column: ReadColumn): string {
  if (typeof cell !== "object" || !cell.lines) return textOf(cell)
  if (column === "synergies")
    return cell.lines
      .map((words) =>
        writeInline(
          words.flatMap(({ text, bold, italic, href }) => {
            const marks = [
              ...(bold ? [{ type: "bold" as const }] : []),
              ...(italic ? [{ type: "italic" as const }] : []),
              ...(href ? [{ type: "link" as const, attrs: { href } }] : []),
            ]
            return text === "" ? [] : [{ type: "text" as const, text, marks }]
          }),
        ),
      )
      .join("\n")
  if (column !== "activities" && column !== "link") return cell.text
  return cell.lines
    .map((words) => {
      const text = words.map((each) => each.text).join("")
      const address = words.find(({ href }) => href)?.href
      if (!address || text.includes(address)) return text
      return column === "link" ? address : `${text} | ${address}`
    })
    .join("\n")
}

const isMerged = (cell: RawCell | undefined) => typeof cell === "object" && cell.merged === true

/** Adds to a line what the next one says beside the same suggestion. */
function carryOn(
  last: SheetLine,
  read: SheetLine,
  cells: readonly RawCell[],
  columns: Columns,
): void {
  for (const [at, column] of columns.entries()) {
    const more = column ? (read.texts[column] ?? "") : ""
    if (!column || isMerged(cells[at])) continue
    const listed = ["activities", "kind", "years", "link", "body"].includes(column)
    const before = last.texts[column] ?? ""
    // Each of them is a line, so that the parts of an activity stay beside one another.
    if (listed) last.texts[column] = `${before}\n${more}`
    else if (column === "synergies" && more && more !== before)
      last.texts[column] = [before, more].filter(Boolean).join("\n")
    else if (!before) last.texts[column] = more
  }
}
