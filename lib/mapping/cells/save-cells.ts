import type { z } from "zod"
import type { Transaction } from "@/db/client"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { type HeldMapping, holdMapping } from "../hold"
import type { saveCellsInput } from "../input"
import type { CellSave, Row } from "../model"
import { recordEdited } from "../record-edited"
import { addRows } from "../rows/add-rows"
import { saveAtOnce } from "./save-at-once"
import { readStoredRows, type ToWrite, type Written, writeCells } from "./write-cells"

type Asked = Omit<z.output<typeof saveCellsInput>, "added"> &
  Partial<Pick<z.output<typeof saveCellsInput>, "added">>

/**
 * Saves cells of a mapping, and adds rows for them (`added`), all of it or nothing; `rows` are those that
 * were added, as they stood before their cells were written. Refuses with `conflict` where somebody changed one of
 * them since, and hands over what stands there (`Clash[]`), so that both can be shown.
 */
export async function saveCells(
  actor: Actor,
  { mappingId, cells, added = [], way }: Asked,
): Promise<Pick<Written, "change" | "cells"> & { rows?: Row[] }> {
  const [only] = cells
  // What somebody types is nearly always one cell that nobody else changed meanwhile.
  if (only && cells.length === 1 && added.length === 0) {
    const saved = await saveAtOnce(actor, { mappingId, way, cell: only as CellSave })
    if (saved) return saved
  }
  const save = async (tx: Transaction) => {
    // One flight for both: each statement sees what was committed before it, so the rows are read
    // behind the lock. Nothing of them is looked at before it is known that somebody may.
    const [held, before] = await Promise.all([
      holdMapping(tx, mappingId),
      added.length === 0 ? readStoredRows(tx, mappingId, cells) : null,
    ])
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const tell = (rows: number[]) =>
      recordEdited(tx, held, { actor, rows, fields: cells.map(({ field }) => field) })
    if (before) return write(tx, held, { actor, way, cells, stored: before, tell })
    const { change, rows } = await addRows(tx, held, { actor, way, rows: added })
    if (cells.length === 0) return { change, cells: [], rows }
    const written = await write(tx, { ...held, change }, { actor, way, cells, tell })
    return { ...written, rows }
  }
  // A cell alone is what somebody types, and is told in few texts; a block has a text for each length.
  return transaction(save, { often: cells.length === 1 && added.length === 0 })
}

async function write(
  tx: Transaction,
  held: HeldMapping,
  { cells, ...given }: Omit<ToWrite, "cells"> & Pick<Asked, "cells">,
): Promise<Pick<Written, "change" | "cells">> {
  const written = await writeCells(tx, held, { ...given, cells: cells as CellSave[] })
  return { change: written.change, cells: written.cells }
}
