import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importBatches, importFiles } from "@/db/schema/imports"
import { notFound, Refusal } from "@/lib/platform/errors"

export type LockedFile = typeof importFiles.$inferSelect & { groupId: string; slug: string }

/** Step: holds one file of a batch until the transaction ends. Does not authorize. */
export async function lockFile(tx: Transaction, fileId: string): Promise<LockedFile> {
  const [held] = await tx
    .select({ file: importFiles, groupId: groups.id, slug: groups.slug })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .innerJoin(groups, eq(groups.id, importBatches.groupId))
    .where(eq(importFiles.id, fileId))
    .for("update", { of: importFiles })
  if (!held) throw notFound()
  return { ...held.file, groupId: held.groupId, slug: held.slug }
}

/** Refuses unless the file can still be worked on, and the form showed it as it stands. */
export function checkOpen(file: LockedFile, revision: number): void {
  if (file.state !== "read") throw new Refusal("conflict", "imports.settled")
  if (file.revision !== revision) throw new Refusal("conflict", "imports.stale")
}
