import { and, asc, eq, inArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { importFiles } from "@/db/schema/imports"

/** Files that are read in one go, and how large they may be together (bytes); a larger one goes alone. */
const chunk = { files: 16, bytes: 16 * 1024 * 1024 }

export type Claimed = {
  id: string
  name: string
  position: number
  original: Uint8Array
  tries: number
}

/**
 * Step: the next files of a batch that wait to be read, in their order, held until the transaction ends:
 * nobody else is given them meanwhile; those that could not be read for no fault of theirs come last. Empty
 * when none is left, or others have the rest.
 */
export async function claimWaiting(tx: Transaction, batchId: string): Promise<Claimed[]> {
  const next = await tx
    .select({
      id: importFiles.id,
      size: sql<number>`coalesce(octet_length(${importFiles.original}), 0)`.mapWith(Number),
    })
    .from(importFiles)
    .where(and(eq(importFiles.batchId, batchId), eq(importFiles.state, "waiting")))
    .orderBy(asc(importFiles.tries), asc(importFiles.position))
    .limit(chunk.files)
    .for("update", { skipLocked: true })
  let bytes = 0
  const ids = next
    .filter(({ size }, place) => {
      bytes += size
      return place === 0 || bytes <= chunk.bytes
    })
    .map(({ id }) => id)
  if (ids.length === 0) return []
  const rows = await tx
    .select({
      id: importFiles.id,
      name: importFiles.name,
      position: importFiles.position,
      original: importFiles.original,
      tries: importFiles.tries,
    })
    .from(importFiles)
    .where(inArray(importFiles.id, ids))
    .orderBy(asc(importFiles.position))
  return rows.map((row) => ({ ...row, original: row.original ?? new Uint8Array() }))
}
