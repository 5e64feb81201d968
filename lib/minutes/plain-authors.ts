import { mapText, type Run, takeAuthors } from "./authorship"
import type { SectionDoc } from "./model"
import { type PlainWords, plainDoc } from "./plain"

/** Private characters stand for people; the room for them is far beyond the people of one text. */
const FIRST = 0xe000
const MOST = 6_000

/** A section as plain text with an author for each of its characters (UTF-16), null where nobody wrote it. */
export type AuthoredText = { text: string; authors: (string | null)[] }

/**
 * The plain text of a section with its authors. Plain text depends on blanks alone, so a copy in
 * which every other written character is replaced by a mark of its author has its very shape.
 */
export function authoredPlainDoc(
  doc: SectionDoc,
  runs: readonly Run[],
  words: PlainWords,
): AuthoredText {
  const people = [...new Set(runs.map(([personId]) => personId))].slice(0, MOST)
  const marks = new Map(people.map((id, place) => [id, String.fromCharCode(FIRST + place)]))
  const take = takeAuthors(runs)
  const masked = mapText(doc, (text) => {
    const authors = take(text.length)
    let at = 0
    return authors
      .map(([personId, length]) => {
        const mark = marks.get(personId) ?? "?"
        const part = text.slice(at, at + length)
        at += length
        return part.replace(/[^\s]/g, mark)
      })
      .join("")
  })
  return {
    text: plainDoc(doc, words),
    authors: authorsOf(plainDoc(masked, words), people),
  }
}

function authorsOf(mask: string, people: readonly (string | null)[]): (string | null)[] {
  const authors: (string | null)[] = []
  for (let at = 0; at < mask.length; at++) authors.push(people[mask.charCodeAt(at) - FIRST] ?? null)
  return authors
}
