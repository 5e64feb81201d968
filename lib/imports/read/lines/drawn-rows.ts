import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { barred } from "./barred-rows"

/** Columns in which stands what was said: their rows are paragraphs, and no entries of a list. */
const TOLD =
  /^(?:discussions?|minutes|notes?|summary|what was said|proceedings|deliberations?|highlights?|remarks?|comments?)\b/i
/** More than this in one cell is told, and not listed. */
const LONGEST = 160
const LEAST = 2

/**
 * The rows of a drawn table that lists people, items or tasks, each between bars; null where its cells hold
 * what was said. A line whose first cell is empty goes on with the row above it.
 * @param groups the lines between each two borders
 */
export function rowsOfDrawn(groups: readonly (readonly Line[])[]): Line[] | null {
  const [head, ...bodies] = groups
  if (!head || bodies.length === 0 || tellsIn(head)) return null
  const counts = new Set(groups.flat().map((line) => cellsOf(line).length))
  const [count = 0] = counts
  if (counts.size > 1 || count < LEAST) return null
  const listed = bodies.length > 1 ? bodies.map((lines) => [...lines]) : begunIn(bodies[0] ?? [])
  if (listed.length < LEAST && bodies.length === 1 && listed[0]?.length !== 1) return null
  const [first, ...rows] = [[...head], ...listed].map((lines) => barred(lines, lines.map(cellsOf)))
  if (!first || rows.some(isLong)) return null
  // Above the head stands the border, and above that perhaps nothing.
  return [{ ...first, gap: true }, ruleBelow(first, count), ...rows]
}

/** What stands below the head of a table whose rows have bars around them. */
function ruleBelow(head: Line, count: number): Line {
  const text = `|${" --- |".repeat(count)}`
  const [place = 0] = head.whole.at
  const rule: Rich = { text, at: Array.from(text, () => place), marks: [] }
  return { ...head, whole: rule, words: rule, gap: false }
}

const tellsIn = (head: readonly Line[]) =>
  head.some((line) => cellsOf(line).some(({ text }) => TOLD.test(text)))

const isLong = ({ whole }: Line) => whole.text.split("|").some((cell) => cell.length > LONGEST)

/** The lines below one border by the rows that they make. */
function begunIn(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of lines) {
    const goesOn = cellsOf(line)[0]?.text === ""
    if (goesOn && rows.length > 0) rows.at(-1)?.push(line)
    else rows.push([line])
  }
  return rows
}

/** The cells of a line with a bar at each end. */
function cellsOf({ whole }: Line): Rich[] {
  const cells: Rich[] = []
  let from = 1
  for (let to = whole.text.indexOf("|", from); to >= 0; to = whole.text.indexOf("|", from)) {
    cells.push(trimRich(sliceRich(whole, from, to)))
    from = to + 1
  }
  return cells
}
