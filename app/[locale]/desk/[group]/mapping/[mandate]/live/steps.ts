import { type CellField, cellFields, type Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { sameCell } from "./cell-words"
import { emptyRow, type NewOp } from "./ops"

export type StepCell = { rowId: string; field: CellField; before: unknown; after: unknown }
type Place = { areaId: string; after: string | null }

/** What somebody did in one go, so that it can be taken back. */
export type Step =
  | { kind: "cells"; cells: StepCell[] }
  | { kind: "add"; rowId: string }
  | { kind: "move"; rowId: string; from: Place; to: Place }
  | { kind: "retire"; rowId: string; reason: string }
  | { kind: "return"; rowId: string; reason: string }
  | { kind: "area"; areaId: string; from: string | null; to: string | null }
  | { kind: "paste"; added: readonly string[]; cells: StepCell[] }

/** What has to be done to take a step back, or to do it again. */
export type Taken = {
  /** Rows and areas first. */
  ops: Exclude<NewOp, { kind: "cells" | "add" }>[]
  cells: { rowId: string; field: CellField; value: unknown }[]
}

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
  back(table: Table, because: string): Taken | null {
    for (let step = this.#done.pop(); step; step = this.#done.pop()) {
      const taken = take(step, true, table, because)
      if (!taken) continue
      this.#undone.push(step)
      return taken
    }
    return null
  }

  /** As `back`, of the step that was taken back last. */
  again(table: Table, because: string): Taken | null {
    for (let step = this.#undone.pop(); step; step = this.#undone.pop()) {
      const taken = take(step, false, table, because)
      if (!taken) continue
      this.#done.push(step)
      return taken
    }
    return null
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

function take(step: Step, isBack: boolean, table: Table, because: string): Taken | null {
  if (step.kind === "area") return takeArea(step, isBack, table)
  const rows = new Map(table.rows.map((row) => [row.id, row]))
  const rowOf = (id: string) => rows.get(id)
  if (step.kind === "cells") return filled({ ops: [], cells: takeCells(step.cells, isBack, rowOf) })
  if (step.kind === "paste") {
    const added = step.added.flatMap((id) => rowOf(id) ?? [])
    const out = isBack
      ? added.filter((row) => row.retired === null && isAsPasted(row, step.cells))
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
  const op = takeRow(step, isBack, rowOf(step.rowId), because)
  return op && { ops: [op], cells: [] }
}

const filled = (taken: Taken): Taken | null =>
  taken.ops.length + taken.cells.length > 0 ? taken : null

function takeCells(
  cells: readonly StepCell[],
  isBack: boolean,
  rowOf: (id: string) => Row | undefined,
): Taken["cells"] {
  return cells.flatMap(({ rowId, field, before, after }) => {
    const [from, value] = isBack ? [after, before] : [before, after]
    const now = rowOf(rowId)?.cells[field]
    // What somebody else changed since is theirs.
    return now !== undefined && sameCell(field, now, from) ? { rowId, field, value } : []
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
  because: string,
): Taken["ops"][number] | null {
  if (!row) return null
  const { rowId } = step
  if (step.kind === "move") {
    // Whoever put it into another area since meant it to be there.
    const { areaId } = isBack ? step.to : step.from
    if (row.cells.area !== areaId) return null
    return { kind: "move", rowId, ...(isBack ? step.from : step.to) }
  }
  // Own words in it were taken back before; what is left are those of others.
  if (step.kind === "add" && isBack && !isEmpty(row)) return null
  // Whoever retired it for another reason meant it to be gone.
  if (step.kind === "add" && row.retired && row.retired.reason !== because) return null
  const isToBeThere = (step.kind === "retire") === isBack
  if ((row.retired === null) === isToBeThere) return null
  if (isToBeThere) return { kind: "return", rowId }
  return { kind: "retire", rowId, reason: step.kind === "add" ? because : step.reason }
}
