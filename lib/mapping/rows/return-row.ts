import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { returnRowInput } from "../input"
import { logChanges } from "../log-changes"
import { holdRow } from "./hold-row"

/**
 * Brings a retired row back to where it stood, with all its cells. One that stands there stays. Where an own
 * retirement is taken back (`way` is "undo"), one that somebody else retired is refused with `conflict`.
 */
export async function returnRow(
  actor: Actor,
  { rowId, way = "grid" }: z.output<typeof returnRowInput>,
): Promise<{ change: number }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    if (!row.retiredAt) return { change: held.change }
    if (way === "undo" && row.retiredBy !== personOf(actor))
      throw new Refusal("conflict", "mapping.retiredByOthers")
    await tx
      .update(mappingRows)
      .set({ retiredAt: null, retiredBy: null, retiredReason: "" })
      .where(eq(mappingRows.id, rowId))
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: [{ rowId, field: "returned", before: { reason: row.retiredReason } }],
    })
    await record(tx, {
      name: "mapping.rowReturned",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: row.number },
    })
    return { change }
  })
}
