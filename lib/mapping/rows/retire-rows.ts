import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { retireRowsInput } from "../input"
import { logChanges } from "../log-changes"
import { readNamedRows } from "./named-rows"
import { findTouched } from "./of-whom"

/**
 * Takes many rows out of the table together, with one reason, as when a pasted block is taken back. A
 * row that is retired already stays as it is, so that sent twice they are retired once; one to which
 * somebody else did something after change `since`, the newest that the page knew of, is answered in `stayed`.
 */
export async function retireRows(
  actor: Actor,
  { mappingId, rowIds, reason, since, way = "undo" }: z.output<typeof retireRowsInput>,
): Promise<{ change: number; stayed: string[] }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const named = await readNamedRows(tx, held, rowIds)
    const standing = named.filter(({ retiredAt }) => retiredAt === null)
    const touched = await findTouched(tx, actor, { rowIds: standing.map(({ id }) => id), since })
    const rows = standing.filter(({ id }) => !touched.has(id))
    const stayed = standing.flatMap(({ id }) => (touched.has(id) ? id : []))
    if (rows.length === 0) return { change: held.change, stayed }
    const ids = rows.map(({ id }) => id)
    await tx
      .update(mappingRows)
      .set({ retiredAt: now(), retiredBy: personOf(actor), retiredReason: reason })
      .where(and(eq(mappingRows.mappingId, held.id), inArray(mappingRows.id, ids)))
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: ids.map((rowId) => ({ rowId, field: "retired", after: { reason } })),
    })
    await record(tx, {
      name: "mapping.rowsRetired",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: {
        ...{ mandate: held.mandate.title, count: rows.length, reason },
        rows: rows.slice(0, 20).map(({ number }) => number),
      },
    })
    return { change, stayed }
  })
}
