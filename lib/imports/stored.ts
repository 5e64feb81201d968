import type { importFiles } from "@/db/schema/imports"
import type { Finding, Span } from "@/lib/check/model"
import type { FileRefusal } from "./decode"
import { type ImportDraft, importDraft, wordsInValues } from "./draft"
import type { ReadReport } from "./read/model"

/** A passage by the offset of its first character in the source. Owners and day are those of an action. */
export type Passage = {
  rule: "decision-unmarked" | "action-unmarked"
  from: number
  text: string
  owners: string[]
  due: string | null
}

/** What is kept of a reading beside the draft: what was found, and where the values stand in the source. */
export type StoredReading = {
  findings: Finding[]
  /** Words of the source that stand in values of the draft, and so not in its text. */
  inValues: string[]
  marks: Span[]
  /** The whole passages behind the findings that something is decided or taken on. */
  passages: Passage[]
  /** Why it was not saved when it was to be, as a sentence under `errors`. */
  notSaved?: NotSaved
}

export type NotSaved = { key: string; values: Record<string, string | number> }

/** A report that was brought in before, in this batch or another, is not brought in again. */
export type ImportRefusal = FileRefusal | { code: "same-report"; file: string; number: number }

export function storedReading(report: ReadReport, findings: Finding[]): StoredReading {
  const found = [
    ...report.numbers.printed,
    ...report.starts,
    ...report.hosts,
    ...report.moderators,
    ...report.participants,
    ...report.regrets,
    ...report.agenda,
    ...report.agenda.flatMap(({ children }) => children),
    ...report.decisions,
  ]
  const marks = found.flatMap(({ at }) => (at ? [{ line: at.line, from: at.from, to: at.to }] : []))
  const passages = [
    ...report.decisions.map((each) => ({ ...each, rule: "decision-unmarked" as const })),
    ...report.actions.map((each) => ({ ...each, rule: "action-unmarked" as const })),
  ]
    .filter(({ how }) => how === "inferred")
    .map(
      ({ rule, at, text, ...action }): Passage => ({
        rule,
        from: at.from,
        text,
        owners: "owners" in action ? action.owners : [],
        due: "due" in action ? action.due : null,
      }),
    )
  return { findings, inValues: wordsInValues(report), marks, passages }
}

type Row = Pick<typeof importFiles.$inferSelect, "read" | "corrected">

/** The draft of a file as it was last corrected. */
export const draftIn = (row: Row): ImportDraft => importDraft.parse(row.corrected)
export const readingIn = (row: Row): StoredReading => row.read as StoredReading
