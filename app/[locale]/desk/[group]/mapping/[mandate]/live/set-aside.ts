import { cellsIn, keyOf, type Op, type PendingCell } from "./ops"

const keyOfCell = ({ rowId, field }: PendingCell) => keyOf(rowId, field)

/** A cell that is no more sent, with those that are emptied only where it is saved. */
export type Aside = PendingCell & { emptied?: PendingCell[] }

/**
 * Takes cells out of what is sent. What was moved goes out with the cell that was to take its words: it is not
 * emptied before they have arrived.
 */
export function setAside(
  ops: readonly Op[],
  isOut: (cell: PendingCell) => boolean,
): { left: Op[]; out: Aside[] } {
  const cells = ops.flatMap(cellsIn)
  const keys = new Set(cells.filter(isOut).map(keyOfCell))
  const emptied = new Map<string, PendingCell[]>()
  for (const cell of cells) {
    const to = cell.movedTo?.find((key) => keys.has(key))
    if (to !== undefined) emptied.set(to, [...(emptied.get(to) ?? []), cell])
  }
  const along = new Set([...emptied.values()].flat())
  const out = cells.flatMap((cell): Aside[] => {
    if (along.has(cell) || !isOut(cell)) return []
    const own = emptied.get(keyOfCell(cell))
    return [own ? { ...cell, emptied: own } : cell]
  })
  const left = ops.flatMap((one): Op[] => {
    if (one.kind === "move") return cellsIn(one).some(isOut) ? [] : [one]
    if (one.kind !== "cells") return [one]
    const others = one.cells.filter((cell) => !along.has(cell) && !isOut(cell))
    return others.length > 0 || one.added ? [{ ...one, cells: others }] : []
  })
  return { left, out }
}
