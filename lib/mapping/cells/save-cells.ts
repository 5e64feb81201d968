import type { z } from "zod"
import type { Transaction } from "@/db/client"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdMapping } from "../hold"
import type { saveCellsInput } from "../input"
import type { CellSave } from "../model"
import { recordEdited } from "../record-edited"
import { saveAtOnce } from "./save-at-once"
import { readStoredRows, type Written, writeCells } from "./write-cells"

/**
 * Saves cells of a mapping, all of them or none. Refuses with `conflict` where somebody changed one of
 * them since, and hands over what stands there (`Clash[]`), so that both can be shown.
 */
export async function saveCells(
  actor: Actor,
  { mappingId, cells, way }: z.output<typeof saveCellsInput>,
): Promise<Pick<Written, "change" | "cells">> {
  const [only] = cells
  // What somebody types is nearly always one cell that nobody else changed meanwhile.
  if (only && cells.length === 1) {
    const saved = await saveAtOnce(actor, { mappingId, way, cell: only as CellSave })
    if (saved) return saved
  }
  const save = async (tx: Transaction) => {
    // One flight for both: each statement sees what was committed before it, so the rows are read
    // behind the lock. Nothing of them is looked at before it is known that somebody may.
    const [held, stored] = await Promise.all([
      holdMapping(tx, mappingId),
      readStoredRows(tx, mappingId, cells),
    ])
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const { change, cells: kept } = await writeCells(tx, held, {
      ...{ actor, way, stored },
      cells: cells as CellSave[],
      tell: (rows) =>
        recordEdited(tx, held, { actor, rows, fields: cells.map(({ field }) => field) }),
    })
    return { change, cells: kept }
  }
  // A cell alone is what somebody types, and is told in few texts; a block has a text for each length.
  return transaction(save, { often: cells.length === 1 })
}
