import { eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mappingAreas } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { moveAreaInput } from "../input"
import { logChanges, type NewChange } from "../log-changes"
import { holdArea, type StoredArea } from "./hold-area"

/**
 * Puts an area with its rows behind another one, or first. Behind an area that was removed meanwhile it
 * stands last.
 */
export async function moveArea(
  actor: Actor,
  { areaId, after, way = "form" }: z.output<typeof moveAreaInput>,
): Promise<{ change: number }> {
  return transaction(async (tx) => {
    const { held, area, areas } = await holdArea(tx, areaId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const changes = await putInOrder(tx, orderWith(areas, area, after))
    if (changes.length === 0) return { change: held.change }
    const change = await logChanges(tx, held, { actor, way, changes })
    await record(tx, {
      name: "mapping.areaMoved",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, area: area.title },
    })
    return { change }
  })
}

function orderWith(areas: readonly StoredArea[], area: StoredArea, after: string | null) {
  if (after === area.id) return [...areas]
  const others = areas.filter(({ id }) => id !== area.id)
  const at = after === null ? 0 : others.findIndex(({ id }) => id === after) + 1
  const place = after !== null && at === 0 ? others.length : at
  return [...others.slice(0, place), area, ...others.slice(place)]
}

/** Numbers the areas from 1; there are few. */
async function putInOrder(tx: Transaction, areas: readonly StoredArea[]): Promise<NewChange[]> {
  const moved = areas
    .map(({ id, position }, at) => ({ id, before: position, position: at + 1 }))
    .filter(({ before, position }) => before !== position)
  if (moved.length > 0)
    await tx
      .update(mappingAreas)
      .set({ position: sql`n.position` })
      .from(
        sql`jsonb_to_recordset(${JSON.stringify(moved)}::text::jsonb) as n(id uuid, position double precision)`,
      )
      .where(eq(mappingAreas.id, sql`n.id`))
  return moved.map(({ id: areaId, before, position }) => ({
    ...{ areaId, field: "moved", before: { position: before }, after: { position } },
  }))
}
