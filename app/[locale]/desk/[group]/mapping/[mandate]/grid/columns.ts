import type { Grouping } from "@/lib/mapping/filters"
import type { CellField } from "@/lib/mapping/model"

/** The columns of the table, in their order. */
export const columnIds = [
  ...(["number", "area", "suggests", "citation", "activities", "synergies"] as const),
  ...(["scope", "responsible", "status", "confirmed", "comments"] as const),
] as const
export type ColumnId = (typeof columnIds)[number]

/** Wide enough for their words, in rem. */
const usual: Record<ColumnId, number> = {
  ...{ number: 4.5, area: 10, suggests: 16, citation: 8.5, activities: 15, synergies: 17 },
  ...{ scope: 10, responsible: 9.5, status: 7, confirmed: 8.5, comments: 6.5 },
}
export const widths = { least: 4, most: 48, step: 2 }

/** How somebody wants the columns, kept in their browser. What is not said is as usual. */
export type ColumnState = {
  widths: Partial<Record<ColumnId, number>>
  hidden: Partial<Record<ColumnId, boolean>>
  /** The last column that stays while the others scroll; `none` for none. */
  frozen: ColumnId | "none" | null
}

export const usualColumns: ColumnState = { widths: {}, hidden: {}, frozen: null }

export type Column = {
  id: ColumnId
  /** In rem. */
  width: number
  /** Where it stays when it is frozen, in rem from the start; null when it scrolls. */
  at: number | null
}

/** Whether a column is shown. The area stands in the heads of the table when it is grouped by area. */
export function isHidden(id: ColumnId, state: Pick<ColumnState, "hidden">, by: Grouping): boolean {
  return state.hidden[id] ?? (id === "area" && by === "area")
}

/** The row's number stays, so that a row can be cited and taken hold of. */
export const mayHide = (id: ColumnId): boolean => id !== "number"

/** The last column that is to stay, as somebody chose it or as usual. */
export const wantedFrozen = (state: ColumnState, by: Grouping): ColumnId | "none" =>
  state.frozen ?? (by === "area" ? "suggests" : "area")

/** So much of the box frozen columns take at most: in the rest the others can be brought into sight. */
const mostFrozen = 0.6

/** The last column that stays in a box of a width, in rem: the wanted one, or one before it that leaves room. */
export function fittingFrozen(state: ColumnState, by: Grouping, room: number): ColumnId | "none" {
  const wanted = columnsOf({ ...state, frozen: wantedFrozen(state, by) }, by)
  const held = wanted.findLast(({ at, width }) => at !== null && at + width <= room * mostFrozen)
  return held?.id ?? "none"
}

/** The columns that are shown, with where each stands. */
export function columnsOf(state: ColumnState, by: Grouping): Column[] {
  const last = wantedFrozen(state, by)
  const upTo = last === "none" ? -1 : columnIds.indexOf(last)
  let at = 0
  return columnIds
    .filter((id) => !isHidden(id, state, by))
    .map((id) => {
      const width = state.widths[id] ?? usual[id]
      const isFrozen = columnIds.indexOf(id) <= upTo
      const column = { id, width, at: isFrozen ? at : null }
      at += width
      return column
    })
}

/** The field that a column holds; null for the number and the comments, which are not edited. */
export const fieldOf = (id: ColumnId): CellField | null =>
  id === "number" || id === "comments" ? null : id

/** A width that a column may have, to a quarter of a rem. */
export const fittingWidth = (width: number): number =>
  Math.round(Math.min(widths.most, Math.max(widths.least, width)) * 4) / 4

export function withWidth(state: ColumnState, id: ColumnId, width: number): ColumnState {
  return { ...state, widths: { ...state.widths, [id]: fittingWidth(width) } }
}

export function withHidden(state: ColumnState, id: ColumnId, hidden: boolean): ColumnState {
  return mayHide(id) ? { ...state, hidden: { ...state.hidden, [id]: hidden } } : state
}

/** Reads what a browser kept. Whatever it does not understand is as usual. */
export function readColumns(text: string | null): ColumnState {
  const kept = parsed(text)
  const frozen = [...columnIds, "none" as const].find((id) => id === kept.frozen) ?? null
  const state: ColumnState = { ...usualColumns, frozen }
  return columnIds.reduce((before, id) => {
    const width = recordOf(kept.widths)[id]
    const hidden = recordOf(kept.hidden)[id]
    const wide = typeof width === "number" ? withWidth(before, id, width) : before
    return typeof hidden === "boolean" ? withHidden(wide, id, hidden) : wide
  }, state)
}

const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === "object" && value !== null ? { ...value } : {}

function parsed(text: string | null): Record<string, unknown> {
  try {
    return recordOf(JSON.parse(text ?? "{}"))
  } catch {
    return {}
  }
}
