import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { mappingChanges } from "@/db/schema/mapping"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { cellInputs, type restoreCellInput } from "../input"
import { type CellField, type CellSave, cellFields } from "../model"
import { recordEdited } from "../record-edited"
import { holdRow } from "../rows/hold-row"
import { writeCells } from "./write-cells"

/**
 * Gives a cell what stood in it before or after one of its changes. That is a change of its own, so nothing
 * is lost by it. Refuses where somebody changed the cell since (`Clash[]`), and what can no longer stand there.
 */
export async function restoreCell(
  actor: Actor,
  { rowId, change, side, base }: z.output<typeof restoreCellInput>,
): Promise<{ change: number; field: CellField; number: number }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const [kept] = await tx
      .select({
        field: mappingChanges.field,
        before: mappingChanges.before,
        after: mappingChanges.after,
      })
      .from(mappingChanges)
      .where(
        and(
          eq(mappingChanges.mappingId, held.id),
          eq(mappingChanges.change, change),
          eq(mappingChanges.rowId, rowId),
        ),
      )
    const field = cellFields.find((one) => one === kept?.field)
    if (!kept || !field) throw notFound()
    const value = cellInputs[field].safeParse(kept[side])
    if (!value.success) throw new Refusal("conflict", "mapping.noLongerFits")
    const { rows, change: newest } = await writeCells(tx, held, {
      ...{ actor, way: "restore" },
      cells: [{ rowId, field, base, value: value.data } as CellSave],
    })
    await recordEdited(tx, held, { actor, rows, fields: [field] })
    return { change: newest, field, number: row.number }
  })
}
