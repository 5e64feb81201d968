import type { MinutesText } from "@/lib/minutes/model"
import { CLOSING, isEmptyDoc, OPENING, sectionOf } from "@/lib/minutes/model"

/** Why a report cannot be published yet. Each is a sentence in the catalogue, with what to do. */
export type Lack = "number" | "start" | "future" | "text" | "strayText" | "cancelled" | "published"

/** What the question "may it be published now?" looks at. */
export type Readiness = {
  number: number | null
  startsAt: Date | null
  cancelled: boolean
  publishedVersions: number
  text: MinutesText | null
  agendaIds: readonly string[]
}

/**
 * Everything that keeps a report from being published at this moment, in the order in which it is
 * put right; nothing when it may be published.
 */
export function lacksOf(report: Readiness, at: Date): Lack[] {
  if (report.publishedVersions > 0) return ["published"]
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
