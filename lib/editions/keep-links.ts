import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { editions } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { holdLinks } from "@/lib/links/hold-links"
import { keepPublishedRows } from "@/lib/links/keep-rows"
import { speaksOf } from "@/lib/mapping/speaks-of"
import { openEdition } from "./open"

/**
 * Step: makes what is known in public of the links of a mapping's rows equal to its newest edition, as it
 * stands with the names that are not erased. Returns whether that changed anything.
 */
export async function keepNewestLinks(
  tx: Transaction,
  { groupId, mappingId }: { groupId: string; mappingId: string },
): Promise<boolean> {
  await holdLinks(tx, mappingId)
  const [newest] = await tx
    .select({ id: editions.id, content: editions.content })
    .from(editions)
    .where(eq(editions.mappingId, mappingId))
    .orderBy(desc(editions.number))
    .limit(1)
  if (!newest) return false
  const { rows } = await openEdition(tx, newest)
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
