import { eq } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importBatches, importFiles } from "@/db/schema/imports"
import { lockNumbers } from "@/lib/meetings/number"
import { notFound, Refusal } from "@/lib/platform/errors"

export type LockedFile = typeof importFiles.$inferSelect & { groupId: string; slug: string }

const fileOf = (reader: Reader, fileId: string) =>
  reader
    .select({ file: importFiles, groupId: groups.id, slug: groups.slug })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .innerJoin(groups, eq(groups.id, importBatches.groupId))
    .where(eq(importFiles.id, fileId))

/** Step: one file of a batch as it stands, which may change at once. Does not authorize. */
export async function seeFile(reader: Reader, fileId: string): Promise<LockedFile> {
  const [seen] = await fileOf(reader, fileId)
  if (!seen) throw notFound()
  return { ...seen.file, groupId: seen.groupId, slug: seen.slug }
}

/**
 * Step: holds one file of a batch until the transaction ends. Does not authorize. Whoever holds more than
 * one file or the group does so in one order, so that no two wait for each other: the batch, its group, then
 * the files by their positions.
 */
export async function lockFile(tx: Transaction, fileId: string): Promise<LockedFile> {
  const [held] = await fileOf(tx, fileId).for("update", { of: importFiles })
  if (!held) throw notFound()
  return { ...held.file, groupId: held.groupId, slug: held.slug }
}

/** Step: holds the numbers of a file's group, then the file. Does not authorize. */
export async function lockFileInGroup(tx: Transaction, fileId: string): Promise<LockedFile> {
  const [found] = await tx
    .select({ groupId: importBatches.groupId })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(eq(importFiles.id, fileId))
  if (!found) throw notFound()
  await lockNumbers(tx, found.groupId)
  return lockFile(tx, fileId)
}

/** Refuses unless the file can still be worked on, and the form showed it as it stands. */
export function checkOpen(file: LockedFile, revision: number): void {
  if (file.state !== "read") throw new Refusal("conflict", "imports.settled")
  if (file.revision !== revision) throw new Refusal("conflict", "imports.stale")
}
