import type { CellField, Way } from "@/lib/mapping/model"
import { type CellDraft, joinKept, type Kept, type MineCell, nothing } from "./kept"
import type { Sent } from "./line"
import type { CellEdit } from "./mapping-store"
import {
  type AddedRow,
  addedBy,
  cellsIn,
  isOf,
  keyOf,
  type Op,
  type PendingCell,
  rowsOf,
} from "./ops"
import { portionsOf } from "./portions"
import {
  blockRefused,
  clashed,
  partRefused,
  refusedCells,
  refusedRow,
  rowRefused,
} from "./put-aside"
import { setAside } from "./set-aside"
import { Ways } from "./ways"

/** `isChosen`: a cell that waited for a choice is sent; `added`: new rows that go with the cells. */
export type SavedWith = { isChosen?: boolean; added?: readonly AddedRow[] }

/** Words that wait for a choice, what they are now, where a row was put with them, and what was moved there. */
type Reworded = Pick<MineCell, "value" | "after" | "emptied"> & { one: MineCell }

/** The queue of what is not saved. The first is the one that is on its way. */
export class Waiting {
  kept: Kept = nothing
  isOnItsWay = false
  /** The name of what is being written in the editor that is open here. */
  writing: string | null = null
  readonly #ways = new Ways()
  /** What was sent, or may have been by the page that left it: the portal may hold it, answered or not. */
  readonly #gone = new Set<string>()

  /** Takes over what another page left behind. */
  adopt(left: Kept): void {
    for (const { id } of left.ops) this.#gone.add(id)
    this.kept = joinKept(this.kept, left)
  }

  /**
   * A row whose area waits for a choice only changes what is chosen between, and its place there, when it is moved
   * again; unless this is what was chosen.
   */
  add(op: Op, { isChosen = false }: SavedWith = {}): void {
    const [moved] = op.kind === "move" && !isChosen ? cellsIn(op) : []
    const held = moved && this.heldOf(moved)
    if (held && op.kind === "move") this.#reword([{ one: held, value: op.areaId, after: op.after }])
    else this.#set({ ops: [...this.kept.ops, this.#ways.led(this.#after(op))] })
  }

  /**
   * Cells that were changed here. One cell whose older words have not left yet takes their place, and
   * one whose clash waits for a choice only changes what is chosen between; what was moved there waits with it.
   * Many are sent in parts.
   */
  save(id: string, given: readonly PendingCell[], way: Way, more: SavedWith = {}): void {
    const { isChosen = false, added = [] } = more
    const held = new Map(
      (isChosen ? [] : given).flatMap((cell): [string, MineCell][] => {
        const one = this.heldOf(cell)
        return one ? [[keyOf(cell.rowId, cell.field), one]] : []
      }),
    )
    const op: Op = { id, kind: "cells", cells: [...given], way }
    const { left, out } = setAside([op], ({ rowId, field }) => held.has(keyOf(rowId, field)))
    const cells = left.flatMap(cellsIn)
    const changes = out.flatMap(({ rowId, field, value, emptied = [] }): Reworded[] => {
      const one = held.get(keyOf(rowId, field))
      return one ? [{ one, value, emptied }] : []
    })
    if (changes.length > 0) this.#reword(changes)
    const [only] = cells
    if (!only && added.length === 0) return
    const { ops } = this.kept
    if (only && cells.length === 1 && added.length === 0) {
      const place = ops.findLastIndex((op) => op.kind === "cells" && op.cells.some(isOf(only)))
      const older = ops[place]
      const isAlone = older?.kind === "cells" && older.cells.length === 1 && !older.added
      const isMoved = only.movedTo || (older && cellsIn(older).some(({ movedTo }) => movedTo))
      if (isAlone && !isMoved && !this.#gone.has(older.id) && older.way === way) {
        const words = older.cells.map((cell) => ({ ...cell, value: only.value }))
        this.#set({ ops: ops.with(place, { ...older, cells: words }) })
        return
      }
    }
    const [first = [], ...others] = portionsOf(cells)
    const rows = added.length > 0 ? { added } : {}
    this.add({ id, kind: "cells", cells: first, way, ...rows })
    for (const more of others)
      this.add({ id: crypto.randomUUID(), kind: "cells", cells: more, way, save: id })
  }

  /** The first in the queue, which is on its way from now on. */
  goes(): Op | undefined {
    const [op] = this.kept.ops
    if (op) {
      this.isOnItsWay = true
      this.#gone.add(op.id)
    }
    return op
  }

  /** What was not finished on pages that went. */
  get unfinished(): CellDraft[] {
    return this.kept.drafts.filter(({ id }) => id !== this.writing)
  }

  /** What is written in the editor that is open here, each time instead of what was before. */
  draft(draft: CellDraft): void {
    this.writing = draft.id
    const others = this.kept.drafts.filter(({ id }) => id !== draft.id)
    this.#set({ drafts: [...others, draft] })
  }

  /** It was handed over, or given up; whether there was any. */
  undraft(id: string): boolean {
    if (this.writing === id) this.writing = null
    const drafts = this.kept.drafts.filter((one) => one.id !== id)
    const isThere = drafts.length < this.kept.drafts.length
    if (isThere) this.#set({ drafts })
    return isThere
  }

  /** What became of the first in the queue. */
  answered(
    op: Op,
    sent: Exclude<Sent, { kind: "closed" | "unheard" | "overdue" | "failed" }>,
  ): void {
    const [, ...rest] = this.kept.ops
    if (sent.kind === "saved") {
      this.#ways.lead(cellsIn(op), sent)
      this.#set({ ops: rest.map((one) => this.#ways.led(one)) })
    } else if (sent.kind === "clash" && cellsIn(op).length > 0)
      this.#set(clashed({ ...this.kept, ops: rest }, op, sent.clashes))
    else {
      const { message = "", against = [] } = sent.kind === "refused" ? sent : {}
      const part = op.kind === "cells" && partRefused({ ...this.kept, ops: rest }, op, against)
      if (part) this.#set(part)
      else this.#refuse(op, message, rest)
    }
  }

  /** Takes some out of what waits for a choice. */
  settle(...given: string[]): void {
    const ids = new Set(given)
    this.#set({ mine: this.kept.mine.filter(({ id }) => !ids.has(id)) })
  }

  discard(...given: string[]): void {
    const ids = new Set(given)
    this.#set({ refused: this.kept.refused.filter(({ id }) => !ids.has(id)) })
  }

  /**
   * Takes what was refused of a new row out, and answers with the newest words for each of its cells, and with
   * the cells from which they were moved.
   */
  takeRefused(rowId: string): { cells: CellEdit[]; emptied: PendingCell[] } {
    const of = this.kept.refused.filter((one) => one.rowId === rowId)
    const words = new Map<CellField, CellEdit>()
    for (const { field, mine: value, base } of of)
      if (field) words.set(field, { rowId, field, value, ...(base !== undefined && { base }) })
    this.#set({ refused: this.kept.refused.filter((one) => one.rowId !== rowId) })
    return { cells: [...words.values()], emptied: of.flatMap(({ emptied = [] }) => emptied) }
  }

  /** Cells that the portal would not take. */
  refuse(cells: readonly CellEdit[], message: string): void {
    this.#set({
      refused: [...this.kept.refused, ...refusedCells(cells, message, crypto.randomUUID())],
    })
  }

  /** Rows that stay as they are, each with why. */
  stay(rowIds: readonly string[], message: string): void {
    const refused = rowIds.map((rowId) => refusedRow(rowId, message))
    this.#set({ refused: [...this.kept.refused, ...refused] })
  }

  /** The words of a cell that are shown and wait for a choice; what is written later stands over them. */
  heldOf(cell: Pick<PendingCell, "rowId" | "field">): MineCell | undefined {
    const held = this.kept.mine.findLast(isOf(cell))
    return held && this.isSending(cell) ? undefined : held
  }

  /** Whether something of a cell is in the queue. */
  isSending(cell: Pick<PendingCell, "rowId" | "field">): boolean {
    return this.kept.ops.some((op) => cellsIn(op).some(isOf(cell)))
  }

  #reword(changes: readonly Reworded[]): void {
    const words = new Map(changes.map(({ one, ...given }) => [one.id, given]))
    const mine = this.kept.mine.map((one) => {
      const given = words.get(one.id)
      if (!given) return one
      const { after: _, ...others } = one
      const { value, after, emptied = [] } = given
      const all = [...(one.emptied ?? []), ...emptied]
      return {
        ...{ ...others, value, ...(after !== undefined && { after }) },
        ...(all.length > 0 && { emptied: all }),
      }
    })
    this.#set({ mine })
  }

  /** Whoever writes over words that wait has seen them: it follows from the page that wrote those. */
  #after(op: Op): Op {
    const pages = new Map(
      this.kept.ops.flatMap(cellsIn).map(({ rowId, field, page }) => [keyOf(rowId, field), page]),
    )
    const pageOf = ({ rowId, field, page }: PendingCell) => pages.get(keyOf(rowId, field)) ?? page
    const follows = <Each extends object>(each: Each, page: string | undefined) =>
      page === undefined ? each : { ...each, page }
    if (op.kind === "cells")
      return { ...op, cells: op.cells.map((cell) => follows(cell, pageOf(cell))) }
    const [moved] = cellsIn(op)
    return moved && op.kind === "move" ? follows(op, pageOf(moved)) : op
  }

  #refuse(op: Op, message: string, rest: Op[]): void {
    this.#set({ ops: rest })
    if (op.kind === "cells") this.#set(blockRefused(this.kept, op, message))
    else if (op.kind === "area")
      this.#set({ refused: [...this.kept.refused, refusedRow(null, message)] })
    else this.stay(rowsOf(op), message)
    for (const { rowId } of addedBy(op)) this.#set(rowRefused(this.kept, rowId, message))
  }

  #set(next: Partial<Kept>): void {
    this.kept = { ...this.kept, ...next }
  }
}
