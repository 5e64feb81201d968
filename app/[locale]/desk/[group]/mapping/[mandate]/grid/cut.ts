import type { CellField, CellValues, Row } from "@/lib/mapping/model"
import { sameCell } from "../live/cell-words"
import { keyOf } from "../live/ops"
import { type Column, fieldOf } from "./columns"
import type { PastedCell } from "./paste"

/** What was cut: its text in the clipboard, and the cells that are emptied once it is pasted. */
export type Cut = {
  text: string
  cells: readonly { rowId: string; field: CellField; was: unknown }[]
}

/** What cutting a block would empty: cells that always hold something, and a scope of others, stay. */
export function cutOf(
  text: string,
  { rows, columns }: { rows: readonly Row[]; columns: readonly Column[] },
  may: { decide: boolean },
): Cut {
  const fields = columns.flatMap(({ id }) => fieldOf(id) ?? [])
  const free = fields.filter(
    (field) => emptied(field) !== undefined && (field !== "scope" || may.decide),
  )
  return {
    text,
    cells: [...new Set(rows)].flatMap(({ id, cells }) =>
      free.map((field) => ({ rowId: id, field, was: cells[field] })),
    ),
  }
}

/** Clipboards end lines as their system does. */
const even = (text: string) => text.replaceAll(/\r\n?/g, "\n").trimEnd()

/** Whether the clipboard still holds what was cut. */
export const isTextOf = (cut: Cut, text: string): boolean => even(cut.text) === even(text)

/** The cells to be emptied: those that still say what was cut, and over which nothing is pasted. */
export function emptiedBy(
  cut: Cut,
  all: readonly Row[],
  pasted: readonly PastedCell[],
): PastedCell[] {
  const taken = new Set(pasted.map(({ rowId, field }) => keyOf(rowId, field)))
  const rows = new Map(all.map((row) => [row.id, row]))
  return cut.cells.flatMap(({ rowId, field, was }): PastedCell[] => {
    const row = rows.get(rowId)
    const value = emptied(field)
    if (!row || row.retired || value === undefined || taken.has(keyOf(rowId, field))) return []
    if (!sameCell(field, row.cells[field], was)) return []
    return [{ rowId, field, value, base: row.revisions[field] ?? 0 }]
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
