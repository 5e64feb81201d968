import { looksLikeName } from "../people/names"
import type { Cell } from "../text/table"

/** Which column of a table of minutes holds the items, what was said on them, and what came of it. */
export type MinutesColumns = Partial<
  Record<"number" | "title" | "notes" | "task" | "decision" | "outcome" | "owner" | "due", number>
>

const FEWEST_ROWS = 3
/** So long a cell, or one that ends as a sentence does, tells something. */
const TOLD = 50
const LONGEST_TITLE = 90
const SENTENCE = /\p{L}{2}[.!?]["”’)]?(?:\s|$)/u
const HEADS = {
  decision: /decid|decision|agree|resol|settle|ruling|conclu/i,
  task: /\bto[- ]?do\b|task|action|errand|follow|next|homework|who does|chore/i,
  outcome: /came of|outcome|result|became|status|so\b/i,
} as const

/**
 * The columns of a table whose head names none of them in a known way, "Point | Who said what | What came of
 * it": titles are short and all different, and beside them most cells tell something in sentences.
 */
export function columnsByLooks(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): MinutesColumns | null {
  if (head.length < 2 || rows.length < FEWEST_ROWS) return null
  if (rows.some((row) => row.length !== head.length)) return null
  const column = (index: number) => rows.map((row) => row[index]?.text ?? "")
  const all = head.map((_, index) => index)
  const title = all.find((index) => areTitles(column(index)))
  if (title === undefined) return null
  const behind = all.filter((index) => index > title)
  const told = behind.filter((index) => tell(column(index)))
  const [notes] = told.sort((a, b) => column(b).join("").length - column(a).join("").length)
  if (notes === undefined) return null
  const columns: MinutesColumns = { title, notes }
  if (title > 0 && column(title - 1).every((text) => /^[\p{L}\d./-]{1,7}$/u.test(text)))
    columns.number = title - 1
  for (const [kind, pattern] of Object.entries(HEADS)) {
    const found = behind.find(
      (index) =>
        !Object.values(columns).includes(index) &&
        pattern.test(head[index]?.text.slice(0, 80) ?? ""),
    )
    if (found !== undefined) columns[kind as keyof typeof HEADS] = found
  }
  return columns
}

function areTitles(cells: readonly string[]): boolean {
  const titles = cells.filter((text) => /\p{L}{3}/u.test(text))
  return (
    titles.length === cells.length &&
    new Set(titles).size === titles.length &&
    titles.every((text) => text.length <= LONGEST_TITLE && !/[.;]$/.test(text)) &&
    titles.filter((text) => text.includes(" ") && looksLikeName(text)).length * 2 < titles.length
  )
}

function tell(cells: readonly string[]): boolean {
  const sentences = cells.filter((text) => SENTENCE.test(text))
  const long = cells.filter((text) => text.length >= TOLD)
  return sentences.length * 2 >= cells.length && long.length >= 2
}
