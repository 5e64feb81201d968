import { count, eq, max } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type StoredRow, shownRow } from "../cells/row-cells"
import { type HeldMapping, holdMapping } from "../hold"
import type { addRowInput } from "../input"
import { logChanges } from "../log-changes"
import { mappingLimits, type Row } from "../model"
import { placeRow } from "./place-row"

/**
 * Adds an empty row to a mapping, with the next number and at its place in an area. The same id sent
 * twice adds one row. Refuses an area of another mapping, and more rows than a mapping holds.
 */
export async function addRow(
  actor: Actor,
  { mappingId, id, areaId, after, way = "grid" }: z.output<typeof addRowInput>,
): Promise<{ change: number; row: Row }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const there = await findAdded(tx, held, id)
    if (there)
      return { change: held.change, row: shownRow(there, { decidedBy: null, retiredBy: null }) }
    const number = await nextNumber(tx, held)
    const { area, position, shifted } = await placeRow(tx, held, {
      ...{ areaId, after, rowId: id, number },
    })
    const [row] = await tx
      .insert(mappingRows)
      .values({ id, mappingId, number, areaId, position, createdBy: personOf(actor) })
      .returning()
    if (!row) throw new Error("The row was not written")
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: [...shifted, { rowId: id, field: "added", after: { number, areaId, position } }],
    })
    await record(tx, {
      name: "mapping.rowAdded",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: mappingId },
      data: { mandate: held.mandate.title, row: number, area: area.title },
    })
    return { change, row: shownRow(row, { decidedBy: null, retiredBy: null }) }
  })
}

async function findAdded(
  tx: Transaction,
  held: HeldMapping,
  id: string,
): Promise<StoredRow | undefined> {
  const [row] = await tx.select().from(mappingRows).where(eq(mappingRows.id, id))
  if (row && row.mappingId !== held.id) throw notFound()
  return row
}

async function nextNumber(tx: Transaction, held: HeldMapping): Promise<number> {
  const [there] = await tx
    .select({ rows: count(), last: max(mappingRows.number) })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, held.id))
  if (there && there.rows >= mappingLimits.rows)
    throw new Refusal("conflict", "mapping.tooManyRows", { most: mappingLimits.rows })
  return (there?.last ?? 0) + 1
}
