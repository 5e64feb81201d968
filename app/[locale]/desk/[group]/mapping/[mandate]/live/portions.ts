import { mappingLimits } from "@/lib/mapping/model"
import type { PendingCell } from "./ops"

/** Nothing that is sent at once is much heavier than this, in bytes: on a slow line more would seem to be lost. */
const heaviest = 1_000_000

const encoder = new TextEncoder()
const bytesOf = (cell: PendingCell) => encoder.encode(JSON.stringify(cell)).length

const isMoved = ({ movedTo }: PendingCell) => movedTo !== undefined

/**
 * Cells in as many parts as they are sent in, in their order, but what was moved behind what took its words; of
 * none, one that is empty.
 */
export function portionsOf(cells: readonly PendingCell[]): PendingCell[][] {
  let last: PendingCell[] = []
  let weight = 0
  const portions = [last]
  const [moved, others] = [cells.filter(isMoved), cells.filter((cell) => !isMoved(cell))]
  for (const cell of [...others, ...moved]) {
    const bytes = bytesOf(cell)
    const isFull = last.length >= mappingLimits.cells || weight + bytes > heaviest
    if (isFull && last.length > 0) {
      last = []
      weight = 0
      portions.push(last)
    }
    last.push(cell)
    weight += bytes
  }
  return portions
}
