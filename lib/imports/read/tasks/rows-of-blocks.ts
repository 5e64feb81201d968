import type { FinishedBlock } from "../text/finished"
import { cellsOf } from "../text/table"

/** A table is looked at so far. */
const MOST_ROWS = 40

/** Whether a block is an entry of a list by its number, which may be the first cell of a row. */
export const isNumbered = ({ kind, marker }: FinishedBlock["block"]) =>
  kind === "ordered" && marker !== null

/** The rows of a table from a block on, where that is the first of them. */
export function rowsFrom(blocks: readonly FinishedBlock[], from: number): string[] {
  const isBarred = (at: number) => blocks[at]?.rich.text.startsWith("|") === true
  const isOfTable = (at: number) =>
    cellsOf(blocks[at]?.rich.text ?? "") !== null && isBarred(at) === isBarred(from)
  if (!isOfTable(from) || (from > 0 && isOfTable(from - 1))) return []
  let to = from
  while (to < from + MOST_ROWS && isOfTable(to)) to += 1
  const width = cellsOf(blocks[from]?.rich.text ?? "")?.length ?? 0
  return blocks.slice(from, to).map(({ block, rich: { text } }) => {
    // The number that the head has a column for was taken for that of an entry.
    const isShort = isNumbered(block) && (cellsOf(text)?.length ?? 0) < width
    return isShort ? `${block.marker}   ${text}` : text
  })
}
