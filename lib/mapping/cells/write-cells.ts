import { and, asc, eq, inArray, max } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { canonical } from "@/lib/minutes/canonical"
import type { Actor } from "@/lib/platform/actor"
import { notFound, Refusal } from "@/lib/platform/errors"
import { can } from "@/lib/policy/can"
import type { HeldMapping } from "../hold"
import { keepLinksOfRows } from "../keep-links"
import { logChanges, type NewChange } from "../log-changes"
import type { CellField, CellSave, Way } from "../model"
import { against, refuseAgainst } from "./against"
import { columnsOf } from "./cell-columns"
import { checkCells } from "./check-cells"
import { findClashes } from "./find-clashes"
import { nameMentioned } from "./name-mentioned"
import { cellsOf, revisionsOf, type StoredRow } from "./row-cells"
import { updateRow, updateRows } from "./update-rows"

/**
 * What a save wrote: the number of the mapping's newest change, and the revision of each cell, with what stands in
 * it (`value`) where that is not what was sent.
 */
export type Written = {
  change: number
  cells: { rowId: string; field: CellField; revision: number; value?: unknown }[]
  /** The rows that were changed, by their numbers. */
  rows: number[]
}

export type ToWrite = {
  actor: Actor
  way: Way
  cells: readonly CellSave[]
  /** The rows, where they were read already. */
  stored?: StoredRow[]
  /** Records what was done, while it is written: the rows that are changed, by their numbers. */
  tell?: (rows: number[]) => Promise<void>
}

/**
 * Step: writes cells of a held mapping, all of them or none. A cell that somebody changed since its
 * editor saw it refuses with `conflict`, and hands over what stands there (`Clash[]`); one that would
 * not change keeps its revision. All else that stands against cells is named (`againstIn`). Does not ask who
 * may edit, only who may decide a scope.
 */
export async function writeCells(
  tx: Transaction,
  held: HeldMapping,
  { actor, way, cells: given, stored, tell }: ToWrite,
): Promise<Written> {
  const cells = await nameMentioned(tx, given)
  const rows = byId(stored ?? (await readStoredRows(tx, held.id, cells)))
  refuseRetiredCells(cells, rows)
  const changed = cells.filter(
    (cell) => !isSame(cellsOf(rowOf(rows, cell))[cell.field], cell.value),
  )
  const clashing = changed.filter(
    (cell) => (revisionsOf(rowOf(rows, cell))[cell.field] ?? 0) !== cell.base,
  )
  if (clashing.length > 0) {
    const clashes = await findClashes(tx, clashing, rows)
    throw new Refusal("conflict", "mapping.clash", { cells: clashes.length }, {}, clashes)
  }
  if (!can(actor, "mapping.decide", { groupId: held.groupId }))
    refuseAgainst(
      "forbidden",
      changed.filter(({ field }) => field === "scope").map((cell) => against(cell, "forbidden")),
    )
  await checkCells(tx, held, changed, rows)
  const changes: NewChange[] = []
  const next = new Map<string, StoredRow>()
  const written = new Map<string, Partial<StoredRow>>()
  const lastIn = await findEnds(tx, changed)
  for (const cell of changed) {
    const row = next.get(cell.rowId) ?? rowOf(rows, cell)
    const revision = (revisionsOf(row)[cell.field] ?? 0) + 1
    changes.push({
      rowId: cell.rowId,
      field: cell.field,
      revision,
      before: cellsOf(row)[cell.field],
      after: cell.value,
    })
    const moved = cell.field === "area" ? { position: lastIn(cell.value) } : {}
    if (cell.field === "area")
      changes.push({
        ...{ rowId: cell.rowId, field: "moved", after: { areaId: cell.value, ...moved } },
        before: { areaId: row.areaId, position: row.position },
      })
    const columns = {
      ...columnsOf(cell, actor),
      ...moved,
      revisions: { ...revisionsOf(row), [cell.field]: revision },
    }
    next.set(cell.rowId, { ...row, ...columns })
    written.set(cell.rowId, { ...written.get(cell.rowId), ...columns })
  }
  const [only] = written.size === 1 ? written : []
  const numbers = [...next.values()].map(({ number }) => number)
  // They leave together: the database takes them one after the other, and is waited for once.
  const [change] =
    changes.length > 0
      ? await Promise.all([
          logChanges(tx, held, { actor, way, changes }),
          only ? updateRow(tx, ...only) : updateRows(tx, [...next.values()]),
          tell?.(numbers),
        ])
      : [held.change]
  const turned = [...next.values()].flatMap((after) => {
    const before = rows.get(after.id)
    return before ? [{ before, after }] : []
  })
  await keepLinksOfRows(tx, held.groupId, turned)
  return {
    change,
    cells: cells.map(({ rowId, field, value }, place) => ({
      ...{ rowId, field },
      revision: revisionsOf(next.get(rowId) ?? rowOf(rows, { rowId }))[field] ?? 0,
      // Only for a mention anything else is written than was sent.
      ...(value !== given[place]?.value && !isSame(value, given[place]?.value) && { value }),
    })),
    rows: numbers,
  }
}

/** Step: the rows of cells, as they stand. Read them behind the lock of their mapping, never before it. */
export async function readStoredRows(
  tx: Transaction,
  mappingId: string,
  cells: readonly Pick<CellSave, "rowId">[],
): Promise<StoredRow[]> {
  const ids = [...new Set(cells.map(({ rowId }) => rowId))]
  return tx
    .select()
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, mappingId), inArray(mappingRows.id, ids)))
    .orderBy(asc(mappingRows.number))
}

/** With why each was retired. */
function refuseRetiredCells(
  cells: readonly CellSave[],
  rows: ReadonlyMap<string, StoredRow>,
): void {
  const found = cells.flatMap((cell) => {
    const row = rows.get(cell.rowId)
    if (!row?.retiredAt) return []
    return [against(cell, "mapping.rowRetired", { number: row.number, reason: row.retiredReason })]
  })
  refuseAgainst("conflict", found)
}

function byId(rows: readonly StoredRow[]): ReadonlyMap<string, StoredRow> {
  return new Map(rows.map((row) => [row.id, row]))
}

/** Hands out places at the end of the areas that cells name, one after another. */
async function findEnds(tx: Transaction, cells: readonly CellSave[]) {
  const areas = cells.flatMap((cell) => (cell.field === "area" ? [cell.value] : []))
  const ends = new Map<string, number>()
  if (areas.length > 0) {
    const found = await tx
      .select({ areaId: mappingRows.areaId, last: max(mappingRows.position) })
      .from(mappingRows)
      .where(inArray(mappingRows.areaId, [...new Set(areas)]))
      .groupBy(mappingRows.areaId)
    for (const { areaId, last } of found) ends.set(areaId, last ?? 0)
  }
  return (areaId: string) => {
    const position = (ends.get(areaId) ?? 0) + 1
    ends.set(areaId, position)
    return position
  }
}

function rowOf(rows: ReadonlyMap<string, StoredRow>, { rowId }: { rowId: string }): StoredRow {
  const row = rows.get(rowId)
  if (!row) throw notFound()
  return row
}

/** The same to the last sign, whatever the order of keys. */
export const isSame = (one: unknown, other: unknown) => canonical(one) === canonical(other)
