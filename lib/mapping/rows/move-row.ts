import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findClashes } from "../cells/find-clashes"
import { revisionsOf, type StoredRow } from "../cells/row-cells"
import type { Written } from "../cells/write-cells"
import type { moveRowInput } from "../input"
import { logChanges, type NewChange } from "../log-changes"
import type { Way } from "../model"
import { holdRow, refuseRetired } from "./hold-row"
import { placeRow } from "./place-row"

/**
 * Puts a row to another place, after another row or first in an area. Into another area it counts as a
 * change of its cell `area` too, and refuses with `conflict` where somebody changed that since (`Clash[]`).
 * Its number stays. Refuses a retired row.
 */
export async function moveRow(
  actor: Actor,
  { rowId, areaId, after, base, way = "grid" }: z.output<typeof moveRowInput>,
): Promise<{ change: number; position: number; cells: Written["cells"] }> {
  return transaction(async (tx) => {
    const { held, row } = await holdRow(tx, rowId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    refuseRetired(row)
    const { number, revisions: _, ...from } = row
    const seen = revisionsOf(row).area ?? 0
    if (base !== undefined && from.areaId !== areaId && base !== seen)
      await refuseMoved(tx, row, way)
    const { area, position, shifted } = await placeRow(tx, held, { areaId, after, rowId, number })
    if (from.areaId === areaId && from.position === position)
      return { change: held.change, position, cells: [{ rowId, field: "area", revision: seen }] }
    const revision = from.areaId === areaId ? seen : seen + 1
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
    return { change, position, cells: [{ rowId, field: "area", revision }] }
  })
}

/** Refuses what would take a row out of the area into which somebody else put it meanwhile. */
async function refuseMoved(tx: Transaction, row: StoredRow, way: Way): Promise<never> {
  if (way === "form")
    throw new Refusal("conflict", "mapping.movedMeanwhile", { number: row.number })
  const cells = [{ rowId: row.id, field: "area" as const, base: 0, value: row.areaId }]
  const clashes = await findClashes(tx, cells, new Map([[row.id, row]]))
  throw new Refusal("conflict", "mapping.clash", { cells: 1 }, {}, clashes)
}
