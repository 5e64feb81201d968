import type { CellField, CellValues, Row, Way } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"

export type PendingCell = {
  rowId: string
  field: CellField
  base: number
  value: unknown
  /** The page that was closed and left it behind; none of what was written on this one. */
  page?: string
  /** Of a cell whose words were moved: the cells (`keyOf`) that took them. It changes only where these do. */
  movedTo?: readonly string[]
}

/** Whether another is of the same cell. */
export const isOf = (cell: Pick<PendingCell, "rowId" | "field">) => (other: PendingCell) =>
  other.rowId === cell.rowId && other.field === cell.field

/** A row that is added with what is pasted into it. */
export type AddedRow = { rowId: string; areaId: string }

/** What was done here and is not saved yet, in the order in which it is sent. */
export type Op = {
  id: string
} /** Cells, and the new rows that are added for them, each the last of its area. */ & (
  | {
      kind: "cells"
      cells: PendingCell[]
      way: Way
      added?: readonly AddedRow[]
      /** Of a further part of a save: the first one. */
      save?: string
    }
  | { kind: "add"; rowId: string; areaId: string; after?: string | null }
  /** `base` is the revision that was seen of its cell `area`; none in what an older page kept. */
  | {
      kind: "move"
      rowId: string
      areaId: string
      after: string | null
      base?: number
      page?: string
    }
  | { kind: "retire"; rowId: string; reason: string }
  /** Of an own retirement that is taken back: one of somebody else stays. */
  | { kind: "return"; rowId: string; way?: "undo" }
  /** Many rows, in one request; `since` is the newest change that this page knew of. */
  | { kind: "retireAll"; rowIds: string[]; reason: string; since?: number }
  | { kind: "returnAll"; rowIds: string[] }
  | { kind: "area"; areaId: string; after: string | null }
)

/** The rows that are new with it. */
export function addedBy(op: NewOp): readonly AddedRow[] {
  if (op.kind === "add") return [op]
  return (op.kind === "cells" && op.added) || []
}

/** The rows that are meant; none of an area. */
export function rowsOf(op: NewOp): string[] {
  if (op.kind === "area") return []
  if (op.kind === "cells") return [...addedBy(op), ...op.cells].map(({ rowId }) => rowId)
  return "rowIds" in op ? op.rowIds : [op.rowId]
}

/** One that has no name yet. */
export type NewOp = Op extends infer One ? (One extends Op ? Omit<One, "id"> : never) : never

export const keyOf = (rowId: string, field: CellField) => `${rowId} ${field}`

/** What is done to cells that somebody else may have changed too: a move is a change of `area`. */
export function cellsIn(op: Op): PendingCell[] {
  if (op.kind === "cells") return op.cells
  if (op.kind !== "move") return []
  const { rowId, areaId, base = 0, page } = op
  return [{ rowId, field: "area", base, value: areaId, ...(page && { page }) }]
}

/** A row in which one cell holds something else. */
export function withCell(row: Row, field: CellField, value: unknown): Row {
  return { ...row, cells: { ...row.cells, [field]: value } as CellValues }
}

export function emptyRow(id: string, areaId: string, position: number): Row {
  return {
    id,
    number: 0,
    position,
    cells: {
      area: areaId,
      suggests: "",
      citation: { mandate: "", paragraph: "" },
      activities: [],
      synergies: [],
      scope: { scope: "proposed", reason: "" },
      responsible: null,
      status: "open",
      confirmed: null,
    },
    revisions: {},
    scopeDecided: null,
    retired: null,
  }
}

/** The rows in their order: by area, by place, by number; a new one after the others of its place. */
export function inOrder(rows: readonly Row[], areas: Table["areas"]): Row[] {
  const places = new Map(areas.map(({ id }, place) => [id, place]))
  const place = (row: Row) => places.get(row.cells.area) ?? areas.length
  const number = (row: Row) => row.number || Number.MAX_SAFE_INTEGER
  return [...rows].sort(
    (one, other) =>
      place(one) - place(other) ||
      one.position - other.position ||
      number(one) - number(other) ||
      one.id.localeCompare(other.id),
  )
}

/** What stands before one in its order; null where it is the first. */
export const before = (all: readonly { id: string }[], id: string): string | null =>
  all[all.findIndex((one) => one.id === id) - 1]?.id ?? null

/** The areas with one of them behind another, first of all (null), or last where that other is gone. */
export function areasWith(
  areas: Table["areas"],
  areaId: string,
  after: string | null,
): Table["areas"] {
  const moving = areas.find(({ id }) => id === areaId)
  if (!moving || after === areaId) return areas
  const others = areas.filter(({ id }) => id !== areaId)
  const behind = others.findIndex(({ id }) => id === after)
  const at = after === null ? 0 : behind < 0 ? others.length : behind + 1
  return others.toSpliced(at, 0, moving)
}

/** The position of a place in an area: after a row of it, first (null), or last (undefined). */
export function positionAt(
  rows: Iterable<Row>,
  areaId: string,
  after: string | null | undefined,
  rowId: string,
): number {
  const others = [...rows].filter((row) => row.cells.area === areaId && row.id !== rowId)
  const places = others.map(({ position }) => position).sort((one, other) => one - other)
  const before =
    after === undefined ? places.at(-1) : others.find(({ id }) => id === after)?.position
  if (before === undefined) return after ? (places.at(-1) ?? 0) + 1 : (places[0] ?? 2) - 1
  const next = places.find((one) => one > before)
  return next === undefined ? before + 1 : (before + next) / 2
}

/** The table with what is not saved yet. `me` decides a scope that is changed here. */
export function applyOps(
  base: Table,
  ops: readonly Op[],
  mine: readonly (PendingCell & { after?: string | null })[],
  me: string,
): Table {
  if (ops.length === 0 && mine.length === 0) return base
  const rows = new Map(base.rows.map((row) => [row.id, row]))
  let areas = base.areas
  let isMoved = false
  const change = (id: string, next: (row: Row) => Row) => {
    const row = rows.get(id)
    if (row) rows.set(id, next(row))
  }
  const put = ({ rowId, field, value }: PendingCell) =>
    change(rowId, (row) => {
      if (field === "area") isMoved = true
      const next = withCell(row, field, value)
      if (field !== "scope") return next
      const isOpen = next.cells.scope.scope === "proposed"
      return { ...next, scopeDecided: isOpen ? null : { by: me, at: "" } }
    })
  for (const cell of mine) {
    put(cell)
    const { rowId, after } = cell
    if (after === undefined) continue
    const position = positionAt(rows.values(), String(cell.value), after, rowId)
    change(rowId, (row) => ({ ...row, position }))
  }
  for (const op of ops) {
    for (const { rowId, areaId } of addedBy(op)) {
      isMoved = true
      if (rows.has(rowId)) continue
      const after = op.kind === "add" ? op.after : undefined
      rows.set(rowId, emptyRow(rowId, areaId, positionAt(rows.values(), areaId, after, rowId)))
    }
    if (op.kind === "cells") for (const cell of op.cells) put(cell)
    else if (op.kind === "move") {
      isMoved = true
      const position = positionAt(rows.values(), op.areaId, op.after, op.rowId)
      change(op.rowId, (row) => ({ ...withCell(row, "area", op.areaId), position }))
    } else if (op.kind === "area") {
      isMoved = true
      areas = areasWith(areas, op.areaId, op.after)
    } else if (op.kind !== "add") {
      const retired = "reason" in op ? { at: "", by: me, reason: op.reason } : null
      for (const id of rowsOf(op)) change(id, (row) => ({ ...row, retired }))
    }
  }
  const all = [...rows.values()]
  return { ...base, areas, rows: isMoved ? inOrder(all, areas) : all }
}
