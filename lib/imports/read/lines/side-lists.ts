import { readEntry } from "../people/entry"
import { peopleHeading } from "../roll/people-heading"
import { betweenColumns, partsOutside } from "../text/outside"
import { sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"

/** So far a word may stand from where its column begins. */
const NEAR = 2
/** A longer stretch of lines is no list of people. */
const MOST = 60
const LONGEST = 200

const DRAWN = /^[-=_~]{3,}(?:\s+[-=_~]{3,}){1,3}$/

type Cell = { column: number; from: number; to: number; text: string }

/**
 * Takes lists apart that are set beside each other with spaces ("PRESENT          APOLOGIES", "For the
 * owners:      For the crew:"): each becomes its label with the names below it.
 */
export function withSideLists(lines: readonly Line[]): Line[] {
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const columns = columnsOf(head)
    const rows = columns ? rowsOf(lines, i, columns) : []
    const people = rows.slice(1).flat()
    const first = rows.slice(1).find((row) => row.length > 0) ?? []
    if (!columns || first.length < 2 || people.filter(({ cell }) => isPerson(cell.text)).length < 3)
      unfolded.push(head)
    else {
      for (const column of columns.keys())
        for (const { line, cell } of rows.flat())
          if (cell.column === column) unfolded.push(...lineOf(line, cell))
      i += rows.length - 1
    }
  }
  return unfolded
}

/** Where the columns begin below a line of nothing but labels; null for any other line. */
function columnsOf(line: Line): number[] | null {
  const cells = isOther(line) ? [] : cellsOf(line)
  const fits = cells.length >= 2 && cells.length <= 3 && cells.every(({ text }) => isLabel(text))
  // "Place:        online" is a label with what stands behind it.
  const colons = cells.filter(({ text }) => text.endsWith(":")).length
  return fits && (colons === 0 || colons === cells.length)
    ? cells.map(({ from }) => line.indent + from)
    : null
}

/** The lines from `start` on whose words all stand in the columns and are people or labels of them. */
function rowsOf(lines: readonly Line[], start: number, columns: readonly number[]) {
  const rows: { line: Line; cell: Cell }[][] = []
  for (const line of lines.slice(start, start + MOST)) {
    // What is drawn below the labels holds nobody.
    if (rows.length === 1 && DRAWN.test(line.whole.text)) {
      rows.push([])
      continue
    }
    const cells = isOther(line) ? [] : cellsOf(line)
    const placed = cells.map((cell) => ({
      line,
      cell: {
        ...cell,
        column: columns.findIndex((at) => Math.abs(line.indent + cell.from - at) <= NEAR),
      },
    }))
    const fits = placed.every(
      ({ cell }) => cell.column >= 0 && (isLabel(cell.text) || isPerson(cell.text)),
    )
    // A label alone in the first column begins a list of another kind.
    const [only] = placed
    const ends = placed.length === 1 && only?.cell.column === 0 && isLabel(only.cell.text)
    if (placed.length === 0 || !fits || ends) break
    rows.push(placed)
  }
  return rows
}

function cellsOf({ whole: { text } }: Line): Cell[] {
  return partsOutside(text, betweenColumns).map(({ from, to }) => {
    const own = text.slice(from, to)
    const lead = own.length - own.trimStart().length
    return { column: 0, from: from + lead, to: from + own.trimEnd().length, text: own.trim() }
  })
}

const isOther = ({ marker, bullet, quote, level, whole: { text } }: Line) =>
  marker !== null || bullet || quote || level > 0 || text.startsWith("|") || text.length > LONGEST

/** "APOLOGIES", "In attendance:", "For the crew:". */
function isLabel(text: string): boolean {
  if (text.length > 50 || text.split(/\s+/).length > 6) return false
  const list = peopleHeading(text.endsWith(":") ? text : `${text}:`)
  if (list?.rest === null || (list && !list.weak)) return true
  return text.endsWith(":") && !/\d/.test(text)
}

const isPerson = (text: string) => readEntry(text)?.name.includes(" ") === true

/** A label announces its list; one that says no more than where they belong names nobody. */
function lineOf(row: Line, cell: Cell): Line[] {
  const words = trimRich(sliceRich(row.whole, cell.from, cell.to))
  if (!words.text) return []
  const named = isLabel(cell.text) && !isPerson(cell.text)
  const list = named ? peopleHeading(`${cell.text.replace(/:$/, "")}:`) : null
  const base = { n: row.n, from: row.from, to: row.to, indent: named ? 0 : 2, breaks: true }
  const line = shapeOf({ ...base, gap: list !== null }, words)
  if (list) return [{ ...line, label: true }]
  return [named ? { ...line, place: true } : line]
}
