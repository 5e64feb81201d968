import type { z } from "zod"
import { mappingAreas } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import { freeSlug, slugOf } from "@/lib/documents/model"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { addAreaInput } from "../input"
import { logChanges } from "../log-changes"
import { mappingLimits } from "../model"
import { checkNames } from "./area-names"
import { areasOf } from "./hold-area"

/** Adds an area at the end. Refuses a name that another area has, and more areas than a mapping holds. */
export async function addArea(
  actor: Actor,
  { mappingId, title, aliases }: z.output<typeof addAreaInput>,
): Promise<{ change: number; areaId: string }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const areas = await areasOf(tx, mappingId)
    if (areas.length >= mappingLimits.areas) throw new Refusal("conflict", "mapping.tooManyAreas")
    const names = checkNames({ title, aliases }, areas)
    const slug = freeSlug(slugOf(title), new Set(areas.map((area) => area.slug)))
    const position = (areas.at(-1)?.position ?? 0) + 1
    const [area] = await tx
      .insert(mappingAreas)
      .values({ mappingId, slug, title, aliases: names, position })
      .returning({ id: mappingAreas.id })
    if (!area) throw new Error("The area was not written")
    const change = await logChanges(tx, held, {
      ...{ actor, way: "form" },
      changes: [{ areaId: area.id, field: "added", after: { title, aliases: names, position } }],
    })
    await record(tx, {
      name: "mapping.areaAdded",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: mappingId },
      data: { mandate: held.mandate.title, area: title },
    })
    return { change, areaId: area.id }
  })
}
