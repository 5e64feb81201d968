import { lineOf } from "../tasks/margins"
import { joinRich, type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { isRule } from "../text/table"

const LONGEST = 400
const BAR = /(?:^|\s)\|(?=\s|$)/g
const FEWEST_CELLS = 3
const MOST_CELLS = 12

/**
 * Sets a table whose cells stand apart by bars, but which has none at its edges, as rows with bars all
 * around: "No. | Task | Owner" above rows of as many cells. A line whose first cell is empty goes on
 * with the row above it.
 */
export function withBarredRows(lines: readonly Line[]): Line[] {
  const set: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const table = tableFrom(lines, i)
    if (table) {
      set.push(...table.rows)
      i += table.taken - 1
    } else set.push(head)
  }
  return set
}

function tableFrom(lines: readonly Line[], from: number): { rows: Line[]; taken: number } | null {
  const first = lines[from]
  if (!first || first.whole.text.startsWith("|")) return null
  const count = cellsIn(first)
  if (count < FEWEST_CELLS) return null
  const rows: { lines: Line[]; cells: Rich[][] }[] = []
  let rules = 0
  let taken = 0
  // In a mail each line may be a paragraph: rows apart from one another alike are one table.
  const isApart = lines[from + 1]?.gap === true
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || (line.gap !== isApart && at > from)) break
    if (/^[-=+|\s]{5,}$/.test(line.whole.text) && isRule(line.whole.text)) rules += 1
    else if (cellsIn(line) !== count) break
    else {
      const cells = cellsOf(line)
      const last = rows.at(-1)
      if (cells[0]?.text === "" && last) {
        last.lines.push(line)
        last.cells.push(cells)
      } else rows.push({ lines: [line], cells: [cells] })
    }
    taken += 1
  }
  // Rules between all rows are those of a grid, whose cells hold paragraphs.
  if (rows.length < 2 || rules > 2) return null
  return { rows: rows.map((row) => barred(row.lines, row.cells)), taken }
}

/** How many cells the bars of a line part; 0 for a line that is no such row. */
function cellsIn({ whole: { text }, level }: Line): number {
  if (level > 0 || text.length > LONGEST || !text.includes("|")) return 0
  const count = [...text.matchAll(BAR)].length + 1
  return count <= MOST_CELLS ? count : 0
}

function cellsOf({ whole }: Line): Rich[] {
  const cells: Rich[] = []
  let from = 0
  for (const { index, 0: bar } of whole.text.matchAll(BAR)) {
    const at = index + bar.length - 1
    cells.push(trimRich(sliceRich(whole, from, at)))
    from = at + 1
  }
  return [...cells, trimRich(sliceRich(whole, from))]
}

/** The lines of one row, each column put together, between bars. */
export function barred(lines: readonly Line[], rows: readonly (readonly Rich[])[]): Line {
  const columns = (rows[0] ?? []).map((_, column) =>
    joinRich(rows.flatMap((cells) => (cells[column]?.text ? [cells[column] as Rich] : []))),
  )
  const [place = 0] = columns.flatMap(({ at }) => at)
  const edge: Rich = { text: "|", at: [place], marks: [] }
  const text = joinRich(
    [edge, ...columns],
    columns.map((_, index) => (index === 0 ? " " : " | ")),
  )
  const [first] = lines
  return { ...lineOf(lines, text, {}), indent: 0, gap: first?.gap ?? false }
}
