import { randomUUID } from "node:crypto"
import type { Database } from "../client"
import { mandates, mappingAreas, mappingRows, mappings } from "../schema/mapping"

/** A mapping of a group with two areas and a row in the first, as the ids of each. */
export type MappingScene = {
  mappingId: string
  mandateSlug: string
  areas: string[]
  rowId: string
}

/** Writes a mandate of its own with a mapping of it: "Global connectivity", "Digital inclusion", one row. */
export async function makeMapping(db: Database, groupId: string): Promise<MappingScene> {
  const tag = randomUUID().slice(0, 8)
  const [mandate] = await db
    .insert(mandates)
    .values({ slug: `mandate-${tag}`, title: `Mandate ${tag}`, symbol: `A/${tag}` })
    .returning()
  if (!mandate) throw new Error("The mandate was not written")
  const [mapping] = await db.insert(mappings).values({ groupId, mandateId: mandate.id }).returning()
  if (!mapping) throw new Error("The mapping was not written")
  const mappingId = mapping.id
  const areas = await db
    .insert(mappingAreas)
    .values([
      { mappingId, slug: "connectivity", title: "Global connectivity", position: 1 },
      { mappingId, slug: "inclusion", title: "Digital inclusion", position: 2 },
    ])
    .returning()
  const [first] = areas
  if (!first) throw new Error("The areas were not written")
  const row = await makeRow(db, { mappingId, areaId: first.id, number: 1 })
  return { mappingId, mandateSlug: mandate.slug, areas: areas.map(({ id }) => id), rowId: row.id }
}

type NewRow = typeof mappingRows.$inferInsert

/** One more row of a mapping; what is not given is empty. */
export async function makeRow(
  db: Database,
  given: Omit<NewRow, "position"> & { position?: number },
): Promise<typeof mappingRows.$inferSelect> {
  const [row] = await db
    .insert(mappingRows)
    .values({ suggests: `Suggestion ${given.number}`, position: given.number, ...given })
    .returning()
  if (!row) throw new Error("The row was not written")
  return row
}
