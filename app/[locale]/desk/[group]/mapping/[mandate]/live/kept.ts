import type { CellField, Clash } from "@/lib/mapping/model"
import type { Op, PendingCell } from "./ops"

export type RefusedCell = {
  id: string
  /** Null where it is of no row, but of an area. */
  rowId: string | null
  field: CellField | null
  mine: unknown
  /** What was seen of the cell; not known of what an older page kept. */
  base?: number
  message: string
  /** The save that it was of, where others may have been of it too. */
  save?: string
  /** Cells from which its words were moved: they stay there until it is saved. */
  emptied?: PendingCell[]
}

/** Words of ours for a cell that somebody else changed. Two pages may have left two of one cell. */
export type MineCell = PendingCell & {
  id: string
  clash: Clash
  /** The save that they were of. */
  save?: string
  /** Of the area of a row that was put somewhere in it: behind which row, or first. */
  after?: string | null
  /** Cells from which these words were moved: they stay there until these are saved. */
  emptied?: PendingCell[]
}

/** What is written in a cell whose editor is open, or was when its page went: nobody handed it over. */
export type CellDraft = Omit<PendingCell, "page"> & { id: string }

/** What waits here and is nowhere else: to be sent, to be chosen about, refused, or not finished. */
export type Kept = { ops: Op[]; mine: MineCell[]; refused: RefusedCell[]; drafts: CellDraft[] }

export const nothing: Kept = { ops: [], mine: [], refused: [], drafts: [] }

export const isNothing = ({ ops, mine, refused, drafts }: Kept) =>
  ops.length + mine.length + refused.length + drafts.length === 0

/** What an older page kept has no ids for what is chosen about, and nothing that is not finished. */
type Left = Omit<Kept, "mine" | "drafts"> & {
  mine: readonly (Omit<MineCell, "id"> & { id?: string })[]
  drafts?: CellDraft[]
}

/**
 * What `page` left behind, as another page takes it over: what it did is marked as its own, for it was
 * written without sight of what others of us wrote, and must not pass for something that follows from it.
 */
export function leftBy(page: string, { ops, mine, refused, drafts = [] }: Left): Kept {
  return {
    ops: ops.map((op) => {
      if (op.kind === "cells") return { ...op, cells: op.cells.map((cell) => ({ page, ...cell })) }
      return op.kind === "move" ? { page, ...op } : op
    }),
    mine: mine.map((one) => ({ ...one, id: one.id ?? crypto.randomUUID() })),
    refused,
    drafts,
  }
}

const sameWords = ({ rowId, field, value }: MineCell) => JSON.stringify([rowId, field, value])

/** What two pages keep, as one. */
export function joinKept(one: Kept, other: Kept): Kept {
  return {
    ops: lacking(one.ops, other.ops),
    mine: withMine(one.mine, other.mine),
    refused: lacking(one.refused, other.refused),
    drafts: lacking(one.drafts, other.drafts),
  }
}

/** Two wordings of one cell both stay; the same one stays once. */
export function withMine(known: readonly MineCell[], more: readonly MineCell[]): MineCell[] {
  const all = [...known]
  for (const each of more) {
    if (all.some((one) => sameWords(one) === sameWords(each))) continue
    const isTaken = all.some(({ id }) => id === each.id)
    all.push(isTaken ? { ...each, id: crypto.randomUUID() } : each)
  }
  return all
}

function lacking<Each extends { id: string }>(known: Each[], more: Each[]): Each[] {
  const ids = new Set(known.map(({ id }) => id))
  return [...known, ...more.filter(({ id }) => !ids.has(id))]
}
