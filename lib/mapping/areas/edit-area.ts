import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { isSame } from "../cells/write-cells"
import type { editAreaInput } from "../input"
import { checkNames } from "./area-names"
import { holdArea } from "./hold-area"
import { renameArea } from "./write-area"

/** What stands in an area that somebody changed meanwhile. */
export type StaleArea = { title: string; aliases: string[]; revision: number }

/**
 * Gives an area another title and other aliases; its address stays. Refuses a name that another area has,
 * and one that was changed since its form was shown (`StaleArea`).
 */
export async function editArea(
  actor: Actor,
  { areaId, revision, title, aliases }: z.output<typeof editAreaInput>,
): Promise<{ change: number }> {
  return transaction(async (tx) => {
    const { held, area, areas } = await holdArea(tx, areaId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const names = checkNames(
      { title, aliases },
      areas.filter(({ id }) => id !== areaId),
    )
    const before = { title: area.title, aliases: area.aliases }
    const after = { title, aliases: names }
    if (isSame(before, after)) return { change: held.change }
    if (area.revision !== revision) {
      const stale: StaleArea = { ...before, revision: area.revision }
      throw new Refusal("conflict", "mapping.areaChanged", { area: area.title }, {}, stale)
    }
    const change = await renameArea(tx, held, { actor, way: "form", area, ...after })
    return { change }
  })
}
