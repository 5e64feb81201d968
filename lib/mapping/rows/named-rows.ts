import { and, asc, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { mappingRows } from "@/db/schema/mapping"
import { notFound } from "@/lib/platform/errors"
import type { HeldMapping } from "../hold"

/** Step: rows of a held mapping by their ids, in the order of their numbers. `not_found` where one is not of it. */
export async function readNamedRows(tx: Transaction, held: HeldMapping, rowIds: readonly string[]) {
  const { id, number, retiredAt, retiredReason } = mappingRows
  const ids = [...new Set(rowIds)]
  const rows = await tx
    .select({ id, number, retiredAt, retiredReason })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, held.id), inArray(mappingRows.id, ids)))
    .orderBy(asc(number))
  if (rows.length < ids.length) throw notFound()
  return rows
}
