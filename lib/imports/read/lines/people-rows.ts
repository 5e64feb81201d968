import { readEntry } from "../people/entry"
import { peopleHeading } from "../roll/people-heading"
import { columnsOf } from "../roll/roll-table"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import { type Line, shapeOf } from "../text/shape"
import { isRule } from "../text/table"

const LONGEST = 300
const MOST_CELLS = 6
const MOST_BELOW = 20

/** A row between bars, and the rules right below it, which say nothing. */
type Row = { line: Line; cells: Rich[]; taken: number }

/**
 * The rows of a table of people without a head, from `start` on, as entries of a list: "Chair | Ana Lind"
 * is "Chair: Ana Lind", and "AL | Ana Lind | Port of Sol" is "Ana Lind – Port of Sol – AL". Null for
 * any other lines.
 */
export function peopleRows(
  lines: readonly Line[],
  start: number,
): { set: Line[]; taken: number } | null {
  const rows: Row[] = []
  for (let at = start; at < lines.length; at++) {
    const line = lines[at]
    const last = rows.at(-1)
    if (!line || (line.gap && last)) break
    if (last && isRule(line.whole.text)) last.taken += 1
    else {
      const cells = cellsOf(line)
      if (!cells) break
      rows.push({ line, cells, taken: 1 })
    }
  }
  const [head] = rows
  if (!head || rows.length < 2 || columnsOf(head.line.whole.text)) return null
  const column = [0, 1].find((at) => rows.every(({ cells }) => namesPerson(cells[at])))
  if (column === undefined) return null
  const pairs = column === 1 && rows.every(({ cells }) => cells.length === 2)
  const taken = rows.reduce((sum, row) => sum + row.taken, 0)
  return { set: rows.map((row) => entryOf(row, column, pairs)), taken }
}

/**
 * The row of a label and people in several cells, "| Present | Ana Lind | Ben Okoro |", with the rows below it
 * whose first cell is empty, as one line: "Present: Ana Lind; Ben Okoro". Null for any other lines.
 */
export function labelledRow(
  lines: readonly Line[],
  start: number,
): { set: Line[]; taken: number } | null {
  const first = lines[start]
  const [label, ...beside] = (first?.whole.text.startsWith("|") && cellsOf(first)) || []
  const list = label?.text ? peopleHeading(`${label.text.replace(/:$/, "")}: x`) : null
  if (!first || !label || !list) return null
  const people = [...beside]
  let taken = 1
  for (const line of lines.slice(start + 1, start + 1 + MOST_BELOW)) {
    const cells: Rich[] | null = line.gap ? null : cellsOf(line)
    const rule = isRule(line.whole.text)
    if (!rule && cells?.[0]?.text !== "") break
    if (!rule) people.push(...(cells?.slice(1) ?? []))
    taken += 1
  }
  const named = people.filter(({ text }) => text !== "")
  if (named.length < 2 || !named.every(namesPerson)) return null
  const rich = joinRich([label, ...named], [": ", ...named.map(() => "; ")])
  const { n, from, indent, gap } = first
  const to = lines[start + taken - 1]?.to ?? first.to
  return { set: [shapeOf({ n, from, to, indent, gap, breaks: true }, rich)], taken }
}

/** The cells between the bars of a row; null for any other line. */
function cellsOf({ whole, marker, bullet, level, names }: Line): Rich[] | null {
  const { text } = whole
  if (text.length > LONGEST || bullet || marker || level > 0 || names !== undefined) return null
  if (!text.startsWith("|") && !/\S\s\|\s\S/.test(text)) return null
  const cuts = [...text.matchAll(/\|/g)].map(({ index }) => index)
  const ends = [...cuts, text.length]
  const cells = [-1, ...cuts].map((cut, index) => trimRich(sliceRich(whole, cut + 1, ends[index])))
  const own = cells.filter(
    (cell, index) => cell.text !== "" || (index > 0 && index < cells.length - 1),
  )
  return own.length >= 2 && own.length <= MOST_CELLS ? own : null
}

/** One whole name in a cell, or several divided by semicolons. */
function namesPerson(cell: Rich | undefined): boolean {
  const [first = "", ...others] = cell?.text.split(/;\s/) ?? []
  return [first, ...others].every((text) => readEntry(text)?.name.includes(" ") === true)
}

function entryOf({ line, cells }: Row, column: number, pair: boolean): Line {
  const { n, from, to, indent, gap } = line
  const own = cells[column]
  const others = cells.filter((cell, index) => index !== column && cell.text !== "")
  const parts = pair ? cells : own ? [own, ...others] : others
  const rich = joinRich(parts, pair ? [": "] : others.map(() => " – "))
  return { ...shapeOf({ n, from, to, indent, gap, breaks: true }, rich), listed: true }
}
