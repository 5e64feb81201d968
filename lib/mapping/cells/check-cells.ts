import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { Refusal } from "@/lib/platform/errors"
import type { HeldMapping } from "../hold"
import type { CellSave } from "../model"
import type { StoredRow } from "./row-cells"

/**
 * Step: refuses cells that name an area of another mapping, or somebody responsible who is no member of
 * the group; says of which row.
 */
export async function checkCells(
  tx: Transaction,
  held: HeldMapping,
  cells: readonly CellSave[],
  rows: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const numberOf = (rowId: string) => rows.get(rowId)?.number ?? 0
  const moved = cells.filter((cell) => cell.field === "area")
  if (moved.length > 0) {
    const areas = await tx
      .select({ id: mappingAreas.id })
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, held.id))
    const astray = moved.find(({ value }) => !areas.some(({ id }) => id === value))
    if (astray) throw new Refusal("invalid", "mapping.noArea", { number: numberOf(astray.rowId) })
  }
  const given = cells.filter((cell) => cell.field === "responsible" && cell.value !== null)
  const wanted = [...new Set(given.map(({ value }) => String(value)))]
  if (wanted.length === 0) return
  const members = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(
      and(
        eq(memberships.groupId, held.groupId),
        inArray(memberships.personId, wanted),
        isNull(memberships.until),
      ),
    )
  const stranger = given.find(({ value }) => !members.some(({ id }) => id === value))
  if (stranger)
    throw new Refusal("invalid", "mapping.notMember", { number: numberOf(stranger.rowId) })
}
