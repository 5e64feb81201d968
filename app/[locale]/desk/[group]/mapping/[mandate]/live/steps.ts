import { type CellField, cellFields, type Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { sameCell } from "./cell-words"
import { emptyRow, keyOf, type NewOp } from "./ops"

export type StepCell = {
  rowId: string
  field: CellField
  before: unknown
  after: unknown
  /** The cells of the step (`keyOf`) that took the words of this one. */
  movedTo?: readonly string[]
}
type Place = { areaId: string; after: string | null }

/** What somebody did in one go, so that it can be taken back; `since` is the newest change known then. */
export type Step =
  | { kind: "cells"; cells: StepCell[] }
  | { kind: "add"; rowId: string }
  | { kind: "move"; rowId: string; from: Place; to: Place; since: number }
  | { kind: "retire"; rowId: string; reason: string }
  | { kind: "return"; rowId: string; reason: string; since: number }
  | { kind: "area"; areaId: string; from: string | null; to: string | null }
  | { kind: "paste"; added: readonly string[]; cells: StepCell[] }

/** What has to be done to take a step back, or to do it again. */
export type Taken = {
  /** Rows and areas first. */
  ops: Exclude<NewOp, { kind: "cells" | "add" }>[]
  cells: { rowId: string; field: CellField; value: unknown; movedTo?: readonly string[] }[]
}

/** What steps are taken back in. */
export type Now = {
  table: Table
  /** The reason with which what was added goes when that is taken back. */
  because: string
  /** The name of whoever takes back. */
  me: string
  /** Whether somebody else was the last to put a row into its place, after a change. */
  isMovedSince: (rowId: string, since: number) => boolean
}

type Written = { rowId: string; field: CellField; value: unknown }

/** So many steps are kept. */
const most = 200

/** The steps of one page, to be taken back and done again. */
export class Steps {
  #done: Step[] = []
  #undone: Step[] = []

  did(step: Step): void {
    this.#done = [...this.#done, step].slice(-most)
    this.#undone = []
  }

  /** What takes the newest step back of which anything stands as it was left; null when there is none. */
  back(now: Now): Taken | null {
    for (let step = this.#done.pop(); step; step = this.#done.pop()) {
      const taken = take(step, true, now)
      if (!taken) continue
      this.#undone.push(step)
      return taken
    }
    return null
  }

  /** As `back`, of the step that was taken back last. */
  again(now: Now): Taken | null {
    for (let step = this.#undone.pop(); step; step = this.#undone.pop()) {
      const taken = take(step, false, now)
      if (!taken) continue
      this.#done.push(step)
      return taken
    }
    return null
  }

  /** The portal keeps something else for what was written: that is what stands as it was left. */
  kept(sent: readonly Written[], saved: readonly Partial<Written>[]): void {
    for (const { rowId, field, value } of saved) {
      if (value === undefined) continue
      const given = sent.find((one) => one.rowId === rowId && one.field === field)?.value
      const now = (words: unknown, of: CellField) => (sameCell(of, words, given) ? value : words)
      const led = (step: Step): Step => {
        if (step.kind !== "cells" && step.kind !== "paste") return step
        const cells = step.cells.map((cell) =>
          cell.rowId === rowId && cell.field === field
            ? { ...cell, before: now(cell.before, field), after: now(cell.after, field) }
            : cell,
        )
        return { ...step, cells }
      }
      this.#done = this.#done.map(led)
      this.#undone = this.#undone.map(led)
    }
  }

  /** What stands in a cell of the step that was taken back last, where it is not what stood there before. */
  stands({ rowId, field, value }: Taken["cells"][number]): void {
    const step = this.#undone.at(-1)
    if (step?.kind !== "cells" && step?.kind !== "paste") return
    const cells = step.cells.map((cell) =>
      cell.rowId === rowId && cell.field === field ? { ...cell, before: value } : cell,
    )
    this.#undone = this.#undone.with(-1, { ...step, cells })
  }
}

const isEmpty = ({ id, cells }: Row): boolean => {
  const empty = emptyRow(id, cells.area, 0).cells
  return cellFields.every((field) => sameCell(field, cells[field], empty[field]))
}

/** Whether a new row holds what was pasted into it, and nothing of anybody else. */
const isAsPasted = (row: Row, pasted: readonly StepCell[]): boolean => {
  const empty = emptyRow(row.id, row.cells.area, 0).cells
  return cellFields.every((field) => {
    const cell = pasted.find((one) => one.rowId === row.id && one.field === field)
    return sameCell(field, row.cells[field], cell ? cell.after : empty[field])
  })
}

function take(step: Step, isBack: boolean, now: Now): Taken | null {
  const { table, because } = now
  if (step.kind === "area") return takeArea(step, isBack, table)
  const rows = new Map(table.rows.map((row) => [row.id, row]))
  const rowOf = (id: string) => rows.get(id)
  if (step.kind === "cells") return filled({ ops: [], cells: takeCells(step.cells, isBack, rowOf) })
  if (step.kind === "paste") {
    const added = step.added.flatMap((id) => rowOf(id) ?? [])
    // A row to which words were moved that cannot go back to where they were stays with them.
    const all = new Set(takeCells(step.cells, isBack, rowOf).map(keyOfCell))
    const isFree = ({ id }: Row) =>
      step.cells.every((cell) => cell.rowId !== id || all.has(keyOfCell(cell)))
    const out = isBack
      ? added.filter((row) => row.retired === null && isAsPasted(row, step.cells) && isFree(row))
      : added.filter((row) => row.retired?.reason === because)
    const gone = new Set(out.map(({ id }) => id))
    const cells = step.cells.filter(({ rowId }) => !gone.has(rowId))
    const rowIds = [...gone]
    const op: Taken["ops"][number] = isBack
      ? { kind: "retireAll", rowIds, reason: because }
      : { kind: "returnAll", rowIds }
    const ops = rowIds.length > 0 ? [op] : []
    return filled({ ops, cells: takeCells(cells, isBack, rowOf) })
  }
  const op = takeRow(step, isBack, rowOf(step.rowId), now)
  return op && { ops: [op], cells: [] }
}

const filled = (taken: Taken): Taken | null =>
  taken.ops.length + taken.cells.length > 0 ? taken : null

function takeCells(
  cells: readonly StepCell[],
  isBack: boolean,
  rowOf: (id: string) => Row | undefined,
): Taken["cells"] {
  const ways = isBack ? reversed(cells) : cells
  const taken = ways.flatMap(({ rowId, field, before, after, movedTo }) => {
    const [from, value] = isBack ? [after, before] : [before, after]
    const now = rowOf(rowId)?.cells[field]
    // What somebody else changed since is theirs.
    if (now === undefined || !sameCell(field, now, from)) return []
    return [{ rowId, field, value, ...(movedTo && { movedTo }) }]
  })
  const known = new Set(cells.map(keyOfCell))
  // What was not emptied yet, for what took its words waits for a choice, holds them still.
  const kept = isBack
    ? cells.filter(({ rowId, field, before }) => {
        const now = rowOf(rowId)?.cells[field]
        return now !== undefined && sameCell(field, now, before)
      })
    : []
  const arrived = new Set(kept.map(keyOfCell))
  // Words that would not arrive are not taken from where they are, nor what was moved there in their turn.
  for (let left = taken; ; ) {
    const there = new Set(left.map(keyOfCell))
    const next = left.filter(({ movedTo = [] }) =>
      movedTo.every((key) => there.has(key) || arrived.has(key) || !known.has(key)),
    )
    if (next.length === left.length) return next
    left = next
  }
}

const keyOfCell = ({ rowId, field }: { rowId: string; field: CellField }) => keyOf(rowId, field)

/** What took words gives them back to where they were moved from. */
function reversed(cells: readonly StepCell[]): StepCell[] {
  const sources = new Map<string, string[]>()
  for (const cell of cells)
    for (const to of cell.movedTo ?? [])
      sources.set(to, [...(sources.get(to) ?? []), keyOfCell(cell)])
  return cells.map(({ movedTo: _, ...cell }) => {
    const from = sources.get(keyOfCell(cell))
    return from ? { ...cell, movedTo: from } : cell
  })
}

/** Whoever put the area elsewhere since meant it to be there. */
function takeArea(
  { areaId, from, to }: Extract<Step, { kind: "area" }>,
  isBack: boolean,
  { areas }: Table,
): Taken | null {
  const at = areas.findIndex(({ id }) => id === areaId)
  if (at < 0 || (areas[at - 1]?.id ?? null) !== (isBack ? to : from)) return null
  return { ops: [{ kind: "area", areaId, after: isBack ? from : to }], cells: [] }
}

function takeRow(
  step: Exclude<Step, { kind: "cells" | "paste" | "area" }>,
  isBack: boolean,
  row: Row | undefined,
  { because, me, isMovedSince }: Now,
): Taken["ops"][number] | null {
  if (!row) return null
  const { rowId } = step
  if (step.kind === "move") {
    // Whoever put it elsewhere since meant it to be there.
    const { areaId } = isBack ? step.to : step.from
    if (row.cells.area !== areaId || isMovedSince(rowId, step.since)) return null
    return { kind: "move", rowId, ...(isBack ? step.from : step.to) }
  }
  const reason = step.kind === "add" ? because : step.reason
  const isToBeThere = (step.kind === "retire") === isBack
  if ((row.retired === null) === isToBeThere) return null
  if (isToBeThere) {
    // Whoever else retired it, or for another reason, meant it to be gone.
    const isMine = row.retired?.reason === reason && row.retired.by === me
    return isMine ? { kind: "return", rowId, way: "undo" } : null
  }
  // Own words in it were taken back before; what is left are those of others.
  if (step.kind === "add" && isBack && !isEmpty(row)) return null
  const since = step.kind === "return" ? { since: step.since } : {}
  return { kind: "retireAll", rowIds: [rowId], reason, ...since }
}
