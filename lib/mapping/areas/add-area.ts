import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { addAreaInput } from "../input"
import { areasOf } from "./hold-area"
import { insertArea } from "./write-area"

/** Adds an area at the end. Refuses a name that another area has, and more areas than a mapping holds. */
export async function addArea(
  actor: Actor,
  { mappingId, title, aliases }: z.output<typeof addAreaInput>,
): Promise<{ change: number; areaId: string }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const areas = await areasOf(tx, mappingId)
    const { change, area } = await insertArea(tx, held, {
      ...{ actor, way: "form", areas, title, aliases },
    })
    return { change, areaId: area.id }
  })
}
