import type { CellField, CellValues, Row } from "@/lib/mapping/model"
import { sameCell } from "../live/cell-words"
import type { CellEdit } from "../live/mapping-store"
import { keyOf } from "../live/ops"
import { type Column, fieldOf } from "./columns"
import { type InBlock, type PasteBlock, type PastedCell, placeOf } from "./paste"

/** What was cut: its text in the clipboard, and the cells that are emptied once it is pasted. */
export type Cut = {
  text: string
  cells: readonly (InBlock & { rowId: string; field: CellField; was: unknown })[]
}

/** What cutting a block would empty: cells that always hold something, and a scope of others, stay. */
export function cutOf(
  text: string,
  { rows, columns }: { rows: readonly Row[]; columns: readonly Column[] },
  may: { decide: boolean },
): Cut {
  const fields = columns.map(({ id }) => fieldOf(id))
  const isFree = (field: CellField) =>
    emptied(field) !== undefined && (field !== "scope" || may.decide)
  return {
    text,
    cells: [...new Set(rows)].flatMap(({ id, cells }) => {
      const line = rows.findIndex((row) => row.id === id)
      return fields.flatMap((field, at) =>
        field !== null && isFree(field) ? [{ rowId: id, field, was: cells[field], line, at }] : [],
      )
    }),
  }
}

/** Clipboards end lines as their system does. */
const even = (text: string) => text.replaceAll(/\r\n?/g, "\n").trimEnd()

/** Whether the clipboard still holds what was cut. */
export const isTextOf = (cut: Cut, text: string): boolean => even(cut.text) === even(text)

/**
 * The cells to be emptied: those that still say what was cut, and over which nothing is pasted. What was left
 * where the block was pasted stays where it was. Each names the cell that took its words: without them it is not emptied.
 */
export function emptiedBy(
  cut: Cut,
  all: readonly Row[],
  { cells: pasted, left, taken }: Pick<PasteBlock, "cells" | "left" | "taken">,
): CellEdit[] {
  const over = new Set(pasted.map(({ rowId, field }) => keyOf(rowId, field)))
  const rows = new Map(all.map((row) => [row.id, row]))
  const isLeft = (cell: InBlock) =>
    left.some(({ line, at }) => line === cell.line && at === cell.at)
  return cut.cells.flatMap(({ rowId, field, was, ...place }): CellEdit[] => {
    if (isLeft(place)) return []
    const row = rows.get(rowId)
    const value = emptied(field)
    if (!row || row.retired || value === undefined || over.has(keyOf(rowId, field))) return []
    if (!sameCell(field, row.cells[field], was)) return []
    const to = taken.get(placeOf(place))
    const movedTo = to === undefined ? {} : { movedTo: [to] }
    return [{ rowId, field, value, base: row.revisions[field] ?? 0, ...movedTo }]
  })
}

/**
 * The cells that are pasted. One that was cut as well names the cell that took its words, for a block may be moved
 * over a part of itself: they are not written over before they have arrived.
 */
export function pastedOver(
  cut: Cut,
  all: readonly Row[],
  { cells: pasted, taken }: Pick<PasteBlock, "cells" | "taken">,
): PastedCell[] {
  const own = new Map(cut.cells.map((cell) => [keyOf(cell.rowId, cell.field), cell]))
  const rows = new Map(all.map((row) => [row.id, row]))
  return pasted.map((cell) => {
    const { rowId, field, value } = cell
    const its = own.get(keyOf(rowId, field))
    const now = rows.get(rowId)?.cells[field]
    const to = its && taken.get(placeOf(its))
    // What others wrote there since was not moved, and what stays the same is not lost.
    const isLost = its && sameCell(field, now, its.was) && !sameCell(field, value, its.was)
    return isLost && to !== undefined ? { ...cell, movedTo: [to] } : cell
  })
}

/** What a cell holds when it is emptied; undefined for one that always holds something. */
export function emptied(field: CellField): CellValues[CellField] | undefined {
  switch (field) {
    case "area":
    case "status":
      return undefined
    case "suggests":
      return ""
    case "citation":
      return { mandate: "", paragraph: "" }
    case "activities":
    case "synergies":
      return []
    case "scope":
      return { scope: "proposed", reason: "" }
    case "responsible":
    case "confirmed":
      return null
  }
}
