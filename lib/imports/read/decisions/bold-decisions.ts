import type { FinishedBlock } from "../text/finished"
import type { RichMark } from "../text/rich"
import { decides } from "./decides"

/** Whether a mark sets a label off in bold, and nothing behind it. */
export const isOnlyBold = ({ kind, from, to }: RichMark, length: number) =>
  kind === "bold" && from === 0 && Math.abs(to - length) <= 1

/** Sentences alone and wholly in bold that decide nothing by themselves, where others so set all decide. */
export function setInBold(blocks: readonly FinishedBlock[]): Set<number> {
  const others = new Set<number>()
  let deciding = 0
  for (const [index, { block, rich }] of blocks.entries()) {
    const [mark] = rich.marks
    if (!mark || block.kind !== "paragraph" || block.part !== "discussion") continue
    if (!isOnlyBold(mark, rich.text.length) || !/[.)]$/.test(rich.text)) continue
    if (decides(rich.text)) deciding += 1
    else others.add(index)
  }
  return deciding >= 3 && others.size * 2 <= deciding ? others : new Set()
}
