import type { DocumentStatus } from "./status"

export const documentKinds = [
  "charter",
  "activity-plan",
  "action-plan",
  "proposal",
  "letter",
  "response",
  "other",
] as const

export type DocumentKind = (typeof documentKinds)[number]

/** Languages (BCP 47) in which a group writes: those of the United Nations. */
export const documentLanguages = ["en", "fr", "es", "ar", "zh", "ru"] as const

/** What is said of a document beside its text. `revision` counts the changes of these alone. */
export type DocumentFacts = {
  title: string
  kind: DocumentKind
  language: string
  /** Who looks after it; may change all of this. */
  responsible: { id: string; name: string } | null
  origin: DocumentOrigin | null
  revision: number
}

/** The decision of a meeting that asked for it; `words` is null when it left the minutes, or none is named. */
export type DocumentOrigin = {
  meetingId: string
  number: number | null
  blockId: string | null
  words: string | null
}

/** A document that took the place of another. */
export type Successor = { slug: string; title: string; status: DocumentStatus }
