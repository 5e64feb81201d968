import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { retireRowInput } from "../input"
import { logChanges } from "../log-changes"
import { holdRow, refuseRetired } from "./hold-row"

/**
 * Takes a row out of the table, with a reason; it is kept and can come back. Sent twice by the same
 * person it is retired once; a row that somebody else retired is refused, with their reason.
 */
export async function retireRow(
  actor: Actor,
  { rowId, reason, way = "grid" }: z.output<typeof retireRowInput>,
): Promise<{ change: number }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    if (row.retiredAt && row.retiredBy === personOf(actor) && row.retiredReason === reason)
      return { change: held.change }
    refuseRetired(row)
    await tx
      .update(mappingRows)
      .set({ retiredAt: now(), retiredBy: personOf(actor), retiredReason: reason })
      .where(eq(mappingRows.id, rowId))
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: [{ rowId, field: "retired", after: { reason } }],
    })
    await record(tx, {
      name: "mapping.rowRetired",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: row.number, reason },
    })
    return { change }
  })
}
