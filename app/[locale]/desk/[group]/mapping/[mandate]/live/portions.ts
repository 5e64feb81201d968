import { mappingLimits } from "@/lib/mapping/model"
import { keyOf, type PendingCell } from "./ops"

/** Nothing that is sent at once is much heavier than this, in bytes: on a slow line more would seem to be lost. */
const heaviest = 1_000_000

const encoder = new TextEncoder()
const bytesOf = (cell: PendingCell) => encoder.encode(JSON.stringify(cell)).length

const keyOfCell = ({ rowId, field }: PendingCell) => keyOf(rowId, field)

/** In their order, but each from which words were moved behind the cell that took them. */
function inTurn(cells: readonly PendingCell[]): PendingCell[] {
  const keys = new Set(cells.map(keyOfCell))
  const sources = new Map<string, PendingCell[]>()
  for (const cell of cells)
    for (const to of cell.movedTo ?? []) sources.set(to, [...(sources.get(to) ?? []), cell])
  const turn = new Set(cells.filter(({ movedTo = [] }) => !movedTo.some((key) => keys.has(key))))
  // What is added is come to as well; what is moved in a circle has no turn.
  for (const cell of turn) for (const source of sources.get(keyOfCell(cell)) ?? []) turn.add(source)
  return [...turn, ...cells.filter((cell) => !turn.has(cell))]
}

/**
 * Cells in as many parts as they are sent in, in their order, but what was moved behind what took its words; of
 * none, one that is empty.
 */
export function portionsOf(cells: readonly PendingCell[]): PendingCell[][] {
  let last: PendingCell[] = []
  let weight = 0
  const portions = [last]
  for (const cell of inTurn(cells)) {
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
