import { mapText, type Run, takeAuthors } from "./authorship"
import type { SectionDoc } from "./model"
import { type PlainWords, plainDoc } from "./plain"

/** Private characters stand for people; the room for them is far beyond the people of one text. */
const FIRST = 0xe000
const MOST = 6_000

/** A text as plain text with an author for each of its characters (UTF-16), null where nobody wrote it. */
export type AuthoredText = { text: string; authors: (string | null)[] }

/**
 * The authors of a plain text, character by character. It depends on blanks alone, so that what `plain`
 * makes of a copy, in which every other written character is a mark of its author, has its very shape.
 * `plain` is called with what makes that copy, and has to use it on every run of words in their order.
 */
export function authorsOfPlain(
  runs: readonly Run[],
  plain: (mask: (text: string) => string) => string,
): (string | null)[] {
  const people = [...new Set(runs.map(([personId]) => personId))].slice(0, MOST)
  const marks = new Map(people.map((id, place) => [id, String.fromCharCode(FIRST + place)]))
  const take = takeAuthors(runs)
  const masked = plain((text) => {
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
  const authors: (string | null)[] = []
  for (let at = 0; at < masked.length; at++)
    authors.push(people[masked.charCodeAt(at) - FIRST] ?? null)
  return authors
}

/** The plain text of a section with its authors. */
export function authoredPlainDoc(
  doc: SectionDoc,
  runs: readonly Run[],
  words: PlainWords,
): AuthoredText {
  const authors = authorsOfPlain(runs, (mask) => plainDoc(mapText(doc, mask), words))
  return { text: plainDoc(doc, words), authors }
}
