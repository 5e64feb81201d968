import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { cellsOf, isRule } from "../text/table"
import { columnsOf, knownColumn } from "./roll-table"

/** What the columns of tables of tasks and topics are called. */
const NOT_PEOPLE =
  /\b(?:actions?|tasks?|what|due|when|deadlines?|owners?|responsible|topics?|items?|discussions?|decisions?|matters?|votes?|candidates?)\b/i
const FEWEST = 2
const MOST_ROWS = 40

/**
 * Tells tables of people whose head has a word of its own for them, "Director | Office | Present": one
 * column holds whole names alone, and all others are known.
 */
export function withNameColumns(lines: readonly Line[]): Line[] {
  return lines.map((line, index) => {
    const begins = line.whole.text.startsWith("|") && (line.gap || !isBarred(lines[index - 1]))
    const names = begins ? namesBelow(lines, index) : null
    return names === null ? line : { ...line, names }
  })
}

function namesBelow(lines: readonly Line[], index: number): number | null {
  const text = lines[index]?.whole.text ?? ""
  if (text.length > 300 || NOT_PEOPLE.test(text) || columnsOf(text)) return null
  const heads = cellsOf(text) ?? []
  const unknown = heads.findIndex((cell) => knownColumn(cell.text) === null)
  const others = heads.filter((_, at) => at !== unknown)
  if (unknown < 0 || heads.length < 2 || others.some(({ text }) => knownColumn(text) === null))
    return null
  const body = lines.slice(index + 1, index + 1 + MOST_ROWS)
  const end = body.findIndex((line) => line.gap || !isBarred(line))
  const rows = body
    .slice(0, end < 0 ? body.length : end)
    .filter(({ whole }) => !isRule(whole.text))
    .map(({ whole }) => cellsOf(whole.text)?.[unknown]?.text ?? "")
  const named = rows.filter((cell) => readEntry(cell)?.name.includes(" ") === true)
  return rows.length >= FEWEST && named.length === rows.length ? unknown : null
}

const isBarred = (line: Line | undefined) => line?.whole.text.startsWith("|") === true
