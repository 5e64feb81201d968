import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "./hold"
import type { saveCellsInput } from "./input"
import type { CellSave } from "./model"
import { recordEdited } from "./record-edited"
import { type Written, writeCells } from "./write-cells"

/**
 * Saves cells of a mapping, all of them or none. Refuses with `conflict` where somebody changed one of
 * them since, and hands over what stands there (`Clash[]`), so that both can be shown.
 */
export async function saveCells(
  actor: Actor,
  { mappingId, cells, way }: z.output<typeof saveCellsInput>,
): Promise<Pick<Written, "change" | "cells">> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const { rows, ...written } = await writeCells(tx, held, {
      ...{ actor, way },
      cells: cells as CellSave[],
    })
    await recordEdited(tx, held, { actor, rows, fields: cells.map(({ field }) => field) })
    return written
  })
}
