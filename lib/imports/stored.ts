import type { importFiles } from "@/db/schema/imports"
import type { Finding, Span } from "@/lib/check/model"
import type { FileRefusal } from "./decode"
import { type ImportDraft, importDraft } from "./draft"
import type { ReadReport } from "./read/model"

/** What is kept of a reading beside the draft: what was found, and where the values stand in the source. */
export type StoredReading = {
  findings: Finding[]
  words: { total: number; kept: number }
  marks: Span[]
  /** The whole sentences behind the findings that a sentence seems to decide. */
  decisions: { text: string; item: string | null }[]
}

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
  const decisions = report.decisions
    .filter(({ how }) => how === "inferred")
    .map(({ text, item }) => ({ text, item }))
  return { findings, words: report.words, marks, decisions }
}

type Row = Pick<typeof importFiles.$inferSelect, "read" | "corrected">

/** The draft of a file as it was last corrected. */
export const draftIn = (row: Row): ImportDraft => importDraft.parse(row.corrected)
export const readingIn = (row: Row): StoredReading => row.read as StoredReading
