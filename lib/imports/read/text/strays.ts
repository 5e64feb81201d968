import type { Span } from "@/lib/check/model"
import type { FinishedBlock } from "./finished"
import type { Locator } from "./source"

const MARKUP =
  /\*\*|__(?=\S)|(?<=\S)__|~~|<\/?(?:b|i|u|em|strong|br|p|div|span|a|ul|ol|li|h[1-6])\b[^<>]{0,80}>|&(?:nbsp|amp|lt|gt|quot|#\d{2,4});/gi

const MAY_HAVE = /[*_~<&]/

/** Marks of formatting that were never closed or taken away, and so stand in the text as letters. */
export function findStrays(
  blocks: readonly FinishedBlock[],
  locate: Locator,
): { mark: string; text: string; at: Span }[] {
  return blocks.flatMap(({ rich }) =>
    [...(MAY_HAVE.test(rich.text) ? rich.text.matchAll(MARKUP) : [])].map((match) => ({
      mark: match[0],
      text: around(rich.text, match.index, match.index + match[0].length),
      at: locate.span(rich, match.index, match.index + match[0].length),
    })),
  )
}

/** A few words before and after a place. */
function around(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - 50), from)
  const cut = from > 50 ? before.replace(/^\S*\s/, "…") : before
  return `${cut}${text.slice(from, to)}${text.slice(to, to + 20).replace(/\s\S*$/, "")}`.trim()
}
