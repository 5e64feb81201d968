import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { editions } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { keepPublishedRows } from "@/lib/links/keep-rows"
import { speaksOf } from "@/lib/mapping/speaks-of"
import type { EditionContent } from "./model"
import { openEdition } from "./open"

type OfMapping = { groupId: string; mappingId: string }

/**
 * Step: makes what is known in public of the links of a mapping's rows equal to `rows`, those of its
 * newest edition. Returns whether that changed anything.
 */
export async function keepEditionLinks(
  tx: Transaction,
  { groupId, mappingId }: OfMapping,
  rows: EditionContent["rows"],
): Promise<boolean> {
  const known = await tx
    .select({ id: mappingRows.id, number: mappingRows.number })
    .from(mappingRows)
    .where(eq(mappingRows.mappingId, mappingId))
  const ids = new Map(known.map(({ id, number }) => [number, id]))
  const speaking = rows.flatMap((row) => {
    const rowId = ids.get(row.number)
    const spoken = speaksOf(row)
    return rowId && spoken.length > 0 ? [{ rowId, spoken }] : []
  })
  return keepPublishedRows(tx, { groupId, mappingId }, speaking)
}

/** Step: the same, with the newest edition as it stands with the names that are not erased. */
export async function keepNewestLinks(tx: Transaction, of: OfMapping): Promise<boolean> {
  const [newest] = await tx
    .select({ id: editions.id, content: editions.content })
    .from(editions)
    .where(eq(editions.mappingId, of.mappingId))
    .orderBy(desc(editions.number))
    .limit(1)
  if (!newest) return false
  const { rows } = await openEdition(tx, newest)
  return keepEditionLinks(tx, of, rows)
}
