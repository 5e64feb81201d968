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
  /**
   * What of the text changed: its words; only signs, levels, kinds or ends of paragraphs, which are marked
   * in the parts as well; only what is bold, or where a link leads; or nothing.
   */
  changed: "words" | "signs" | "formatting" | "nothing"
  /** Time ran out: whole paragraphs stand as changed where only some of their words did. */
  coarse: boolean
}

/** Two texts of a document word by word, as plain text, each change with whoever wrote it. */
export function compareDocuments(
  older: WrittenDocument,
  newer: WrittenDocument,
  locale: string,
): DocumentComparison {
  const [before, after] = [plainOf(older.text), plainOf(newer.text)]
  const { parts, coarse } = compareWords(before, after, locale)
  const counted = (kind: Part["kind"]) =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap(({ text }) => segmentsOf(text, locale))
      .filter(({ isWord }) => isWord).length
  const [added, removed] = [counted("added"), counted("removed")]
  const isPlainSame = parts.every(({ kind }) => kind === "same")
  return {
    parts: withAuthors(parts, authorsOf(older, before), authorsOf(newer, after), locale),
    coarse,
    added,
    removed,
    changed: added + removed > 0 ? "words" : isPlainSame ? looksOf(older, newer) : "signs",
  }
}

/** Whoever is mentioned is words in a version: in a text that is compared with one it is the same. */
const plainOf = (text: DocumentText) => plainDocument(withoutRecords(text))

const isVersion = ({ text, of }: WrittenDocument) => canonical(text) !== canonical(of)

/** What changed of two texts that read the same. */
function looksOf(older: WrittenDocument, newer: WrittenDocument): "formatting" | "nothing" {
  const form = (text: DocumentText) =>
    canonical(isVersion(older) || isVersion(newer) ? withoutRecords(text) : text)
  return form(older.text) === form(newer.text) ? "nothing" : "formatting"
}

/** The author of each character of the plain text; nobody of a text that is not that of its revision. */
function authorsOf({ of, runs }: WrittenDocument, plain: string): (string | null)[] {
  const authors = authorsOfPlain(runs, (mask) =>
    plainOf({ ...of, content: of.content.map((block) => mapWords(block, mask)) }),
  )
  return authors.length === plain.length ? authors : []
}
