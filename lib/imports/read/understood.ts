import type { Span } from "@/lib/check/model"
import { countWords } from "@/lib/check/words"
import { namesKind, residue } from "./head/titles"
import type { ReadNextMeeting } from "./model"
import type { FinishedBlock } from "./text/finished"
import type { Rich } from "./text/rich"
import type { Line } from "./text/shape"

type Values = {
  /** The lines of the title block that were looked at, and those that the title was read from. */
  front: readonly Rich[]
  titleLines: readonly Rich[]
  officeSpans: readonly Span[]
  nextMeeting: ReadNextMeeting | null
  left: ReadonlySet<Line>
}

/** Marks blocks all of whose words stand in a value, so that a draft need not repeat them as text. */
export function understand(blocks: readonly FinishedBlock[], values: Values): void {
  const front = new Set(values.front)
  const left = new Set([...values.left].map((line) => line.n))
  for (const [index, { block, rich, head }] of blocks.entries()) {
    if (head === "annex") block.understood = blocks[index + 1]?.head === "participants"
    if (head === "discussion" || head === "next") block.understood = !/[:–—]\s*\S/.test(block.text)
    if (block.part === "next" && block.id === values.nextMeeting?.block) block.understood = true
    if (block.part === "agenda") block.understood = true
    if (block.part === "participants")
      block.understood = !block.at.some(({ line }) => left.has(line))
    if (block.part === "title") block.understood = front.has(rich) && isUsedUp(rich, values)
  }
}

/** A line of the title block that is in the title, or nothing but dates, names in office and labels. */
function isUsedUp(rich: Rich, { titleLines, officeSpans }: Values): boolean {
  if (titleLines.includes(rich) || namesKind(rich.text)) return true
  if (rich.text.length > 400) return false
  const first = rich.at[0] ?? 0
  const spans = officeSpans.flatMap((span) => {
    const from = rich.at.indexOf(span.from)
    return span.from >= first && from >= 0 ? [{ from, to: from + (span.to - span.from) }] : []
  })
  return countWords(residue(rich.text, spans)) === 0
}
