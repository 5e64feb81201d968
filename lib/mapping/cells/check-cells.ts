import { and, eq, inArray, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import type { HeldMapping } from "../hold"
import type { CellSave } from "../model"
import { against, refuseAgainst } from "./against"
import type { StoredRow } from "./row-cells"

/**
 * Step: refuses cells that name an area of another mapping, or somebody responsible who is no member of
 * the group; says of each which row it is of.
 */
export async function checkCells(
  tx: Transaction,
  held: HeldMapping,
  cells: readonly CellSave[],
  rows: ReadonlyMap<string, StoredRow>,
): Promise<void> {
  const numberOf = ({ rowId }: CellSave) => ({ number: rows.get(rowId)?.number ?? 0 })
  refuseAgainst("invalid", [
    ...(await astray(tx, held, cells)).map((cell) =>
      against(cell, "mapping.noArea", numberOf(cell)),
    ),
    ...(await ofStrangers(tx, held, cells)).map((cell) =>
      against(cell, "mapping.notMember", numberOf(cell)),
    ),
  ])
}

/** Cells that put their row into an area that the mapping has not. */
async function astray(
  tx: Transaction,
  held: HeldMapping,
  cells: readonly CellSave[],
): Promise<CellSave[]> {
  const moved = cells.filter(({ field }) => field === "area")
  if (moved.length === 0) return []
  const areas = await tx
    .select({ id: mappingAreas.id })
    .from(mappingAreas)
    .where(eq(mappingAreas.mappingId, held.id))
  return moved.filter(({ value }) => !areas.some(({ id }) => id === value))
}

/** Cells that make somebody responsible who is no member today. */
async function ofStrangers(
  tx: Transaction,
  held: HeldMapping,
  cells: readonly CellSave[],
): Promise<CellSave[]> {
  const given = cells.filter(({ field, value }) => field === "responsible" && value !== null)
  const wanted = [...new Set(given.map(({ value }) => String(value)))]
  if (wanted.length === 0) return []
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
  const ids = new Set(members.map(({ id }) => id))
  return given.filter(({ value }) => !ids.has(String(value)))
}
