import { diffWordsWithSpace } from "diff"
import { type MinutesText, type SectionId, sectionOf } from "./model"
import { type PlainWords, plainDoc } from "./plain"

/** A run of words that stand in both texts, only in the newer or only in the older. */
export type Part = { kind: "same" | "added" | "removed"; text: string }

/** Comparing gives up its finest grain after this time and falls back to whole sections. */
const TIMEOUT_MS = 2_000

/** Two plain texts word by word, words as the language of the reader has them. */
export function compareWords(older: string, newer: string, locale: string): Part[] {
  if (older === newer) return older === "" ? [] : [{ kind: "same", text: older }]
  const changes = diffWordsWithSpace(older, newer, {
    intlSegmenter: new Intl.Segmenter(locale, { granularity: "word" }),
    timeout: TIMEOUT_MS,
  })
  const whole: Part[] = [
    { kind: "removed", text: older },
    { kind: "added", text: newer },
  ]
  return (
    changes?.map(({ value, added, removed }) => ({
      kind: added ? "added" : removed ? "removed" : "same",
      text: value,
    })) ?? whole.filter(({ text }) => text !== "")
  )
}

/** One section of two texts; `parts` is empty where neither has a word. */
export type ComparedSection = { section: SectionId; changed: boolean; parts: Part[] }

/** Two texts section by section, in the order of the newer, sections that went away at the end. */
export function compareTexts(
  older: MinutesText,
  newer: MinutesText,
  words: PlainWords,
  locale: string,
): ComparedSection[] {
  return [...new Set([...newer.order, ...older.order])].map((section) => {
    const parts = compareWords(
      plainDoc(sectionOf(older, section), words),
      plainDoc(sectionOf(newer, section), words),
      locale,
    )
    return { section, changed: parts.some(({ kind }) => kind !== "same"), parts }
  })
}
