import { findQuote, squeezed } from "@/lib/comments/anchors/find-quote"
import type { OpenText } from "../open-texts"

type Place = {
  meetingId: string | null
  documentId: string | null
  about: string
  place: string | null
  quote: string
  quoteBefore: string
  quoteAfter: string
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
  const section = named < 0 ? last : named
  if (thread.quote === "") return { text, section, offset: 0 }
  return { text, ...(wordsAt(thread, sections, named) ?? { section, offset: last }) }
}

/** Whether the words of a passage stand nowhere in its text as it was opened. */
export const isMissing = ({ text, offset }: Position): boolean => text < last && offset === last

export const comparePositions = (a: Position, b: Position): number =>
  a.text - b.text || a.section - b.section || a.offset - b.offset

/**
 * In which section the words of a passage stand, and how far in: in the one that is `named`, else in
 * that of all where most of what stood around them agrees. Blanks are not counted: they may have been
 * copied with others than the text has.
 */
function wordsAt(
  { quote, quoteBefore: before, quoteAfter: after }: Place,
  sections: OpenText["sections"],
  named: number,
): Omit<Position, "text"> | null {
  const searched = [...sections.entries()].filter(([at]) => named < 0 || at === named)
  let whole = ""
  const runs: { section: number; from: number; offset: number }[] = []
  const add = (section: number, words: string, offset: number) => {
    runs.push({ section, from: whole.length, offset })
    whole += words
  }
  for (const [section, { words }] of searched) add(section, squeezed(words), 0)
  // A note stands behind the words of its section, though it is read behind those of all.
  for (const [section, { words, notes }] of searched)
    if (notes !== "") add(section, squeezed(notes), squeezed(words).length)
  const found = findQuote(whole, quote, { before, after }, 0)
  const at = found?.from ?? whole.indexOf(squeezed(quote))
  const run = runs.findLast(({ from }) => from <= at)
  return at < 0 || !run ? null : { section: run.section, offset: run.offset + at - run.from }
}
