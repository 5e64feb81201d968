import { agendaLevels } from "./labels"

export const moves = ["up", "down", "in", "out"] as const
export type Move = (typeof moves)[number]

type Row = { depth: number }

/** The place after a row and all that stands below it. */
export function endOf(rows: readonly Row[], at: number): number {
  const depth = rows[at]?.depth ?? 0
  const end = rows.findIndex((row, place) => place > at && row.depth <= depth)
  return end < 0 ? rows.length : end
}

/** The row before this one with the same parent, -1 when it is the first. */
function siblingBefore(rows: readonly Row[], at: number): number {
  const depth = rows[at]?.depth ?? 0
  const before = rows.findLastIndex((row, place) => place < at && row.depth <= depth)
  return rows[before]?.depth === depth ? before : -1
}

/** Whether a row can be moved so. What stands below it goes with it. */
export function canMove(rows: readonly Row[], at: number, move: Move): boolean {
  const row = rows[at]
  if (!row) return false
  const end = endOf(rows, at)
  if (move === "up") return siblingBefore(rows, at) >= 0
  if (move === "down") return rows[end]?.depth === row.depth
  if (move === "out") return row.depth > 0
  const deepest = Math.max(...rows.slice(at, end).map(({ depth }) => depth))
  return siblingBefore(rows, at) >= 0 && deepest + 1 < agendaLevels
}

/**
 * Moves a row with all below it: past its neighbour on the same level, or a level in or out at its
 * place in the order. Returns the rows and where the row stands now; a move that cannot be made
 * changes nothing.
 */
export function moveRow<R extends Row>(
  rows: readonly R[],
  at: number,
  move: Move,
): { rows: R[]; at: number } {
  if (!canMove(rows, at, move)) return { rows: [...rows], at }
  const end = endOf(rows, at)
  const block = rows.slice(at, end)
  if (move === "in" || move === "out") {
    const step = move === "in" ? 1 : -1
    const shifted = block.map((row) => ({ ...row, depth: row.depth + step }))
    return { rows: [...rows.slice(0, at), ...shifted, ...rows.slice(end)], at }
  }
  if (move === "up") {
    const before = siblingBefore(rows, at)
    const passed = rows.slice(before, at)
    return { rows: [...rows.slice(0, before), ...block, ...passed, ...rows.slice(end)], at: before }
  }
  const after = endOf(rows, end)
  const passed = rows.slice(end, after)
  return {
    rows: [...rows.slice(0, at), ...passed, ...block, ...rows.slice(after)],
    at: at + passed.length,
  }
}

/** Takes a row away; what stood below it moves a level out. */
export function removeRow<R extends Row>(rows: readonly R[], at: number): R[] {
  const end = endOf(rows, at)
  const lifted = rows.slice(at + 1, end).map((row) => ({ ...row, depth: row.depth - 1 }))
  return [...rows.slice(0, at), ...lifted, ...rows.slice(end)]
}

/** Puts a new row on the level of another, after it and all below it; at the end when there is none. */
export function addRow<R extends Row>(
  rows: readonly R[],
  row: R,
  after: number = rows.length - 1,
): { rows: R[]; at: number } {
  const at = rows.length === 0 ? 0 : endOf(rows, after)
  const depth = rows[after]?.depth ?? 0
  return { rows: [...rows.slice(0, at), { ...row, depth }, ...rows.slice(at)], at }
}

/**
 * Carries a row with all below it to a place in the order, counted before it is taken out, on the
 * level of the row that then stands before it or its first. Nothing is carried into itself.
 */
export function carryRow<R extends Row>(
  rows: readonly R[],
  at: number,
  to: number,
): { rows: R[]; at: number } {
  const end = endOf(rows, at)
  if (to >= at && to <= end) return { rows: [...rows], at }
  const block = rows.slice(at, end)
  const others = [...rows.slice(0, at), ...rows.slice(end)]
  const place = to > at ? to - block.length : to
  const height = Math.max(...block.map(({ depth }) => depth)) - (rows[at]?.depth ?? 0)
  const wanted = others[place]?.depth ?? others[place - 1]?.depth ?? 0
  const depth = Math.max(0, Math.min(wanted, agendaLevels - 1 - height))
  const shift = depth - (rows[at]?.depth ?? 0)
  const shifted = block.map((row) => ({ ...row, depth: row.depth + shift }))
  return { rows: [...others.slice(0, place), ...shifted, ...others.slice(place)], at: place }
}
