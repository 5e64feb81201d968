import { z } from "zod"
import type { importFiles } from "@/db/schema/imports"
import type { Finding } from "@/lib/check/model"
import { documentText } from "@/lib/documents/input"
import type { FileRefusal } from "./decode"
import { type ImportDraft, importDraft, wordsInValues } from "./draft"
import type { NumberReason } from "./numbering"
import { type ReadValue, valuesOf } from "./provenance"
import type { PortableReport } from "./read/model"
import type { Tally } from "./read/text/tally"
import { withoutSecrets } from "./secrets-apart"
import { wordsKept } from "./words-kept"

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
  /** Every value with its places in the source and how it was come by. */
  values: ReadValue[]
  /** Lines that belong to no value and no item; they stay as text in their place. */
  unplaced: number[]
  /** The number as the title and the text print it. */
  numbers: { printed: string; value: number; where: "title" | "text" }[]
  /** Names that the text itself gives to one person. */
  aliases: { name: string; alias: string }[]
  /** The whole passages behind the findings that something is decided or taken on. */
  passages: Passage[]
  /** Words of the source that are in the draft, as it was last kept. */
  words: Tally
  /** The number that was last taken without a person, and why, once other reports were in view. */
  settled: { number: number | null; reason: NumberReason | null } | null
  /** How its characters were stored, where that had to be found out: "windows-1252". */
  encoding?: string | null
  /** What the file was before somebody said that it is of the other kind. */
  aside?: { read: unknown; corrected: unknown }
  /** Why it was not saved when it was to be, as a sentence under `errors`. */
  notSaved?: NotSaved
}

export type NotSaved = { key: string; values: Record<string, string | number> }

/**
 * A report that was brought in before, in this batch or another, is not brought in again; and a version
 * that withdraws its report has nothing that minutes could be made of.
 */
export type ImportRefusal =
  | FileRefusal
  | { code: "same-report"; file: string; number: number }
  | { code: "withdrawal"; number: number; version: number }

/** Keeps of a reading what the pages need. With source and draft the words are counted in the draft. */
export function storedReading(
  report: PortableReport,
  findings: Finding[],
  made?: { source: string; draft: ImportDraft },
): StoredReading {
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
  const inValues = wordsInValues(report)
  return {
    findings: withoutSecrets(findings),
    inValues,
    ...valuesOf(report),
    numbers: report.numbers.printed.map(({ printed, value, where }) => ({ printed, value, where })),
    aliases: report.aliases,
    passages,
    words: made ? wordsKept(made.source, inValues, made.draft.text) : report.words,
    settled: { number: report.numbers.canonical?.value ?? null, reason: null },
  }
}

/** What was read in a file that is no report. Its text is kept as it will stand. */
export const storedDocument = z.object({ title: z.string(), text: documentText })
export type StoredDocument = z.infer<typeof storedDocument>

type Row = Pick<typeof importFiles.$inferSelect, "read" | "corrected">

/** The document that a file of that kind would become. */
export const documentIn = (row: Row): StoredDocument => storedDocument.parse(row.corrected)

/** What a file that was read before these were kept says of them. */
const unknown = {
  values: [],
  unplaced: [],
  numbers: [],
  aliases: [],
  words: { total: 0, kept: 0 },
  settled: null,
}

/** The draft of a file as it was last corrected. */
export const draftIn = (row: Row): ImportDraft => importDraft.parse(row.corrected)
export const readingIn = (row: Row): StoredReading =>
  ({ ...unknown, ...(row.read as StoredReading) }) satisfies StoredReading
