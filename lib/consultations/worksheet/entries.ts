import { commentLimits, type Disposition, dispositions } from "@/lib/comments/model"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { type Decision, decisionLack, type SheetProblem } from "./model"
import type { SheetCell, SheetRow } from "./read-xlsx"
import { type RowKey, readKey, shownHash } from "./row-key"

/** What a row of a sheet that came back decides. */
export type SheetEntry = RowKey & Decision & { row: number }

/** Columns that are read; all others may be changed, moved and left out. */
type Wanted = "key" | "disposition" | "reason"
const wanted: readonly Wanted[] = ["key", "disposition", "reason"]
/** Rows above the head that somebody may have put there. */
const mostAbove = 20

/** The decisions of a sheet with what is wrong in it; null when it has not the columns of a worksheet. */
export function readEntries(
  rows: readonly SheetRow[],
): { entries: SheetEntry[]; problems: SheetProblem[] } | null {
  const head = headOf(rows.slice(0, mostAbove))
  if (!head) return null
  const entries: SheetEntry[] = []
  const problems: SheetProblem[] = []
  const seen = new Set<string>()
  for (const { row, cells } of rows.slice(head.index + 1)) {
    const cell = (column: Wanted) => cells.find((each) => each.column === head.columns[column])
    const problem = (key: SheetProblem["key"], value = "") => problems.push({ row, key, value })
    const key = cell("key")
    if (!key) {
      // The other comments of a thread carry no key: they are decided with the first.
      if (cell("disposition") || cell("reason")) problem("unknownRow")
      continue
    }
    const known = readKey(key.text)
    const lack = known ? lackIn(known, cell("disposition"), cell("reason"), seen) : "unknownRow"
    if (!known || lack) {
      problem(lack ?? "unknownRow", cell("disposition")?.text.slice(0, 40))
      continue
    }
    seen.add(known.threadId)
    entries.push({ row, ...known, ...decisionOf(cell("disposition"), cell("reason")) })
  }
  return { entries, problems }
}

function headOf(rows: readonly SheetRow[]) {
  for (const [index, { cells }] of rows.entries()) {
    const columns = Object.fromEntries(
      wanted.map((name) => [name, cells.find(({ text }) => named(name).has(fold(text)))?.column]),
    )
    if (wanted.every((name) => columns[name] !== undefined))
      return { index, columns: columns as Record<Wanted, number> }
  }
  return null
}

function decisionOf(disposition?: SheetCell, reason?: SheetCell): Decision {
  const text = disposition?.text.trim() ?? ""
  return {
    disposition: text === "" ? null : dispositionOf(text),
    reason: (reason?.text ?? "").trim(),
  }
}

function lackIn(
  key: RowKey,
  disposition: SheetCell | undefined,
  reason: SheetCell | undefined,
  seen: ReadonlySet<string>,
): SheetProblem["key"] | null {
  if (seen.has(key.threadId)) return "twice"
  if (disposition?.formula || reason?.formula) return "formula"
  const text = disposition?.text.trim() ?? ""
  if (text !== "" && dispositionOf(text) === null) return "disposition"
  if ((reason?.text.trim().length ?? 0) > commentLimits.reason) return "tooLong"
  const decision = decisionOf(disposition, reason)
  // What nobody touched may have been decided before a reason had to be given.
  return shownHash(decision) === key.shown ? null : decisionLack(decision)
}

const fold = (text: string) =>
  text
    .replace(/[\s\u00a0]+/g, " ")
    .trim()
    .toLowerCase()

/** What a column is called in any of our languages: a sheet may be worked on in another than it was made in. */
function named(column: Wanted): Set<string> {
  return new Set(
    routing.locales.map((locale) => fold(translatorFor(locale)(`worksheet.column.${column}`))),
  )
}

function dispositionOf(text: string): Disposition | null {
  const folded = fold(text)
  const is = (each: Disposition) =>
    folded === each ||
    routing.locales.some(
      (locale) => fold(translatorFor(locale)(`worksheet.disposition.${each}`)) === folded,
    )
  return dispositions.find(is) ?? null
}
