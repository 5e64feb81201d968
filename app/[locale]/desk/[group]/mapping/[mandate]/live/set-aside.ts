import { cellsIn, keyOf, type Op, type PendingCell } from "./ops"

const keyOfCell = ({ rowId, field }: PendingCell) => keyOf(rowId, field)

/** A cell that is no more sent, with those that change only where it is saved, the nearest first. */
export type Aside = PendingCell & { emptied?: PendingCell[] }

/**
 * Takes cells out of what is sent. What was moved goes out with the cell that was to take its words: nothing is
 * emptied, nor written over, before these have arrived. Where a block was moved over a part of itself that is so
 * from cell to cell.
 */
export function setAside(
  ops: readonly Op[],
  isOut: (cell: PendingCell) => boolean,
): { left: Op[]; out: Aside[] } {
  const cells = ops.flatMap(cellsIn)
  const outs = cells.filter(isOut)
  const keys = new Set(outs.map(keyOfCell))
  const sources = new Map<string, PendingCell[]>()
  for (const cell of cells)
    for (const to of cell.movedTo ?? []) sources.set(to, [...(sources.get(to) ?? []), cell])
  const emptied = new Map<string, PendingCell[]>()
  const [own, along] = [new Set<PendingCell>(), new Set<PendingCell>()]
  const isLast = ({ movedTo = [] }: PendingCell) => !movedTo.some((key) => keys.has(key))
  // Where words go round in a circle none is the last: then the first one stands for all.
  for (const cell of [...outs.filter(isLast), ...outs]) {
    if (own.has(cell) || along.has(cell)) continue
    own.add(cell)
    const reached = [cell]
    for (const one of reached)
      for (const source of sources.get(keyOfCell(one)) ?? []) {
        if (own.has(source) || along.has(source)) continue
        along.add(source)
        reached.push(source)
      }
    const key = keyOfCell(cell)
    const waits = [...(emptied.get(key) ?? []), ...reached.slice(1)]
    if (waits.length > 0) emptied.set(key, waits)
  }
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
