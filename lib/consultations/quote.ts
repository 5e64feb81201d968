import type { Quote } from "@/lib/comments/model"
import { PART } from "@/lib/documents/live/form"

/** Characters before and after the words that are kept with them. */
const around = 80

type Searched = {
  kind: "minutes" | "document"
  sections: readonly { place: string; words: string }[]
}

/** Words of a section, and where they begin among those that are written in one piece with them. */
type Run = { place: string; from: number; words: string }

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
  const pieces = kind === "document" ? [sections] : sections.map((each) => [each])
  for (const piece of pieces) {
    const { text, runs } = joined(piece)
    const at = placeIn(runs, wanted, section, text)
    if (at === null) continue
    const before = text.slice(Math.max(0, at - around), at)
    const end = at + wanted.length
    const place = kind === "document" ? PART : (piece[0]?.place ?? "")
    return { place, passage: { quote: wanted, before, after: text.slice(end, end + around) } }
  }
  return null
}

function joined(parts: Searched["sections"]): { text: string; runs: Run[] } {
  const runs: Run[] = []
  let text = ""
  for (const { place, words: written } of parts) {
    const words = plain(written)
    if (words === "") continue
    if (text !== "") text += " "
    runs.push({ place, from: text.length, words })
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
