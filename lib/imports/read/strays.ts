import type { Span } from "@/lib/check/model"
import type { FinishedBlock } from "./finished"
import type { Locator } from "./source"

const MARKUP =
  /\*\*|__(?=\S)|(?<=\S)__|~~|<\/?(?:b|i|u|em|strong|br|p|div|span|a|ul|ol|li|h[1-6])\b[^<>]{0,80}>|&(?:nbsp|amp|lt|gt|quot|#\d{2,4});/gi

/** Marks of formatting that were never closed or taken away, and so stand in the text as letters. */
export function findStrays(
  blocks: readonly FinishedBlock[],
  locate: Locator,
): { mark: string; text: string; at: Span }[] {
  return blocks.flatMap(({ rich }) =>
    [...rich.text.matchAll(MARKUP)].map((match) => ({
      mark: match[0],
      text: rich.text
        .slice(Math.max(0, match.index - 40), match.index + match[0].length + 20)
        .trim(),
      at: locate.span(rich, match.index, match.index + match[0].length),
    })),
  )
}
