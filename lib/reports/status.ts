import type { MinutesText } from "@/lib/minutes/model"
import { CLOSING, isEmptyDoc, OPENING, sectionOf } from "@/lib/minutes/model"

/** Where a meeting's report stands between its draft and the record. */
export const reportStates = [
  "draft",
  "in-review",
  "published",
  "correcting",
  "corrected",
  "withdrawn",
] as const
export type ReportState = (typeof reportStates)[number]

/** The records from which the state is read: none of them is a state of its own. */
export type ReportFacts = {
  versions: number
  /** Whether the newest version takes the report back. */
  withdrawn: boolean
  openReview: boolean
  openCorrection: boolean
}

/** The state of a report. A review of a correction counts as a review. */
export function stateOf(facts: ReportFacts): ReportState {
  if (facts.openReview) return "in-review"
  if (facts.versions === 0) return "draft"
  if (facts.openCorrection) return "correcting"
  if (facts.withdrawn) return "withdrawn"
  return facts.versions === 1 ? "published" : "corrected"
}

/** What may be done to a report, and from which states. This is the whole machine. */
const legal = {
  openReview: ["draft", "correcting"],
  endReview: ["in-review"],
  publish: ["draft", "correcting", "in-review"],
  beginCorrection: ["published", "corrected", "withdrawn"],
  dropCorrection: ["correcting"],
  withdraw: ["published", "corrected"],
} as const satisfies Record<string, readonly ReportState[]>

export type ReportMove = keyof typeof legal

/** Whether a move is legal in a state. */
export function mayMove(state: ReportState, move: ReportMove): boolean {
  return (legal[move] as readonly ReportState[]).includes(state)
}

/** Why a report cannot be published yet. Each is a sentence in the catalogue, with what to do. */
export type Lack = "number" | "start" | "future" | "text" | "strayText" | "cancelled"

/** What the question "may it be published now?" looks at. */
export type Readiness = {
  number: number | null
  startsAt: Date | null
  cancelled: boolean
  text: MinutesText | null
  agendaIds: readonly string[]
}

/**
 * Everything that keeps a report from being published at this moment, in the order in which it is
 * put right; nothing when it may be published. Whether the move is legal is for `mayMove`.
 */
export function lacksOf(report: Readiness, at: Date): Lack[] {
  const lacks: Lack[] = []
  if (report.cancelled) lacks.push("cancelled")
  if (report.number === null) lacks.push("number")
  if (report.startsAt === null) lacks.push("start")
  else if (report.startsAt > at) lacks.push("future")
  const { text } = report
  if (!text || text.order.every((id) => isEmptyDoc(sectionOf(text, id)))) lacks.push("text")
  else if (straySections(text, report.agendaIds).length > 0) lacks.push("strayText")
  return lacks
}

/** Sections that still hold words although their agenda item is gone. */
export function straySections(text: MinutesText, agendaIds: readonly string[]): string[] {
  const known = new Set([OPENING, CLOSING, ...agendaIds])
  return text.order.filter((id) => !known.has(id) && !isEmptyDoc(sectionOf(text, id)))
}
