import { eq, inArray, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { editionPath } from "@/lib/editions/addresses"
import { rowPlace } from "@/lib/mapping/row-place"

/** A row of an edition of a mapping; `address` is that of its public page, without language and origin. */
export type RowOfEdition = { number: number; edition: number; address: string }

/** The rows of editions that documents were made of, by the heading under which each stands. Does not authorize. */
export async function rowsOfEditions(
  reader: Reader,
  documentIds: readonly string[],
): Promise<ReadonlyMap<string, RowOfEdition>> {
  if (documentIds.length === 0) return new Map()
  const found = await reader
    .select({
      id: editions.id,
      edition: editions.number,
      mandate: mandates.slug,
      group: groups.slug,
      numbers: sql<
        number[]
      >`(select coalesce(jsonb_agg(row -> 'number'), '[]') from jsonb_array_elements(${editions.content} -> 'rows') as row)`,
    })
    .from(documents)
    .innerJoin(editions, eq(editions.id, documents.originEditionId))
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .where(inArray(documents.id, [...documentIds]))
  return new Map(
    found.flatMap(({ id, edition, mandate, group, numbers }) =>
      numbers.map((number) => {
        const address = `${editionPath(group, mandate, edition)}?row=${number}`
        return [rowPlace(id, number), { number, edition, address }] as const
      }),
    ),
  )
}
