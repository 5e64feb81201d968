import { inlineText } from "@/lib/minutes/model"
import { blockWords, type DocumentText, footnotesOf, lineText } from "./model"

/** The place of what stands before the first heading; headings have ids of their own. */
export const PREAMBLE = "opening"

const longestTitle = 60

/**
 * A part of a document that can be spoken of by itself: what stands from one heading to the next, with
 * the heading. `notes` hang on its words and are read behind the whole text.
 */
export type DocumentSection = { id: string; title: string; words: string; notes: string }

/**
 * The sections of a document in their order. What stands before its first heading is one as well, if it
 * has words, and is called by the first of them. A heading without words begins none.
 */
export function sectionsOf({ content }: Pick<DocumentText, "content">): DocumentSection[] {
  const preamble: DocumentSection = { id: PREAMBLE, title: "", words: "", notes: "" }
  const sections = [preamble]
  let current = preamble
  for (const block of content) {
    const title = block.type === "heading" ? lineText(block.content).trim() : ""
    if (block.type === "heading" && title !== "") {
      current = { id: block.attrs.id, title, words: "", notes: "" }
      sections.push(current)
    }
    current.words += `${blockWords(block)}\n`
    for (const note of footnotesOf({ content: [block] }))
      current.notes += `${inlineText(note.content)}\n`
  }
  preamble.title = beginning(preamble.words)
  return preamble.title === "" ? sections.slice(1) : sections
}

/**
 * The headings of a document by their ids, with what they say, those without words too; and the words with
 * which it begins, where there are any before the first of them.
 */
export function titlesOf(text: Pick<DocumentText, "content">): ReadonlyMap<string, string> {
  const titles = new Map(
    text.content.flatMap((block) =>
      block.type === "heading" ? [[block.attrs.id, lineText(block.content).trim()] as const] : [],
    ),
  )
  const [first] = sectionsOf(text)
  if (first?.id === PREAMBLE) titles.set(PREAMBLE, first.title)
  return titles
}

/** The first words of a text, as it is called that has no title. */
export function beginning(words: string): string {
  const plain = words.replace(/\s+/g, " ").trim()
  if (plain.length <= longestTitle) return plain
  const cut = plain.slice(0, longestTitle + 1)
  const end = cut.lastIndexOf(" ")
  return `${cut.slice(0, end > 0 ? end : longestTitle)}…`
}
