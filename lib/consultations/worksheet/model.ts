import { type Disposition, needsReason } from "@/lib/comments/model"
import type { StakeholderGroup } from "@/lib/people/model"
import type { RowOfEdition } from "../rows-of-editions"

/** A comment in the order of the text, with what becomes of its thread. Instants are in UTC. */
export type WorksheetRow = {
  commentId: string
  threadId: string
  /** Of the thread: a decision is about the thread as it was shown. */
  revision: number
  /** Whether it is the first that is shown of its thread; the others are decided with it. */
  leads: boolean
  /** Whether the thread still has to be decided; of one whose comments are all hidden nothing has. */
  open: boolean
  /** From 1: the number of the thread in the sheet, and of the comment in it ("4", "4.2"). */
  number: string
  /** Titles of the text and of its section; "" where the comment is about the whole of it. */
  text: string
  section: string
  /** The row of an edition that it is about, where the text was made of one. */
  row: RowOfEdition | null
  /** The words that it is about; what is gone is known by its title or its words alone. */
  quote: string
  /** Whether the passage or section stands no longer in the text. */
  lost: boolean
  /** "" of a comment that is hidden, and `hidden` then says why, and who hid it. */
  words: string
  proposal: string | null
  hidden: { by: string; reason: string } | null
  /** As they were on the day of the comment. */
  author: { name: string; organisation: string; stakeholderGroup: StakeholderGroup | null }
  unnamed: boolean
  at: Date
  late: boolean
  disposition: Disposition | null
  reason: string
  decider: string | null
}

/** What a worksheet may be: bytes of a file, and of all that is in it; rows and columns that are read. */
export const worksheetLimits = {
  bytes: 5 * 1024 * 1024,
  inside: 40 * 1024 * 1024,
  rows: 20_000,
  columns: 40,
  perPage: 100,
}

/** A decision as the sheet says it. */
export type Decision = { disposition: Disposition | null; reason: string }

/** What stands in a row that is another one than the form of it showed, and who decided so. */
export type StaleRow = Decision & { revision: number; decider: string | null }

/** A reason as it comes back from a spreadsheet: line ends evened out, without the signs that none holds. */
export const evened = (reason: string): string =>
  reason
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\p{Noncharacter_Code_Point}|\ufffd/gu, "")
    .trim()

export const sameDecision = (a: Decision, b: Decision): boolean =>
  a.disposition === b.disposition && evened(a.reason) === evened(b.reason)

/** What keeps a decision from being kept (a key under `worksheet.problem`), or null. */
export function decisionLack({ disposition, reason }: Decision): "reasonAlone" | "reason" | null {
  if (disposition === null) return reason.trim() === "" ? null : "reasonAlone"
  return needsReason(disposition) && reason.trim() === "" ? "reason" : null
}

/** Whether a thread was decided without the reason that the decision needs, as was possible before. */
export const lacksReason = (row: Pick<WorksheetRow, "leads"> & Decision): boolean =>
  row.leads && decisionLack(row) === "reason"

/** Which threads of a worksheet are shown: all, those that nobody decided, those that lack a reason. */
export const worksheetShows = ["all", "open", "reason"] as const
export type WorksheetShows = (typeof worksheetShows)[number]

/** What is wrong with a row of a sheet that came back. `row` is its number as the program shows it. */
export type SheetProblem = {
  row: number
  key:
    | "unknownRow"
    | "twice"
    | "disposition"
    | "reason"
    | "reasonAlone"
    | "tooLong"
    | "formula"
    | "stale"
  value: string
}
