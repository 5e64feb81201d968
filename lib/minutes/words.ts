import type { Block, Inline, ListItem, MinutesText, SectionDoc } from "./model"
import { sectionOf } from "./model"

/** The words of a line: a mention reads as its label, a break as a new line. */
export function inlineText(nodes: readonly Inline[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return node.text
      return node.type === "mention" ? node.attrs.label : "\n"
    })
    .join("")
}

/** The words of a block, a paragraph a line. Who said it and who owns it stand in the attributes. */
export function blockText(block: Block | ListItem): string {
  return block.type === "paragraph"
    ? inlineText(block.content)
    : block.content.map(blockText).join("\n")
}

export function docText(doc: SectionDoc): string {
  return doc.content.map(blockText).join("\n")
}

/** Every word of the minutes in reading order, sections parted by a blank line. */
export function plainText(text: MinutesText): string {
  return text.order.map((id) => docText(sectionOf(text, id))).join("\n\n")
}

/** The number of words, counted as the language of the reader counts them. */
export function countWords(text: MinutesText, locale: string): number {
  const words = new Intl.Segmenter(locale, { granularity: "word" })
  let count = 0
  for (const id of text.order) {
    for (const part of words.segment(docText(sectionOf(text, id)))) if (part.isWordLike) count++
  }
  return count
}
