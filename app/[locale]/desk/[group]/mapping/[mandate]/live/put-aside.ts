import type { Clash } from "@/lib/mapping/model"
import { type Kept, type MineCell, type RefusedCell, withMine } from "./kept"
import type { Against } from "./line"
import type { CellEdit } from "./mapping-store"
import { addedBy, cellsIn, isOf, keyOf, type Op, type PendingCell } from "./ops"
import { type Aside, setAside } from "./set-aside"

type Queue = Pick<Kept, "ops" | "mine">
type Refusals = Pick<Kept, "ops" | "refused">
type Block = Extract<Op, { kind: "cells" }>

/** The name of the save that something is of: that of its first part. */
const saveOf = (op: Op) => (op.kind === "cells" && op.save) || op.id

/** Something that was not done to a row as a whole, or, for null, to the areas. */
export const refusedRow = (rowId: string | null, message: string): RefusedCell => ({
  ...{ id: crypto.randomUUID(), rowId, field: null, mine: null, message },
})

/** Cells of one save (`save`) that were not taken, with why. */
export const refusedCells = (
  cells: readonly (CellEdit & Pick<Aside, "emptied">)[],
  message: string | ((cell: CellEdit) => string),
  save: string,
): RefusedCell[] =>
  cells.map(({ emptied, ...cell }) => ({
    ...{ id: crypto.randomUUID(), rowId: cell.rowId, field: cell.field, mine: cell.value, save },
    message: typeof message === "string" ? message : message(cell),
    ...(cell.base !== undefined && { base: cell.base }),
    ...(emptied && { emptied }),
  }))

/**
 * What waits after cells of `op`, the first, clashed: these wait for a choice, with the newest words of their page
 * for them; the others are sent again. What another page wrote into such a cell is sent for itself.
 */
export function clashed(kept: Queue, op: Op, clashes: readonly Clash[]): Queue {
  const clashOf = (cell: PendingCell) =>
    clashes.find(({ rowId, field }) => rowId === cell.rowId && field === cell.field)
  const clashing = cellsIn(op).filter(clashOf)
  const isSame = (one: PendingCell, other: PendingCell) =>
    isOf(one)(other) && one.page === other.page
  const isSettled = (cell: PendingCell) => clashing.some((one) => isSame(one, cell))
  const newer = kept.ops.flatMap(cellsIn).filter(isSettled)
  const { left, out } = setAside([op, ...kept.ops], isSettled)
  const mine = clashing.flatMap((cell): MineCell[] => {
    const clash = clashOf(cell)
    const aside = out.find(isOf(cell))
    if (!clash || !aside) return []
    const { value } = newer.findLast(isOf(cell)) ?? cell
    const done = [op, ...kept.ops].findLast((one) => cellsIn(one).some((its) => isSame(its, cell)))
    const place = done?.kind === "move" && { after: done.after }
    return [{ ...aside, value, clash, id: crypto.randomUUID(), save: saveOf(op), ...place }]
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
      ...refusedCells(out, message, saveOf(op)),
      ...blank.map(({ rowId }) => refusedRow(rowId, message)),
    ],
  }
}

/** What waits after some cells of a block were not taken, each with why: the others are sent again. Null where it has none of them. */
export function partRefused(
  kept: Refusals,
  op: Block,
  against: readonly Against[],
): Refusals | null {
  const said = new Map(against.map((one) => [keyOf(one.rowId, one.field), one.message]))
  const own = new Set(op.cells.filter(({ rowId, field }) => said.has(keyOf(rowId, field))))
  if (own.size === 0) return null
  const { left, out } = setAside([op, ...kept.ops], (cell) => own.has(cell))
  const why = ({ rowId, field }: CellEdit) => said.get(keyOf(rowId, field)) ?? ""
  return { ops: left, refused: [...kept.refused, ...refusedCells(out, why, saveOf(op))] }
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
  return { ops, refused: [...kept.refused, ...refusedCells(out, message, rowId)] }
}
