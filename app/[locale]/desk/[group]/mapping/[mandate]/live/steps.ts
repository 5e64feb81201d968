import { type CellField, cellFields, type Row } from "@/lib/mapping/model"
import { sameCell } from "./cell-words"
import { emptyRow } from "./ops"

export type StepCell = { rowId: string; field: CellField; before: unknown; after: unknown }
type Place = { areaId: string; after: string | null }

/** What somebody did in one go, so that it can be taken back. */
export type Step =
  | { kind: "cells"; cells: StepCell[] }
  | { kind: "add"; rowId: string }
  | { kind: "move"; rowId: string; from: Place; to: Place }
  | { kind: "retire"; rowId: string; reason: string }
  | { kind: "return"; rowId: string; reason: string }

/** What has to be done to take a step back, or to do it again. */
export type Taken =
  | { kind: "cells"; cells: { rowId: string; field: CellField; value: unknown }[] }
  | { kind: "move"; rowId: string; areaId: string; after: string | null }
  | { kind: "retire"; rowId: string; reason: string }
  | { kind: "return"; rowId: string }

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
  back(rowOf: (id: string) => Row | undefined, because: string): Taken | null {
    for (let step = this.#done.pop(); step; step = this.#done.pop()) {
      const taken = take(step, true, rowOf, because)
      if (!taken) continue
      this.#undone.push(step)
      return taken
    }
    return null
  }

  /** As `back`, of the step that was taken back last. */
  again(rowOf: (id: string) => Row | undefined, because: string): Taken | null {
    for (let step = this.#undone.pop(); step; step = this.#undone.pop()) {
      const taken = take(step, false, rowOf, because)
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

function take(
  step: Step,
  isBack: boolean,
  rowOf: (id: string) => Row | undefined,
  because: string,
): Taken | null {
  if (step.kind === "cells") {
    const cells = step.cells.flatMap(({ rowId, field, before, after }) => {
      const [from, value] = isBack ? [after, before] : [before, after]
      const now = rowOf(rowId)?.cells[field]
      // What somebody else changed since is theirs.
      return now !== undefined && sameCell(field, now, from) ? { rowId, field, value } : []
    })
    return cells.length > 0 ? { kind: "cells", cells } : null
  }
  const { rowId } = step
  const row = rowOf(rowId)
  if (!row) return null
  if (step.kind === "move") {
    // Whoever put it into another area since meant it to be there.
    const { areaId } = isBack ? step.to : step.from
    if (row.cells.area !== areaId) return null
    return { kind: "move", rowId, ...(isBack ? step.from : step.to) }
  }
  // Own words in it were taken back before; what is left are those of others.
  if (step.kind === "add" && isBack && !isEmpty(row)) return null
  const isToBeThere = (step.kind === "retire") === isBack
  if ((row.retired === null) === isToBeThere) return null
  if (isToBeThere) return { kind: "return", rowId }
  return { kind: "retire", rowId, reason: step.kind === "add" ? because : step.reason }
}
