import type { Way } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { changedCells, tidyCells } from "./cell-words"
import type { Confirmed } from "./confirmed"
import type { CellEdit } from "./mapping-store"
import { cellsIn, emptyRow, type NewOp, type Op } from "./ops"
import { type Said, saidOf, type Walked, whereOf } from "./said"
import { type StepCell, Steps } from "./steps"
import type { SavedWith, Waiting } from "./waiting"

type Around = {
  base: Confirmed
  waiting: Waiting
  me: { id: string; name: string }
  /** As it is shown: with what waits. */
  table: () => Table
  say: (said: Said) => string
  /** The reason with which what was added goes when that is taken back. */
  takenBack: string
  refusal: (key: string) => string
  /** Something was done: it is kept and sent. */
  done: () => void
}

/** What is done on one page: it waits until it is sent, and can be taken back. */
export class Doing {
  readonly #around: Around
  readonly steps = new Steps()

  constructor(around: Around) {
    this.#around = around
  }

  /** Cells, all of them or none; answers with those in which something else stands now. */
  save(given: readonly CellEdit[], way: Way, more: SavedWith = {}): StepCell[] {
    const { waiting, refusal, table, done } = this.#around
    const { tidied, why } = tidyCells(given)
    if (why !== null) {
      waiting.refuse(tidied, refusal(why))
      done()
      return []
    }
    const added = more.added ?? []
    const news = added.map(({ rowId, areaId }) => emptyRow(rowId, areaId, 0))
    const rows = [...table().rows, ...news]
    const gone = tidied.filter(({ rowId }) => !rows.some(({ id }) => id === rowId))
    if (gone.length > 0) waiting.refuse(gone, refusal("mapping.rowNotAdded"))
    const changed = changedCells(tidied, rows)
    const pending = changed.map(({ was: _, ...cell }) => cell)
    waiting.save(crypto.randomUUID(), pending, way, more)
    done()
    return changed.map(({ was, value, base: _, ...at }) => ({ ...at, before: was, after: value }))
  }

  do(op: NewOp, more: SavedWith = {}): void {
    const { waiting, base, table, done } = this.#around
    const rowId = op.kind === "move" ? op.rowId : null
    const moving = table().rows.find(({ id }) => id === rowId)
    const seen = rowId !== null && { base: moving?.revisions.area ?? 0 }
    const known = op.kind === "retireAll" && { since: base.change }
    waiting.add({ id: crypto.randomUUID(), ...seen, ...known, ...op } as Op, more)
    done()
  }

  /** Takes the newest step back, or does it again; answers with what it was, null where there is none. */
  walk(what: Said["what"]): Walked | null {
    const { base, waiting, me, takenBack: because, say, table: shown } = this.#around
    const table = shown()
    const isBack = what === "undone"
    const isMovedSince = (rowId: string, since: number) =>
      waiting.heldOf({ rowId, field: "area" }) === undefined && base.isMovedSince(rowId, since, me)
    const now = { table, because, me: me.name, isMovedSince }
    const taken = isBack ? this.steps.back(now) : this.steps.again(now)
    if (!taken) return null
    const ops = taken.ops.filter((op) => !isBack || !this.#giveWay(cellsIn({ ...op, id: "" })))
    const cells = taken.cells.filter((cell) => !isBack || !this.#giveWay([cell]))
    for (const op of ops) this.do(op)
    if (cells.length > 0) this.save(cells, "undo")
    this.#around.done()
    return { words: say(saidOf(what, taken, table)), where: whereOf(taken) }
  }

  /**
   * Whether words that wait for a choice are what is taken back: theirs stand then, and to do it again
   * puts ours over theirs, which were seen.
   */
  #giveWay(cells: readonly Pick<StepCell, "rowId" | "field">[]): boolean {
    const { base, waiting } = this.#around
    const held = cells.flatMap((cell) => waiting.heldOf(cell) ?? [])
    for (const { id, rowId, field } of held) {
      waiting.settle(id)
      this.steps.stands({ rowId, field, value: base.row(rowId)?.cells[field] })
    }
    return held.length > 0
  }
}
