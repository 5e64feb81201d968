import type { Transaction } from "@/db/client"
import { mappingAreas, mappings } from "@/db/schema/mapping"

export type NewArea = { slug: string; title: string; aliases: string[]; crossCutting?: boolean }

export type NewMapping = {
  groupId: string
  mandateId: string
  goal: string
  rule: string
  months: number
  /** In their order. */
  areas: readonly NewArea[]
  createdBy: string | null
}

/** Step: writes a mapping with its areas and no row; resolves to its id, and an area's id by its slug. */
export async function writeMapping(
  tx: Transaction,
  { areas, ...mapping }: NewMapping,
): Promise<{ mappingId: string; areaIds: Map<string, string> }> {
  const [written] = await tx.insert(mappings).values(mapping).returning({ id: mappings.id })
  if (!written) throw new Error("The mapping was not written")
  const rows = await tx
    .insert(mappingAreas)
    .values(areas.map((area, at) => ({ ...area, mappingId: written.id, position: at + 1 })))
    .returning({ id: mappingAreas.id, slug: mappingAreas.slug })
  return { mappingId: written.id, areaIds: new Map(rows.map(({ id, slug }) => [slug, id])) }
}
