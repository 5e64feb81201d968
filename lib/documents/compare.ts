import type { Run } from "@/lib/minutes/authorship"
import { mapWords } from "@/lib/minutes/authorship"
import { canonical } from "@/lib/minutes/canonical"
import { type AuthoredPart, withAuthors } from "@/lib/minutes/compare-authors"
import { compareWords, type Part } from "@/lib/minutes/compare-words"
import { authorsOfPlain } from "@/lib/minutes/plain-authors"
import { segmentsOf } from "@/lib/minutes/segments"
import type { DocumentText } from "./model"
import { plainDocument } from "./plain"
import { withoutRecords } from "./without-records"

/** A text, and who wrote its words: runs over the characters of `of`, the revision that it is of. */
export type WrittenDocument = { text: DocumentText; of: DocumentText; runs: readonly Run[] }

export type DocumentComparison = {
  /** Together the newer text, with what went away where it stood. */
  parts: AuthoredPart[]
  /** Words, as the language of the reader counts them. */
  added: number
  removed: number
  /** The words are the same; what is bold, a link or a heading is not. */
  formatting: boolean
  /** Time ran out: whole paragraphs stand as changed where only some of their words did. */
  coarse: boolean
}

/** Two texts of a document word by word, as plain text, each change with whoever wrote it. */
export function compareDocuments(
  older: WrittenDocument,
  newer: WrittenDocument,
  locale: string,
): DocumentComparison {
  const [before, after] = [plainDocument(older.text), plainDocument(newer.text)]
  const { parts, coarse } = compareWords(before, after, locale)
  const counted = (kind: Part["kind"]) =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap(({ text }) => segmentsOf(text, locale))
      .filter(({ isWord }) => isWord).length
  const same = parts.every(({ kind }) => kind === "same")
  return {
    parts: withAuthors(parts, authorsOf(older, before), authorsOf(newer, after), locale),
    coarse,
    added: counted("added"),
    removed: counted("removed"),
    formatting: same && canonical(older.text) !== canonical(newer.text),
  }
}

/** The author of each character of the plain text; nobody of a text that is not that of its revision. */
function authorsOf({ text, of, runs }: WrittenDocument, plain: string): (string | null)[] {
  // A version has words where its revision names somebody: they are nobody's in both.
  const isVersion = canonical(text) !== canonical(of)
  const authors = authorsOfPlain(runs, (mask) => {
    const content = of.content.map((block) => mapWords(block, mask))
    return plainDocument(isVersion ? withoutRecords({ ...of, content }) : { ...of, content })
  })
  return authors.length === plain.length ? authors : []
}
