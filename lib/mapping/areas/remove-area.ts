import { count, eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingAreas, mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { removeAreaInput } from "../input"
import { logChanges } from "../log-changes"
import { holdArea } from "./hold-area"

/**
 * Removes an area that holds no row, retired ones counted: rows are never deleted, and each has an area.
 * Refuses any other, and the last one, with what to do.
 */
export async function removeArea(
  actor: Actor,
  { areaId }: z.output<typeof removeAreaInput>,
): Promise<{ change: number }> {
  return transaction(async (tx) => {
    const { held, area, areas } = await holdArea(tx, areaId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const [inside] = await tx
      .select({ rows: count(), retired: count(mappingRows.retiredAt) })
      .from(mappingRows)
      .where(eq(mappingRows.areaId, areaId))
    const { rows = 0, retired = 0 } = inside ?? {}
    if (rows > 0)
      throw new Refusal("conflict", "mapping.areaHasRows", { area: area.title, rows, retired })
    if (areas.length === 1) throw new Refusal("conflict", "mapping.lastArea", { area: area.title })
    await tx.delete(mappingAreas).where(eq(mappingAreas.id, areaId))
    const { title, aliases, slug, position, crossCutting } = area
    const change = await logChanges(tx, held, {
      ...{ actor, way: "form" },
      changes: [
        { areaId, field: "removed", before: { title, aliases, slug, position, crossCutting } },
      ],
    })
    await record(tx, {
      name: "mapping.areaRemoved",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, area: title },
    })
    return { change }
  })
}
