import { bothOf } from "@/lib/mapping/cells/both-of"
import type { Table } from "@/lib/mapping/queries"
import type { Doing } from "./doing"
import type { BothOf, CellEdit, Choice } from "./mapping-store"
import type { PendingCell } from "./ops"
import type { Waiting } from "./waiting"

type Around = {
  waiting: Waiting
  doing: Doing
  table: () => Table
  clashes: () => readonly BothOf[]
  /** Brings a retired row back. */
  bringBack: (rowId: string) => void
  done: () => void
}

/** What waits for somebody: chosen between, sent once more, or discarded. */
export class Settling {
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  settle(id: string, choice: Choice): void {
    const { waiting, clashes } = this.#around
    const clash = clashes().find((one) => one.id === id)
    if (!clash) return
    const { rowId, field, value: theirs, mine, revision: base } = clash
    const value = choice === "both" ? bothOf(field, theirs, mine) : mine
    if (choice === "both" && value === null) return
    const emptied = this.#stillThere(waiting.kept.mine.find((one) => one.id === id)?.emptied)
    waiting.settle(id)
    const chosen = choice === "theirs" ? [] : [{ rowId, field, value, base }, ...emptied]
    this.#save(chosen, { isChosen: true })
  }

  again(id: string): void {
    const { waiting, bringBack, table } = this.#around
    const refused = waiting.kept.refused.find((one) => one.id === id)
    const { rowId, field, mine: value, base, emptied } = refused ?? {}
    const row = table().rows.find((one) => one.id === rowId)
    if (!row || !field) return
    if (row.retired) bringBack(row.id)
    const cell = { rowId: row.id, field, value, ...(base !== undefined && { base }) }
    this.#save([cell, ...this.#stillThere(emptied)])
    // Last, so that the device has the words all along.
    this.discard(id)
  }

  discard(id: string): void {
    this.#around.waiting.discard(id)
    this.#around.done()
  }

  addAgain(rowId: string, areaId: string): void {
    const { waiting, doing } = this.#around
    const cells = waiting.takeRefused(rowId)
    doing.do({ kind: "add", rowId, areaId })
    doing.save(cells, "grid")
  }

  #save(cells: readonly CellEdit[], more: { isChosen?: boolean } = {}): void {
    const { doing } = this.#around
    const step = doing.save(cells, "grid", more)
    if (step.length > 0) doing.steps.did({ kind: "cells", cells: step })
  }

  /** Of cells from which words were moved those in which nobody wrote since. */
  #stillThere(emptied: readonly PendingCell[] = []): CellEdit[] {
    const { waiting, table } = this.#around
    const rows = new Map(table().rows.map((row) => [row.id, row]))
    return emptied.flatMap(({ page: _, ...cell }) => {
      const row = rows.get(cell.rowId)
      const isSeen = row && !row.retired && (row.revisions[cell.field] ?? 0) === cell.base
      return isSeen && !waiting.isSending(cell) && !waiting.heldOf(cell) ? [cell] : []
    })
  }
}
