import { bothOf } from "@/lib/mapping/cells/both-of"
import type { Table } from "@/lib/mapping/queries"
import type { Doing } from "./doing"
import type { BothOf, CellEdit, Choice } from "./mapping-store"
import { before, keyOf, type PendingCell } from "./ops"
import type { Waiting } from "./waiting"

type Moved = { rowId: string; value: unknown; base: number }

type Around = {
  waiting: Waiting
  doing: Doing
  table: () => Table
  clashes: () => readonly BothOf[]
  /** The newest change that is known. */
  since: () => number
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

  settle(given: string | readonly string[], choice: Choice): void {
    const { waiting, clashes } = this.#around
    const ids = new Set([given].flat())
    const settled = clashes().flatMap(
      ({ id, rowId, field, value: theirs, mine, revision: base }) => {
        if (!ids.has(id)) return []
        const value = choice === "both" ? bothOf(field, theirs, mine) : mine
        return choice === "both" && value === null
          ? []
          : [{ id, cell: { rowId, field, value, base } }]
      },
    )
    if (settled.length === 0) return
    const kept = new Map(waiting.kept.mine.map((one) => [one.id, one]))
    const emptied = this.#stillThere(
      settled.map(({ cell }) => cell),
      settled.flatMap(({ id }) => kept.get(id)?.emptied ?? []),
    )
    waiting.settle(...settled.map(({ id }) => id))
    const chosen = choice === "theirs" ? [] : settled
    const cells = chosen.flatMap(({ id, cell }) => {
      const after = kept.get(id)?.after
      if (after !== undefined) this.#move(cell, after)
      return after === undefined ? [cell] : []
    })
    this.#save(choice === "theirs" ? [] : [...cells, ...emptied], { isChosen: true })
  }

  /** A row goes to the place that was chosen for it, out of the area into which somebody else put it. */
  #move({ rowId, value, base }: Moved, after: string | null): void {
    const { doing, table, since } = this.#around
    const to = { areaId: String(value), after }
    const rows = table().rows.filter(({ retired }) => !retired)
    const areaId = rows.find(({ id }) => id === rowId)?.cells.area ?? to.areaId
    const there = rows.filter(({ cells }) => cells.area === areaId)
    const from = { areaId, after: before(there, rowId) }
    const known = since()
    doing.do({ kind: "move", rowId, ...to, base }, { isChosen: true })
    doing.steps.did({ kind: "move", rowId, from, to, since: known })
  }

  again(given: string | readonly string[]): void {
    const { waiting, bringBack, table } = this.#around
    const ids = new Set([given].flat())
    const rows = new Map(table().rows.map((row) => [row.id, row]))
    const tried = waiting.kept.refused.flatMap((one) => {
      const row = ids.has(one.id) && one.rowId ? rows.get(one.rowId) : undefined
      return row && one.field ? [{ ...one, row, field: one.field }] : []
    })
    if (tried.length === 0) return
    const retired = tried.flatMap(({ row }) => (row.retired ? row.id : []))
    for (const id of new Set(retired)) bringBack(id)
    const cells = tried.map(({ row, field, mine: value, base }) => ({
      ...{ rowId: row.id, field, value, ...(base !== undefined && { base }) },
    }))
    const emptied = this.#stillThere(
      cells,
      tried.flatMap((one) => one.emptied ?? []),
    )
    this.#save([...cells, ...emptied])
    // Last, so that the device has the words all along.
    this.discard(tried.map(({ id }) => id))
  }

  discard(given: string | readonly string[]): void {
    this.#around.waiting.discard(...[given].flat())
    this.#around.done()
  }

  addAgain(given: string | readonly string[], areaId: string): void {
    const { waiting, doing } = this.#around
    const rowIds = [given].flat()
    const taken = rowIds.map((rowId) => waiting.takeRefused(rowId))
    const own = taken.flatMap((one) => one.cells)
    const emptied = this.#stillThere(
      own,
      taken.flatMap((one) => one.emptied),
    )
    const cells = [...own, ...emptied]
    const [only] = rowIds
    if (only && rowIds.length === 1) {
      doing.do({ kind: "add", rowId: only, areaId })
      doing.save(cells, "grid")
    } else doing.save(cells, "paste", { added: rowIds.map((rowId) => ({ rowId, areaId })) })
  }

  #save(cells: readonly CellEdit[], more: { isChosen?: boolean } = {}): void {
    const { doing } = this.#around
    const step = doing.save(cells, "grid", more)
    if (step.length > 0) doing.steps.did({ kind: "cells", cells: step })
  }

  /**
   * Of cells from which words were moved those in which nobody wrote since, and whose words arrive with `arriving`,
   * or with others of them.
   */
  #stillThere(
    arriving: readonly Pick<CellEdit, "rowId" | "field">[],
    emptied: readonly PendingCell[],
  ): CellEdit[] {
    const { waiting, table } = this.#around
    const rows = new Map(table().rows.map((row) => [row.id, row]))
    const there = new Set(arriving.map(({ rowId, field }) => keyOf(rowId, field)))
    const all = new Set(emptied.map(({ rowId, field }) => keyOf(rowId, field)))
    return emptied.flatMap(({ page: _, ...cell }) => {
      const row = rows.get(cell.rowId)
      const isSeen = row && !row.retired && (row.revisions[cell.field] ?? 0) === cell.base
      const arrives = cell.movedTo?.every((key) => there.has(key) || !all.has(key)) ?? true
      if (!isSeen || !arrives || waiting.isSending(cell) || waiting.heldOf(cell)) return []
      there.add(keyOf(cell.rowId, cell.field))
      return [cell]
    })
  }
}
