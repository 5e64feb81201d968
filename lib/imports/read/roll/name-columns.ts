import { readEntry } from "../people/entry"
import type { Line } from "../text/shape"
import { cellsOf, isRule } from "../text/table"
import { peopleHeading } from "./people-heading"
import { columnsOf, knownColumn } from "./roll-table"

/** What the columns of tables of tasks and topics are called. */
const NOT_PEOPLE =
  /\b(?:actions?|tasks?|what|due|when|deadlines?|owners?|responsible|topics?|items?|discussions?|decisions?|matters?|votes?|candidates?)\b/i
const FEWEST = 2
const MOST_ROWS = 40
/** So many lines stand in front of what is told. */
const MOST_ABOVE = 40

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
  if (text.length > 300 || NOT_PEOPLE.test(text)) return null
  const heads = cellsOf(text) ?? []
  if (heads.length < 2) return null
  const known = heads.map((cell) => knownColumn(cell.text))
  // "Present | Faculty", "Name | Coalition" above a rule: it is a head, whatever the others are called.
  if (isRule(lines[index + 1]?.whole.text ?? "")) {
    // "Present | Absent" are two lists side by side.
    const one = heads.slice(1).every((cell) => cell.text !== "" && !peopleHeading(cell.text))
    const there = one && PRESENCE.test(heads[0]?.text ?? "") ? 0 : -1
    const few = known.filter((column) => column === null).length < 2
    const named =
      few && columnsOf(text) === null && isInFront(lines, index) ? known.indexOf("name") : -1
    const column = Math.max(there, named)
    if (column >= 0) return nameOthers(lines, index, column) ? column : null
  }
  if (columnsOf(text)) return null
  if (hasAnswers(lines, index, known.indexOf("status"))) {
    const names = known.findIndex((column, at) => column === null && nameOthers(lines, index, at))
    if (names >= 0 && known.filter((column) => column === null).length <= 2) return names
  }
  const unknown = known.indexOf(null)
  if (unknown < 0 || known.some((column, at) => at !== unknown && column === null)) return null
  return nameOthers(lines, index, unknown) ? unknown : null
}

const PRESENCE = /^(?:present|attending|attended|in attendance|who was (?:there|here))$/i

/** A table right below the heading of a list, or in front of all that is told. */
const isInFront = (lines: readonly Line[], index: number) =>
  index < MOST_ABOVE || peopleHeading(lines[index - 1]?.words.text ?? "")?.rest === null

/** Whether in every row below the head a column has somebody's whole name. */
function nameOthers(lines: readonly Line[], index: number, column: number): boolean {
  const cells = cellsBelow(lines, index, column)
  const named = cells.filter((cell) => readEntry(cell)?.name.includes(" ") === true)
  return cells.length >= FEWEST && named.length === cells.length
}

/** Whether a column says of everybody whether they were there: "yes", "no", a tick or nothing. */
function hasAnswers(lines: readonly Line[], index: number, column: number): boolean {
  const cells = column < 0 ? [] : cellsBelow(lines, index, column)
  return cells.length >= FEWEST && cells.every((cell) => ANSWER.test(cell))
}

const ANSWER =
  /^(?:yes|no|y|n|x|p|a|present|absent|excused|apologies|regrets|remote|online|[✓✔✗✘☑☐–—-]|)$/iu

function cellsBelow(lines: readonly Line[], index: number, column: number): string[] {
  const body = lines.slice(index + 1, index + 1 + MOST_ROWS)
  const end = body.findIndex((line) => line.gap || !isBarred(line))
  return body
    .slice(0, end < 0 ? body.length : end)
    .filter(({ whole }) => !isRule(whole.text))
    .map(({ whole }) => cellsOf(whole.text)?.[column]?.text ?? "")
}

const isBarred = (line: Line | undefined) => line?.whole.text.startsWith("|") === true
