import { type Authorship, mapText } from "./authorship"
import { canonical } from "./canonical"
import { type AttributeChange, compareAttributes } from "./compare-attributes"
import { type AuthoredPart, withAuthors } from "./compare-authors"
import { COMPARE_MS, compareWords } from "./compare-words"
import { type Block, type MinutesText, type SectionDoc, type SectionId, sectionOf } from "./model"
import { type PlainWords, plainBlock } from "./plain"
import { authoredPlainDoc } from "./plain-authors"
import { stayingIn } from "./staying"

/** A text with those who wrote it. */
export type Written = { text: MinutesText; authorship: Authorship }

/** One section of two texts; `parts` is empty where neither has a word. */
export type ComparedSection = {
  section: SectionId
  /** Whether it stands among the others as before, was moved, is new, or is there no longer. */
  place: "stays" | "moved" | "added" | "gone"
  changed: boolean
  parts: AuthoredPart[]
  attributes: AttributeChange[]
  /** Something is bold, a link, a list … that was not, with the same words. */
  formatting: boolean
}

export type Comparison = {
  sections: ComparedSection[]
  /** Time ran out: whole paragraphs stand as changed where only some of their words did. */
  coarse: boolean
}

/** A block as plain text, lists as their lines, without what differs from one copy to another. */
function looks(doc: SectionDoc, words: PlainWords): Map<string, string> {
  const found = new Map<string, string>()
  for (const block of doc.content) {
    const said = plainBlock(block, words)
    if (said !== "") found.set(said, (found.get(said) ?? "") + canonical(withoutAttributes(block)))
  }
  return found
}

const withoutAttributes = (block: Block) =>
  "attrs" in block && block.type !== "orderedList" ? { ...block, attrs: {} } : block

/** Blocks that say the same in both and look otherwise. */
function isReformatted(older: SectionDoc, newer: SectionDoc, words: PlainWords): boolean {
  const before = looks(older, words)
  return [...looks(newer, words)].some(
    ([said, look]) => before.has(said) && before.get(said) !== look,
  )
}

const wordsOf = (doc: SectionDoc) => {
  const all: string[] = []
  mapText(doc, (text) => {
    all.push(text)
    return text
  })
  return all.join("")
}

/** Whether only marks of lists and quotes were added or removed: formatting, not words. */
const isOnlyShape = (parts: readonly AuthoredPart[], older: SectionDoc, newer: SectionDoc) =>
  parts.every(({ kind, text }) => kind === "same" || /^[\s>.\d-]*$/.test(text)) &&
  wordsOf(older) === wordsOf(newer)

/** Two texts section by section, in the order of the newer; what went away stands at the end. */
export function compareTexts(
  older: Written,
  newer: Written,
  words: PlainWords,
  locale: string,
): Comparison {
  const until = performance.now() + COMPARE_MS
  const attributes = compareAttributes(older.text, newer.text)
  const before = new Set(older.text.order)
  const after = new Set(newer.text.order)
  const staying = stayingIn(older.text.order, newer.text.order)
  let coarse = false
  const sections = [...new Set([...newer.text.order, ...older.text.order])].map((section) => {
    const old = sectionOf(older.text, section)
    const now = sectionOf(newer.text, section)
    const from = authoredPlainDoc(old, older.authorship[section] ?? [], words)
    const to = authoredPlainDoc(now, newer.authorship[section] ?? [], words)
    const compared = compareWords(from.text, to.text, locale, until)
    coarse ||= compared.coarse
    const parts = withAuthors(compared.parts, from.authors, to.authors, locale)
    const set = attributes.filter((change) => change.section === section)
    const onlyShape = isOnlyShape(parts, old, now)
    const formatting =
      isReformatted(old, now, words) || (onlyShape && parts.some(({ kind }) => kind !== "same"))
    const place: ComparedSection["place"] = !after.has(section)
      ? "gone"
      : !before.has(section)
        ? "added"
        : staying.has(section)
          ? "stays"
          : "moved"
    return {
      section,
      place,
      changed: place !== "stays" || formatting || parts.some(({ kind }) => kind !== "same"),
      parts,
      attributes: set,
      formatting,
    }
  })
  return { sections, coarse }
}
