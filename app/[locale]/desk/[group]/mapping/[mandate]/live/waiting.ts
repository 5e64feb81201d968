import type { CellField, Clash, Way } from "@/lib/mapping/model"
import { joinKept, type Kept } from "./kept"
import type { Sent } from "./line"
import { cellsIn, keyOf, type Op, type PendingCell, rowsOf } from "./ops"

const refusedRow = (rowId: string | null, message: string) => ({
  ...{ id: crypto.randomUUID(), rowId, field: null, mine: null, message },
})

/** The queue of what is not saved. The first is the one that is on its way. */
export class Waiting {
  kept: Kept = { ops: [], mine: [], refused: [] }
  isOnItsWay = false
  /** Revisions that our own saves led on from: what was seen at the one stands for the other. */
  readonly #ways = new Map<string, Map<number, number>>()

  get isEmpty(): boolean {
    const { ops, mine, refused } = this.kept
    return ops.length === 0 && mine.length === 0 && refused.length === 0
  }

  /** Takes over what another page left behind. */
  adopt(left: Kept): void {
    this.kept = joinKept(this.kept, left)
  }

  /** A row whose area waits for a choice only changes what is chosen between when it is moved again. */
  add(op: Op): void {
    const { ops, mine } = this.kept
    const isMoved = (one: PendingCell) =>
      op.kind === "move" && one.rowId === op.rowId && one.field === "area"
    if (op.kind === "move" && mine.some(isMoved)) {
      const value = op.areaId
      this.#set({ mine: mine.map((one) => (isMoved(one) ? { ...one, value } : one)) })
    } else this.#set({ ops: [...ops, this.#led(op)] })
  }

  /**
   * Cells that were changed here. One cell whose older words have not left yet takes their place, and
   * one whose clash waits for a choice only changes what is chosen between.
   */
  save(id: string, given: readonly PendingCell[], way: Way): void {
    const cells = given.map((cell) => ({ ...cell, base: this.#baseOf(cell) }))
    const { ops, mine } = this.kept
    const [only] = cells
    const isOf = (cell: PendingCell) => (other: PendingCell) =>
      other.rowId === cell.rowId && other.field === cell.field
    if (mine.some((one) => cells.some((cell) => isOf(cell)(one)))) {
      const next = mine.map((one) => {
        const cell = cells.find(isOf(one))
        return cell ? { ...one, value: cell.value } : one
      })
      const rest = cells.filter((cell) => !mine.some(isOf(cell)))
      this.#set({ mine: next })
      if (rest.length > 0) this.add({ id, kind: "cells", cells: rest, way })
      return
    }
    if (only && cells.length === 1) {
      const place = ops.findLastIndex((op) => op.kind === "cells" && op.cells.some(isOf(only)))
      const older = ops[place]
      const hasLeft = place === 0 && this.isOnItsWay
      if (older?.kind === "cells" && !hasLeft && older.cells.length === 1 && older.way === way) {
        const cell = { ...only, base: older.cells[0]?.base ?? only.base }
        this.#set({ ops: ops.with(place, { ...older, cells: [cell] }) })
        return
      }
    }
    this.add({ id, kind: "cells", cells, way })
  }

  /** What became of the first in the queue. */
  answered(op: Op, sent: Exclude<Sent, { kind: "closed" | "unheard" }>): void {
    const [, ...rest] = this.kept.ops
    if (sent.kind === "saved") {
      this.#set({ ops: this.#lead(cellsIn(op), sent, rest) })
    } else if (sent.kind === "clash" && cellsIn(op).length > 0) this.#clash(op, sent.clashes, rest)
    else this.#refuse(op, sent.kind === "refused" ? sent.message : "", rest)
  }

  /** Takes one out of what waits for a choice. */
  settle(rowId: string, field: CellField): unknown {
    const isIt = (one: PendingCell) => one.rowId === rowId && one.field === field
    const found = this.kept.mine.find(isIt)
    this.#set({ mine: this.kept.mine.filter((one) => !isIt(one)) })
    return found?.value
  }

  discard(id: string): void {
    this.#set({ refused: this.kept.refused.filter((one) => one.id !== id) })
  }

  /** Takes what was refused of a row out, and answers with the newest words for each of its cells. */
  takeRefused(rowId: string): Omit<PendingCell, "base">[] {
    const words = new Map<CellField, unknown>()
    for (const one of this.kept.refused)
      if (one.rowId === rowId && one.field) words.set(one.field, one.mine)
    this.#set({ refused: this.kept.refused.filter((one) => one.rowId !== rowId) })
    return [...words].map(([field, value]) => ({ rowId, field, value }))
  }

  /** Cells that the portal would not take. */
  refuse(cells: readonly Omit<PendingCell, "base">[], message: string): void {
    const refused = cells.map(({ rowId, field, value }) => ({
      ...{ id: crypto.randomUUID(), rowId, field },
      ...{ mine: value, message },
    }))
    this.#set({ refused: [...this.kept.refused, ...refused] })
  }

  /** Rows that stay as they are, each with why. */
  stay(rowIds: readonly string[], message: string): void {
    const refused = rowIds.map((rowId) => refusedRow(rowId, message))
    this.#set({ refused: [...this.kept.refused, ...refused] })
  }

  /** Our own save leads from the revision that was seen to the one that stands. */
  #lead(cells: PendingCell[], sent: Extract<Sent, { kind: "saved" }>, rest: Op[]): Op[] {
    for (const { rowId, field, base } of cells) {
      const saved = sent.cells?.find((one) => one.rowId === rowId && one.field === field)
      if (!saved || saved.revision === base) continue
      const ways = this.#ways.get(keyOf(rowId, field)) ?? new Map()
      this.#ways.set(keyOf(rowId, field), ways.set(base, saved.revision))
    }
    return rest.map((op) => this.#led(op))
  }

  #led(op: Op): Op {
    if (op.kind === "cells")
      return { ...op, cells: op.cells.map((cell) => ({ ...cell, base: this.#baseOf(cell) })) }
    const [moved] = cellsIn(op)
    return moved && op.kind === "move" ? { ...op, base: this.#baseOf(moved) } : op
  }

  #baseOf({ rowId, field, base }: PendingCell): number {
    const ways = this.#ways.get(keyOf(rowId, field))
    let now = base
    for (let next = ways?.get(now); next !== undefined && next > now; next = ways?.get(now))
      now = next
    return now
  }

  /** Cells that clash wait for a choice, with the newest words for them; the others are sent again. */
  #clash(op: Op, clashes: Clash[], rest: Op[]): void {
    const clashOf = (cell: PendingCell) =>
      clashes.find(({ rowId, field }) => rowId === cell.rowId && field === cell.field)
    const newer = rest.flatMap(cellsIn)
    const mine = cellsIn(op).flatMap((cell) => {
      const clash = clashOf(cell)
      if (!clash) return []
      const last = newer.findLast(
        ({ rowId, field }) => rowId === cell.rowId && field === cell.field,
      )
      return { ...cell, value: (last ?? cell).value, clash }
    })
    const withoutThem = [op, ...rest].flatMap((one) => {
      if (one.kind === "move") return cellsIn(one).some(clashOf) ? [] : one
      if (one.kind !== "cells") return one
      const cells = one.cells.filter((cell) => !clashOf(cell))
      return cells.length > 0 ? { ...one, cells } : []
    })
    this.#set({ ops: withoutThem, mine: [...this.kept.mine, ...mine] })
  }

  #refuse(op: Op, message: string, rest: Op[]): void {
    this.#set({ ops: rest })
    if (op.kind === "cells") this.refuse(op.cells, message)
    else if (op.kind === "area")
      this.#set({ refused: [...this.kept.refused, refusedRow(null, message)] })
    else this.stay(rowsOf(op), message)
    if (op.kind === "add") this.#refuseRow(op.rowId, message)
  }

  /** What was done in a row that was not added has no place either; what is of other rows goes on. */
  #refuseRow(rowId: string, message: string): void {
    const isIn = (cell: PendingCell) => cell.rowId === rowId
    const { ops } = this.kept
    this.refuse(
      ops.flatMap((op) => (op.kind === "cells" ? op.cells.filter(isIn) : [])),
      message,
    )
    const others = ops.flatMap((op) => {
      if (op.kind === "area") return op
      if ("rowIds" in op) {
        const rowIds = op.rowIds.filter((id) => id !== rowId)
        return rowIds.length > 0 ? { ...op, rowIds } : []
      }
      if (op.kind !== "cells") return op.rowId === rowId ? [] : op
      const cells = op.cells.filter((cell) => !isIn(cell))
      return cells.length > 0 ? { ...op, cells } : []
    })
    this.#set({ ops: others })
  }

  #set(next: Partial<Kept>): void {
    this.kept = { ...this.kept, ...next }
  }
}
