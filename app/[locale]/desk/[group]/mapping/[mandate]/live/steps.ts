import type { CellField, Row } from "@/lib/mapping/model"
import { sameCell } from "./cell-words"

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
  if (step.kind === "move") return { kind: "move", rowId, ...(isBack ? step.from : step.to) }
  const isToBeThere = (step.kind === "retire") === isBack
  if ((row.retired === null) === isToBeThere) return null
  if (isToBeThere) return { kind: "return", rowId }
  return { kind: "retire", rowId, reason: step.kind === "add" ? because : step.reason }
}
