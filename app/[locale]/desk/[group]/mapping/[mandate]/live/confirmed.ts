import type { CellField, Clash, Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import type { CellChange, Heard, HeardChange, Sent } from "./line"
import { isDeed } from "./news"
import { areasWith, inOrder, keyOf, type Op, rowsOf, withCell } from "./ops"

export type Author = { by: string; at: string }
type Me = { id: string; name: string }
type Changes = Extract<Heard, { kind: "changes" }>

/** The table as the portal is known to hold it. What arrives late never takes a newer cell's place. */
export class Confirmed {
  table: Table
  /** Up to this change all is known. */
  change: number
  /** Who changed a cell last, as far as this page heard. */
  readonly authors = new Map<string, Author>()
  #rows: Map<string, Row>
  /** Who put a row into its place last, by id (null where it is not known), and with which change. */
  readonly #movers = new Map<string, { change: number; by: string | null }>()
  /** The change with which the place of a row, or its retirement, was last heard of. */
  readonly #placed = new Map<string, number>()

  constructor(table: Table, change: number) {
    this.table = table
    this.change = change
    this.#rows = new Map(table.rows.map((row) => [row.id, row]))
  }

  row(id: string): Row | undefined {
    return this.#rows.get(id)
  }

  /** What the portal saved of ours, who are called `me`. */
  saved(op: Op, sent: Extract<Sent, { kind: "saved" }>, me: Me): void {
    let isMoved = false
    for (const row of sent.rows ?? []) if (this.#place(row, sent.change)) isMoved = true
    if (op.kind === "cells")
      for (const { rowId, field, value } of op.cells) {
        const saved = sent.cells?.find((one) => one.rowId === rowId && one.field === field)
        const author = { by: me.name, at: sent.at }
        const stands = saved?.value ?? value
        if (!saved || !this.#put(rowId, field, stands, saved.revision, author)) continue
        this.authors.set(keyOf(rowId, field), author)
        if (field === "area") isMoved = true
      }
    else if (op.kind === "add") {
      if (sent.row) isMoved = this.#place(sent.row, sent.change)
    } else if (op.kind === "area") {
      // An order that was heard since is newer.
      if (sent.change > this.change) this.#order(op)
      isMoved = true
    } else
      for (const id of rowsOf(op)) {
        if (sent.stayed?.includes(id)) continue
        const row = this.#rows.get(id)
        if (row && this.#place(changed(row, op, sent, me.name), sent.change)) isMoved = true
      }
    if (op.kind === "move") this.#moved(op.rowId, sent.change, me.id)
    this.#draw(isMoved)
  }

  /** What stands in cells that somebody else changed before us. */
  clashed(clashes: readonly Clash[]): void {
    for (const { rowId, field, value, revision, by, at } of clashes) {
      const author = { by: by ?? "", at }
      if (this.#put(rowId, field, value, revision, author))
        this.authors.set(keyOf(rowId, field), author)
    }
    this.#draw(clashes.some(({ field }) => field === "area"))
  }

  /** What the portal told; answers with what of it was news. */
  heard({ changes, rows, areas, people }: Changes): HeardChange[] {
    const fresh = changes.filter(({ change }) => change > this.change)
    let isMoved = areas !== null
    const news: HeardChange[] = []
    for (const row of rows) {
      const number = fresh.findLast(({ rowId }) => rowId === row.id)?.change ?? this.change
      if (this.#place(row, number)) isMoved = true
    }
    for (const one of fresh) {
      if (!isCell(one)) {
        if (one.field === "moved" && one.rowId)
          this.#moved(one.rowId, one.change, one.author?.id ?? null)
        news.push(one)
        continue
      }
      const author = { by: one.author?.name ?? "", at: one.at }
      if (!this.#put(one.rowId, one.field, one.after, one.revision, author)) continue
      this.authors.set(keyOf(one.rowId, one.field), author)
      if (one.field === "area") isMoved = true
      news.push(one)
    }
    this.change = Math.max(this.change, ...fresh.map(({ change }) => change))
    this.table = {
      ...this.table,
      areas: areas ?? this.table.areas,
      people: people ?? this.table.people,
    }
    this.#draw(isMoved)
    return news
  }

  /** The people whom the table may name, as they are now; whether that was news. */
  meet(people: Table["people"]): boolean {
    if (JSON.stringify(people) === JSON.stringify(this.table.people)) return false
    this.table = { ...this.table, people }
    return true
  }

  /** The whole of it anew. */
  replace(table: Table, change: number): void {
    if (change < this.change) return
    for (const { id, position, cells } of table.rows) {
      const known = this.#rows.get(id)
      if (known && (known.position !== position || known.cells.area !== cells.area))
        this.#moved(id, change, null)
    }
    this.table = table
    this.change = change
    this.#rows = new Map(table.rows.map((row) => [row.id, row]))
    this.#placed.clear()
  }

  /** Whether somebody other than we was the last to put a row into its place, after a change. */
  isMovedSince(rowId: string, since: number, me: Pick<Me, "id">): boolean {
    const mover = this.#movers.get(rowId)
    return mover !== undefined && mover.change > since && mover.by !== me.id
  }

  #moved(rowId: string, change: number, by: string | null): void {
    if ((this.#movers.get(rowId)?.change ?? 0) <= change) this.#movers.set(rowId, { change, by })
  }

  #order({ areaId, after }: Extract<Op, { kind: "area" }>): void {
    this.table = { ...this.table, areas: areasWith(this.table.areas, areaId, after) }
  }

  #put(id: string, field: CellField, value: unknown, revision: number, author?: Author): boolean {
    const row = this.#rows.get(id)
    if (!row || (row.revisions[field] ?? 0) >= revision) return false
    let next = withCell(row, field, value)
    if (field === "scope")
      next = {
        ...next,
        scopeDecided: next.cells.scope.scope === "proposed" ? null : (author ?? { by: "", at: "" }),
      }
    this.#rows.set(id, { ...next, revisions: { ...row.revisions, [field]: revision } })
    return true
  }

  /** A row's place and retirement, unless something newer is known; its cells where they are newer. */
  #place(row: Row, change: number): boolean {
    const known = this.#rows.get(row.id)
    if (!known) {
      this.#rows.set(row.id, row)
      this.#placed.set(row.id, change)
      return true
    }
    if ((this.#placed.get(row.id) ?? 0) > change) return false
    this.#placed.set(row.id, change)
    let next: Row = { ...known, position: row.position, retired: row.retired, number: row.number }
    for (const field of Object.keys(row.cells) as CellField[]) {
      const revision = row.revisions[field] ?? 0
      if (revision < (known.revisions[field] ?? 0)) continue
      next = withCell(next, field, row.cells[field])
      if (revision > 0) next = { ...next, revisions: { ...next.revisions, [field]: revision } }
      if (field === "scope") next = { ...next, scopeDecided: row.scopeDecided }
    }
    this.#rows.set(row.id, next)
    return true
  }

  #draw(isMoved: boolean): void {
    const rows = [...this.#rows.values()]
    this.table = {
      ...this.table,
      rows: isMoved ? inOrder(rows, this.table.areas) : rows,
    }
    if (isMoved) this.#rows = new Map(this.table.rows.map((row) => [row.id, row]))
  }
}

/** A row after something was done to it as a whole. */
function changed(
  row: Row,
  op: Exclude<Op, { kind: "cells" | "add" | "area" }>,
  sent: { at: string; position?: number; cells?: readonly { revision: number }[] },
  by: string,
): Row {
  if (op.kind === "move") {
    const revision = sent.cells?.[0]?.revision ?? (row.revisions.area ?? 0) + 1
    const area = row.cells.area === op.areaId ? row : withArea(row, op.areaId, revision)
    return { ...area, position: sent.position ?? row.position }
  }
  // What somebody else gave as their reason stays.
  if ("reason" in op && row.retired && op.kind === "retireAll") return row
  return { ...row, retired: "reason" in op ? { at: sent.at, by, reason: op.reason } : null }
}

const withArea = (row: Row, areaId: string, revision: number): Row => ({
  ...withCell(row, "area", areaId),
  revisions: { ...row.revisions, area: revision },
})

const isCell = (one: HeardChange): one is CellChange => one.rowId !== null && !isDeed(one.field)
