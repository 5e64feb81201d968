import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { returnRowsInput } from "../input"
import { logChanges } from "../log-changes"
import { readNamedRows } from "./named-rows"
import { findTakenBack } from "./of-whom"

/**
 * Brings rows back together that the actor took out by `retireRows`, each to where it stood. Those that stand
 * there stay; those that were retired otherwise, or by somebody else, stay retired and are answered in `stayed`.
 */
export async function returnRows(
  actor: Actor,
  { mappingId, rowIds, way = "undo" }: z.output<typeof returnRowsInput>,
): Promise<{ change: number; stayed: string[] }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const named = await readNamedRows(tx, held, rowIds)
    const retired = named.filter(({ retiredAt }) => retiredAt !== null)
    const mine = await findTakenBack(
      tx,
      actor,
      retired.map(({ id }) => id),
    )
    const rows = retired.filter(({ id }) => mine.has(id))
    const stayed = retired.flatMap(({ id }) => (mine.has(id) ? [] : id))
    if (rows.length === 0) return { change: held.change, stayed }
    const ids = rows.map(({ id }) => id)
    await tx
      .update(mappingRows)
      .set({ retiredAt: null, retiredBy: null, retiredReason: "" })
      .where(and(eq(mappingRows.mappingId, held.id), inArray(mappingRows.id, ids)))
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: rows.map(({ id: rowId, retiredReason: reason }) => ({
        ...{ rowId, field: "returned" as const, before: { reason } },
      })),
    })
    await record(tx, {
      name: "mapping.rowsReturned",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: {
        ...{ mandate: held.mandate.title, count: rows.length },
        rows: rows.slice(0, 20).map(({ number }) => number),
      },
    })
    return { change, stayed }
  })
}
