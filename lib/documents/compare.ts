import { canonical } from "@/lib/minutes/canonical"
import { compareWords, type Part } from "@/lib/minutes/compare-words"
import { segmentsOf } from "@/lib/minutes/segments"
import type { DocumentText } from "./model"
import { plainDocument } from "./plain"

export type DocumentComparison = {
  /** Together the newer text, with what went away where it stood. */
  parts: Part[]
  /** Words, as the language of the reader counts them. */
  added: number
  removed: number
  /** The words are the same; what is bold, a link or a heading is not. */
  formatting: boolean
  /** Time ran out: whole paragraphs stand as changed where only some of their words did. */
  coarse: boolean
}

/** Two texts of a document word by word, as plain text. */
export function compareDocuments(
  older: DocumentText,
  newer: DocumentText,
  locale: string,
): DocumentComparison {
  const { parts, coarse } = compareWords(plainDocument(older), plainDocument(newer), locale)
  const counted = (kind: Part["kind"]) =>
    parts
      .filter((part) => part.kind === kind)
      .flatMap(({ text }) => segmentsOf(text, locale))
      .filter(({ isWord }) => isWord).length
  const same = parts.every(({ kind }) => kind === "same")
  return {
    ...{ parts, coarse },
    added: counted("added"),
    removed: counted("removed"),
    formatting: same && canonical(older) !== canonical(newer),
  }
}
