import { count, eq, max, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas, mappingRows } from "@/db/schema/mapping"
import { type Actor, personOf } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import type { HeldMapping } from "../hold"
import type { NewChange } from "../log-changes"
import { mappingLimits } from "../model"

/**
 * Step: adds empty rows to a held mapping, each the last of its area, with the next numbers, in one
 * statement. Resolves to their changes, which the caller logs. Refuses more than a mapping holds, and an
 * area of another mapping.
 */
export async function insertRows(
  tx: Transaction,
  held: HeldMapping,
  { actor, rows }: { actor: Actor; rows: readonly { id: string; areaId: string }[] },
): Promise<NewChange[]> {
  if (rows.length === 0) return []
  const [there] = await tx
    .select({ rows: count(), last: max(mappingRows.number) })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, held.id))
  if ((there?.rows ?? 0) + rows.length > mappingLimits.rows)
    throw new Refusal("conflict", "mapping.tooManyRows", { most: mappingLimits.rows })
  const areas = await tx
    .select({ id: mappingAreas.id })
    .from(mappingAreas)
    .where(eq(mappingAreas.mappingId, held.id))
  const astray = rows.findIndex(({ areaId }) => areas.every(({ id }) => id !== areaId))
  if (astray >= 0)
    throw new Refusal("invalid", "mapping.noArea", { number: (there?.last ?? 0) + astray + 1 })
  const ends = await tx
    .select({ areaId: mappingRows.areaId, last: max(mappingRows.position) })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, held.id))
    .groupBy(mappingRows.areaId)
  const lastOf = new Map(ends.map(({ areaId, last }) => [areaId, last ?? 0]))
  const given = rows.map(({ id, areaId }, at) => {
    const position = (lastOf.get(areaId) ?? 0) + 1
    lastOf.set(areaId, position)
    return { id, area_id: areaId, position, number: (there?.last ?? 0) + at + 1 }
  })
  await tx.execute(sql`
    insert into mapping_rows (id, mapping_id, number, area_id, position, created_by)
    select n.id, ${held.id}, n.number, n.area_id, n.position, ${personOf(actor)}::uuid
    from jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb) as n(
      id uuid, number integer, area_id uuid, position double precision)`)
  return given.map(({ id, number, area_id: areaId, position }) => ({
    rowId: id,
    field: "added",
    after: { number, areaId, position },
  }))
}
