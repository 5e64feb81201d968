import type { Clash } from "@/lib/mapping/model"
import { type Kept, type RefusedCell, withMine } from "./kept"
import type { CellEdit } from "./mapping-store"
import { addedBy, cellsIn, isOf, type Op, type PendingCell } from "./ops"
import { type Aside, setAside } from "./set-aside"

type Queue = Pick<Kept, "ops" | "mine">
type Refusals = Pick<Kept, "ops" | "refused">
type Block = Extract<Op, { kind: "cells" }>

/** Something that was not done to a row as a whole, or, for null, to the areas. */
export const refusedRow = (rowId: string | null, message: string): RefusedCell => ({
  ...{ id: crypto.randomUUID(), rowId, field: null, mine: null, message },
})

export const refusedCells = (
  cells: readonly (CellEdit & Pick<Aside, "emptied">)[],
  message: string,
): RefusedCell[] =>
  cells.map(({ rowId, field, value, base, emptied }) => ({
    ...{ id: crypto.randomUUID(), rowId, field, ...(base !== undefined && { base }) },
    ...{ mine: value, message, ...(emptied && { emptied }) },
  }))

/**
 * What waits after cells of `op`, the first, clashed: these wait for a choice, with the newest words of their page
 * for them; the others are sent again. What another page wrote into such a cell is sent for itself.
 */
export function clashed(kept: Queue, op: Op, clashes: readonly Clash[]): Queue {
  const clashOf = (cell: PendingCell) =>
    clashes.find(({ rowId, field }) => rowId === cell.rowId && field === cell.field)
  const clashing = cellsIn(op).filter(clashOf)
  const isSettled = (cell: PendingCell) =>
    clashing.some((one) => isOf(one)(cell) && one.page === cell.page)
  const newer = kept.ops.flatMap(cellsIn).filter(isSettled)
  const { left, out } = setAside([op, ...kept.ops], isSettled)
  const mine = clashing.flatMap((cell) => {
    const clash = clashOf(cell)
    const aside = out.find(isOf(cell))
    if (!clash || !aside) return []
    const { value } = newer.findLast(isOf(cell)) ?? cell
    return { ...aside, value, clash, id: crypto.randomUUID() }
  })
  return { ops: left, mine: withMine(kept.mine, mine) }
}

/** What waits after a block was refused whole. A new row in which nothing was written is told of by itself. */
export function blockRefused(kept: Refusals, op: Block, message: string): Refusals {
  const own = new Set(op.cells)
  const written = new Set(op.cells.map(({ rowId }) => rowId))
  const { left, out } = setAside([op, ...kept.ops], (cell) => own.has(cell))
  const blank = addedBy(op).filter(({ rowId }) => !written.has(rowId))
  return {
    ops: left.filter(({ id }) => id !== op.id),
    refused: [
      ...kept.refused,
      ...refusedCells(out, message),
      ...blank.map(({ rowId }) => refusedRow(rowId, message)),
    ],
  }
}

/** What was done in a row that was not added has no place either; what is of other rows goes on. */
export function rowRefused(kept: Refusals, rowId: string, message: string): Refusals {
  // Where it was to be put is said by no words.
  const without = kept.ops.filter((op) => op.kind !== "move" || op.rowId !== rowId)
  const { left, out } = setAside(without, (cell) => cell.rowId === rowId)
  const ops = left.flatMap((op): Op[] => {
    if (op.kind === "area" || op.kind === "cells") return [op]
    if (!("rowIds" in op)) return op.rowId === rowId ? [] : [op]
    const rowIds = op.rowIds.filter((id) => id !== rowId)
    return rowIds.length > 0 ? [{ ...op, rowIds }] : []
  })
  return { ops, refused: [...kept.refused, ...refusedCells(out, message)] }
}
