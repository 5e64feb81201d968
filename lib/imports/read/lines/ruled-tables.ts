import { headsDecisions } from "../decisions/decision-rows"
import { headsActions } from "../tasks/task-columns"
import { type Rich, sliceRich, trimRich } from "../text/rich"
import type { Line } from "../text/shape"
import { barred } from "./barred-rows"

const LONGEST = 200
const RULE = /^[-=–—_+]{3,}(?:\s{1,8}[-=–—_+]{2,}){0,12}$/

/**
 * Sets tables of actions and of decisions whose columns stand apart by spaces as rows with bars: where the head of each
 * column begins, its cells begin, and a row whose first cells are empty goes on with the one above.
 */
export function withRuledTables(lines: readonly Line[]): Line[] {
  const set: Line[] = []
  for (let i = 0; i < lines.length; i++) {
    const head = lines[i]
    if (!head) break
    const starts = startsOf(head)
    const table = starts ? tableBelow(lines, i + 1, starts) : null
    if (!table) set.push(head)
    else {
      set.push(barred([head], [cellsAt(head, starts ?? [])]), ...table.rows)
      i += table.taken
    }
  }
  return set
}

/** Where the columns of the head of such a table begin; null for any other line. */
function startsOf({ whole: { text }, indent, bullet, level }: Line): number[] | null {
  if (text.length > LONGEST || bullet || level > 0 || /[|\t]/.test(text) || !/\S\s\s/.test(text))
    return null
  if (!headsActions(text) && !headsDecisions(text)) return null
  return [...text.matchAll(/(?<=^|\s\s)\S/g)].map(({ index }) => indent + index)
}

function tableBelow(lines: readonly Line[], from: number, starts: readonly number[]) {
  const rows: { lines: Line[]; cells: Rich[][] }[] = []
  let taken = 0
  for (let at = from; at < lines.length; at++) {
    const line = lines[at]
    if (!line || line.level > 0 || (line.gap && rows.length > 0 && !isRow(line, starts))) break
    taken += 1
    if (RULE.test(line.whole.text)) continue
    if (!fits(line, starts)) return null
    const cells = cellsAt(line, starts)
    const last = rows.at(-1)
    const goesOn = cells[0]?.text === "" || (cells[1]?.text === "" && cells.length > 2 && !line.gap)
    if (last && goesOn && !line.gap) {
      last.lines.push(line)
      last.cells.push(cells)
    } else rows.push({ lines: [line], cells: [cells] })
  }
  return rows.length === 0 ? null : { rows: rows.map((row) => barred(row.lines, row.cells)), taken }
}

/** Whether another row may stand behind an empty line: in at least two of the columns something begins. */
function isRow(line: Line, starts: readonly number[]): boolean {
  if (!fits(line, starts)) return false
  const text = line.whole.text
  const begun = starts.filter((start) => /^\S/.test(text.slice(Math.max(0, start - line.indent))))
  return begun.length >= 2 && /\S\s\s/.test(text)
}

/** Whether no word of a line reaches over the place where a column begins. */
function fits({ whole: { text }, indent }: Line, starts: readonly number[]): boolean {
  if (text.length > LONGEST + 40 || /[|\t]/.test(text)) return false
  return starts.every((start) => {
    const at = start - indent
    return at <= 0 || at >= text.length || /\s/.test(text.charAt(at - 1))
  })
}

function cellsAt({ whole, indent }: Line, starts: readonly number[]): Rich[] {
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? Number.POSITIVE_INFINITY) - indent
    const from = index === 0 ? 0 : Math.max(0, start - indent)
    return trimRich(sliceRich(whole, from, Math.max(from, Math.min(end, whole.text.length))))
  })
}
