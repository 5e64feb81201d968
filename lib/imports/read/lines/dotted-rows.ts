import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { barred } from "./barred-rows"

const DOTS = /\s?\.{3,120}\s?/g
const FEWEST = 2
const CELLS = 3
const LONGEST = 200
/** A cell for a day is no longer. */
const LONGEST_LAST = 30

/**
 * Sets lines in which dots lead from one cell to the next and on to a day as rows with bars: "Ana ..... order two
 * lamps ..... 15 March". Lines with one row of dots are a label and its value, and stay as they are.
 */
export function withDottedRows(lines: readonly Line[]): Line[] {
  if (!lines.some(({ whole: { text } }) => text.includes("...."))) return [...lines]
  const rows = lines.map(cellsOf)
  const isRow = (at: number) => rows[at] != null
  return lines.map((line, at) => {
    const cells = rows[at]
    if (!cells || !(isRow(at - 1) || isRow(at + 1))) return line
    let [from, to] = [at, at]
    while (isRow(from - 1)) from -= 1
    while (isRow(to + 1)) to += 1
    const days = rows.slice(from, to + 1).filter((row) => /\d/.test(row?.at(-1)?.text ?? ""))
    return days.length < FEWEST ? line : barred([line], [cells])
  })
}

function cellsOf({ whole, level, marker, bullet }: Line): Rich[] | null {
  const { text } = whole
  if (level > 0 || marker || bullet || text.length > LONGEST || !text.includes("...")) return null
  const cells: Rich[] = []
  let from = 0
  for (const { index, 0: dots } of text.matchAll(DOTS)) {
    cells.push(trimRich(sliceRich(whole, from, index)))
    from = index + dots.length
  }
  cells.push(trimRich(sliceRich(whole, from)))
  const isShort = (cells.at(-1)?.text.length ?? 0) <= LONGEST_LAST
  return cells.length === CELLS && isShort && cells.every((cell) => cell.text !== "") ? cells : null
}
