import type { ReportBlock, ReportPlainBlock } from "@/lib/reports/blocks"
import type { ReportContent } from "@/lib/reports/model"
import { outline, placesOf } from "@/lib/reports/outline"
import { plainWords } from "@/lib/reports/plain-words"

/** Characters of a paragraph that are kept beside an error reported there. */
const LONGEST_QUOTE = 600

/** A paragraph of a version: its number as printed ("2.4"), and the beginning of what it says. */
export type ErrorPlace = { anchor: string; mark: string; quote: string }

/** The paragraph that an anchor of a version names; null for anything else. */
export function findPlace(report: ReportContent, anchor: string): ErrorPlace | null {
  for (const placed of placesOf(outline(report)).values()) {
    if (placed.anchor !== anchor) continue
    const words = plainWords(plainOf(placed.block))
    const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE)}…` : words
    return { anchor, mark: placed.mark, quote: quote.toWellFormed() }
  }
  return null
}

const plainOf = (block: ReportBlock): ReportPlainBlock[] =>
  block.type === "paragraph" || block.type === "bulletList" || block.type === "orderedList"
    ? [block]
    : block.content
