import { cellsIn, keyOf, type Op, type PendingCell } from "./ops"

const nameOf = (key: string, page = "") => `${page} ${key}`
const nameOfCell = ({ rowId, field, page }: PendingCell) => nameOf(keyOf(rowId, field), page)

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
  const names = new Set(cells.filter(isOut).map(nameOfCell))
  const emptied = new Map<string, PendingCell[]>()
  for (const cell of cells) {
    const to = cell.movedTo?.map((key) => nameOf(key, cell.page)).find((name) => names.has(name))
    if (to !== undefined) emptied.set(to, [...(emptied.get(to) ?? []), cell])
  }
  const along = new Set([...emptied.values()].flat())
  const out = cells.flatMap((cell): Aside[] => {
    if (along.has(cell) || !isOut(cell)) return []
    const own = emptied.get(nameOfCell(cell))
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
