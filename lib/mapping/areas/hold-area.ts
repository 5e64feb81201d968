import { asc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingAreas } from "@/db/schema/mapping"
import { notFound } from "@/lib/platform/errors"
import { type HeldMapping, holdMapping } from "../hold"

export type StoredArea = typeof mappingAreas.$inferSelect

/** Step: holds the mapping of an area and returns both, with all its areas in their order. */
export async function holdArea(
  tx: Transaction,
  areaId: string,
): Promise<{ held: HeldMapping; area: StoredArea; areas: StoredArea[] }> {
  const [named] = await tx
    .select({ mappingId: mappingAreas.mappingId })
    .from(mappingAreas)
    .where(eq(mappingAreas.id, areaId))
  if (!named) throw notFound()
  const held = await holdMapping(tx, named.mappingId)
  const areas = await areasOf(tx, held.id)
  const area = areas.find(({ id }) => id === areaId)
  if (!area) throw notFound()
  return { held, area, areas }
}

/** Step: the areas of a mapping in their order. */
export function areasOf(tx: Transaction, mappingId: string): Promise<StoredArea[]> {
  return tx
    .select()
    .from(mappingAreas)
    .where(eq(mappingAreas.mappingId, mappingId))
    .orderBy(asc(mappingAreas.position), asc(mappingAreas.slug))
}
