import { peopleHeading } from "./people-heading"
import { sliceRich, trimRich } from "./rich"
import { type Line, shapeOf } from "./shape"
import { type Cell, cellsOf, isRule } from "./table"

/**
 * Takes a table apart whose columns are lists of people ("Present | By phone | Apologies"): each list
 * becomes its label with the names below it.
 */
export function withPeopleColumns(lines: readonly Line[]): Line[] {
  const unfolded: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const labels = labelsOf(head)
    const rows: Line[] = []
    while (labels && lines[i + rows.length + 1]?.whole.text.startsWith("|"))
      rows.push(lines[i + rows.length + 1] as Line)
    if (!labels || rows.length === 0) unfolded.push(head)
    else {
      for (const [column, label] of labels.entries()) {
        const isList = peopleHeading(`${label.text}:`) !== null
        const more: Pick<Line, "place" | "beside"> = isList
          ? labels.some((each) => peopleHeading(`${each.text}:`) === null)
            ? { beside: true }
            : {}
          : { place: true }
        unfolded.push(...lineOf(head, label, isList, more))
        for (const row of rows) {
          const cell = isRule(row.whole.text) ? null : cellsOf(row.whole.text)?.[column]
          if (cell?.text) unfolded.push(...lineOf(row, cell, false, more))
        }
      }
      i += rows.length
    }
  }
  return unfolded
}

function labelsOf(line: Line): Cell[] | null {
  const text = line.whole.text
  if (!text.startsWith("|") || text.length > 300 || line.level > 0) return null
  const cells = cellsOf(text)
  const lists = cells?.map((cell) => peopleHeading(`${cell.text}:`)) ?? []
  if (!cells || /\d/.test(text)) return null
  const kinds = new Set(lists.flatMap((list) => (list && !list.weak ? list.list : [])))
  // "Institution | Present | Apologies": the first column tells where the others belong.
  const [first, ...others] = lists
  const placed = first === null && others.length > 0 && others.every((list) => list !== null)
  if (placed && kinds.size === 2) return cells
  if (!lists.every((list) => list !== null)) return null
  // "Name | Role | Present" is a table of people with one column of each.
  const strong = lists.filter((list) => list && !list.weak).length
  return strong >= 2 || (strong === 1 && lists.length === 2) ? cells : null
}

function lineOf(row: Line, cell: Cell, gap: boolean, more: Pick<Line, "place" | "beside">): Line[] {
  const words = trimRich(sliceRich(row.whole, cell.from, cell.to))
  if (!words.text) return []
  const base = { n: row.n, from: row.from, to: row.to, indent: gap ? 0 : 2, gap, breaks: true }
  return [{ ...shapeOf(base, words), ...(gap && { label: true as const }), ...more }]
}
