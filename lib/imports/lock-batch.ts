import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importBatches } from "@/db/schema/imports"
import { notFound } from "@/lib/platform/errors"

export type LockedBatch = typeof importBatches.$inferSelect & { slug: string }

/**
 * Step: holds a batch until the transaction ends; its files may still be written by others. Does not
 * authorize. Throws `not_found`.
 */
export async function lockBatch(tx: Transaction, batchId: string): Promise<LockedBatch> {
  const [held] = await tx
    .select({ batch: importBatches, slug: groups.slug })
    .from(importBatches)
    .innerJoin(groups, eq(groups.id, importBatches.groupId))
    .where(eq(importBatches.id, batchId))
    .for("no key update", { of: importBatches })
  if (!held) throw notFound()
  return { ...held.batch, slug: held.slug }
}
