import { ACTION_MARKED, BRACKETED } from "../decisions/outcome-labels"
import { isPointed } from "../lines/starts-anew"
import type { FinishedBlock } from "../text/finished"
import { isRow } from "../text/table"

const LISTED = /^(?:opening|discussion|closing|next)$/
/** Lists in front of the first item, and lists that look like an agenda. */
const ELSEWHERE = /^(?:title|agenda)$/

/** Whether a block may hold tasks by its place; one that is marked, ticked or a row of a table does anywhere but among people. */
export function mayHoldTasks({ block, rich }: FinishedBlock): boolean {
  if (LISTED.test(block.part)) return true
  if (!ELSEWHERE.test(block.part)) return false
  if (isPointed(rich.text)) return true
  if (block.kind !== "bullet") return block.kind === "paragraph" && isRow(rich.text)
  const front = rich.text.slice(0, 140)
  // Boxes of an agenda are ticked as its items are reached.
  const ticked = block.part === "title" && block.marker?.includes("[") === true
  return ticked || ACTION_MARKED.test(front) || BRACKETED.test(front)
}
