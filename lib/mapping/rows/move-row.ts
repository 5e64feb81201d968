import { eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { revisionsOf } from "../cells/row-cells"
import type { moveRowInput } from "../input"
import { logChanges, type NewChange } from "../log-changes"
import { holdRow, refuseRetired } from "./hold-row"
import { placeRow } from "./place-row"

/**
 * Puts a row to another place, after another row or first in an area. Into another area it counts as a
 * change of its cell `area` too. Its number stays. Refuses a retired row.
 */
export async function moveRow(
  actor: Actor,
  { rowId, areaId, after, way = "grid" }: z.output<typeof moveRowInput>,
): Promise<{ change: number; position: number }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    refuseRetired(row)
    const { number, revisions: _, ...from } = row
    const { area, position, shifted } = await placeRow(tx, held, { areaId, after, rowId, number })
    if (from.areaId === areaId && from.position === position)
      return { change: held.change, position }
    const revision = (revisionsOf(row).area ?? 0) + 1
    const elsewhere: NewChange[] =
      from.areaId === areaId
        ? []
        : [{ rowId, field: "area", revision, before: from.areaId, after: areaId }]
    await tx
      .update(mappingRows)
      .set({
        ...{ areaId, position },
        ...(elsewhere.length > 0 && { revisions: { ...revisionsOf(row), area: revision } }),
      })
      .where(eq(mappingRows.id, rowId))
    const change = await logChanges(tx, held, {
      ...{ actor, way },
      changes: [
        ...shifted,
        ...elsewhere,
        {
          ...{ rowId, field: "moved", after: { areaId, position } },
          before: { areaId: from.areaId, position: from.position },
        },
      ],
    })
    await record(tx, {
      name: "mapping.rowMoved",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: number, area: area.title },
    })
    return { change, position }
  })
}
