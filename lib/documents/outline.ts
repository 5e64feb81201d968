import { inlineText } from "@/lib/minutes/model"
import type { DocumentText } from "./model"

/** A heading of a text, with the place of its block. */
export type OutlineEntry = { place: number; level: number; words: string }

/** The headings of a text in their order; those without words are left out. */
export function outlineOf({ content }: DocumentText): OutlineEntry[] {
  return content.flatMap((block, place) => {
    if (block.type !== "heading") return []
    const words = inlineText(block.content).trim()
    return words ? [{ place, level: block.attrs.level, words }] : []
  })
}
