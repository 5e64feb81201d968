import type { OpenText } from "../open-texts"

type Place = {
  meetingId: string | null
  documentId: string | null
  about: string
  place: string | null
  quote: string
  createdAt: Date
}

/** Where a thread stands: which text, which of its sections, and how far in. Smaller is earlier. */
export type Position = { text: number; section: number; offset: number }

const last = Number.MAX_SAFE_INTEGER

/** Where a thread stands in the texts of a consultation; what stands no longer in them comes last in its text. */
export function positionOf(thread: Place, texts: readonly OpenText[]): Position {
  const text = texts.findIndex(({ textId }) => textId === (thread.meetingId ?? thread.documentId))
  if (text < 0) return { text: last, section: last, offset: last }
  if (thread.about === "text") return { text, section: -1, offset: 0 }
  const sections = texts[text]?.sections ?? []
  const named = sections.findIndex(({ place }) => place === thread.place)
  if (thread.quote === "") return { text, section: named < 0 ? last : named, offset: 0 }
  const quote = squeezed(thread.quote)
  const offsets = sections.map(({ words }) => squeezed(words).indexOf(quote))
  if (named >= 0) return { text, section: named, offset: offsetAt(offsets[named]) }
  const found = offsets.findIndex((offset) => offset >= 0)
  return { text, section: found < 0 ? last : found, offset: offsetAt(offsets[found]) }
}

export const comparePositions = (a: Position, b: Position): number =>
  a.text - b.text || a.section - b.section || a.offset - b.offset

const offsetAt = (found: number | undefined) => (found === undefined || found < 0 ? last : found)

/** A quote may have been copied with other blanks than the text has. */
const squeezed = (words: string) => words.replace(/\s+/g, " ").trim()
