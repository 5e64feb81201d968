import type { Quote } from "@/lib/comments/model"
import { PART } from "@/lib/documents/live/form"

/** Characters before and after the words that are kept with them. */
const around = 80

/** A text by its sections, as it is searched. */
export type Searched = {
  kind: "minutes" | "document"
  sections: readonly Section[]
}
type Section = { place: string; words: string; notes: string }

/** Words of a section, and where they begin among those that are written in one piece with them. */
type Run = { place: string; from: number; words: string; isNote: boolean }

/**
 * The words that somebody copied, found in a text or in one section of it, with what stands around them.
 * Its `place` is the part of the shared text that holds them. Line ends and repeated spaces do not count,
 * as a browser copies them otherwise; null when they stand nowhere.
 */
export function findQuote(
  { kind, sections }: Searched,
  quote: string,
  section: string | null = null,
): { place: string; passage: Quote } | null {
  const wanted = plain(quote)
  if (wanted === "") return null
  // Minutes are written section by section, a document in one piece.
  const pieces = kind === "document" ? [withNotes(sections)] : sections.map((each) => [each])
  for (const piece of pieces) {
    const { text, runs } = joined(piece)
    const at = placeIn(runs, wanted, section, text)
    if (at === null) continue
    const end = at + wanted.length
    // What is written at the end of a text comes between it and its first note: a note has its own words
    // around it first.
    const note = runs.find(
      ({ isNote, from, words }) => isNote && from <= at && end <= from + words.length,
    )
    const [first, last] = note ? [note.from, note.from + note.words.length] : [0, text.length]
    const before = text.slice(Math.max(first < at ? first : 0, at - around), at)
    const after = text.slice(end, Math.min(end < last ? last : text.length, end + around))
    const place = kind === "document" ? PART : (piece[0]?.place ?? "")
    return { place, passage: { quote: wanted, before, after } }
  }
  return null
}

/** How many times the words that somebody copied stand where `findQuote` looks for them. */
export function countQuote(
  { sections }: Searched,
  quote: string,
  section: string | null = null,
): number {
  const wanted = plain(quote)
  if (wanted === "") return 0
  return sections
    .filter(({ place }) => section === null || place === section)
    .flatMap(({ words, notes }) => [plain(words), plain(notes)])
    .reduce((sum, words) => sum + words.split(wanted).length - 1, 0)
}

/** The words of a document in the order in which a shared text is read: its notes behind all others. */
const withNotes = (sections: readonly Section[]) => [
  ...sections,
  ...sections.map(({ place, notes }) => ({ place, words: notes, isNote: true })),
]

type Part = { place: string; words: string; isNote?: boolean }

function joined(parts: readonly Part[]): { text: string; runs: Run[] } {
  const runs: Run[] = []
  let text = ""
  for (const { place, words: written, isNote = false } of parts) {
    const words = plain(written)
    if (words === "") continue
    if (text !== "") text += " "
    runs.push({ place, from: text.length, words, isNote })
    text += words
  }
  return { text, runs }
}

/** In a section first; words that run on from one section into the next only where none was named. */
function placeIn(
  runs: readonly Run[],
  wanted: string,
  section: string | null,
  text: string,
): number | null {
  for (const { place, from, words } of runs) {
    const at = section === null || place === section ? words.indexOf(wanted) : -1
    if (at >= 0) return from + at
  }
  const across = section === null ? text.indexOf(wanted) : -1
  return across < 0 ? null : across
}

const plain = (text: string): string => text.normalize("NFC").replace(/\s+/g, " ").trim()
