import { type DocumentText, lineText } from "./model"

/** A heading of a text. */
export type OutlineEntry = { id: string; level: number; words: string }

/** The headings of a text in their order; those without words are left out. */
export function outlineOf({ content }: DocumentText): OutlineEntry[] {
  return content.flatMap((block) => {
    if (block.type !== "heading") return []
    const words = lineText(block.content).trim()
    return words ? [{ ...block.attrs, words }] : []
  })
}
