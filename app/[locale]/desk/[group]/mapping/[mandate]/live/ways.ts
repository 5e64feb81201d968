import type { Sent } from "./line"
import { cellsIn, keyOf, type Op, type PendingCell } from "./ops"

const wayOf = ({ rowId, field, page = "" }: PendingCell) => `${page} ${keyOf(rowId, field)}`

/**
 * Revisions that our own saves led on from: what was seen at the one stands for the other. For each
 * page by itself: what two pages wrote at one revision, neither had seen of the other.
 */
export class Ways {
  readonly #ways = new Map<string, Map<number, number>>()

  /** Our own save of cells leads from the revision that was seen to the one that stands. */
  lead(cells: readonly PendingCell[], sent: Extract<Sent, { kind: "saved" }>): void {
    for (const cell of cells) {
      const saved = sent.cells?.find(
        ({ rowId, field }) => rowId === cell.rowId && field === cell.field,
      )
      if (!saved || saved.revision === cell.base) continue
      const ways = this.#ways.get(wayOf(cell)) ?? new Map()
      this.#ways.set(wayOf(cell), ways.set(cell.base, saved.revision))
    }
  }

  /** One that has seen what our own saves made of what it had seen. */
  led(op: Op): Op {
    if (op.kind === "cells")
      return { ...op, cells: op.cells.map((cell) => ({ ...cell, base: this.#baseOf(cell) })) }
    const [moved] = cellsIn(op)
    return moved && op.kind === "move" ? { ...op, base: this.#baseOf(moved) } : op
  }

  #baseOf(cell: PendingCell): number {
    const ways = this.#ways.get(wayOf(cell))
    let now = cell.base
    for (let next = ways?.get(now); next !== undefined && next > now; next = ways?.get(now))
      now = next
    return now
  }
}
