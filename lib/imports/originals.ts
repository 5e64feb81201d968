import { and, asc, eq, isNotNull } from "drizzle-orm"
import { importBatches, importFiles } from "@/db/schema/imports"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize, can } from "@/lib/policy/can"

/**
 * The bytes of a file of a batch as they came. `not_found` when the group has no such file, or nothing of it
 * is kept, as of one that was refused.
 */
export async function getOriginal(
  actor: Actor,
  slug: string,
  batchId: string,
  fileId: string,
): Promise<{ name: string; original: Uint8Array }> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "import.read", { groupId: group.id })
  if (!isId(batchId) || !isId(fileId)) throw notFound()
  const [row] = await database()
    .select({ path: importFiles.name, original: importFiles.original })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importFiles.id, fileId),
        eq(importFiles.batchId, batchId),
        eq(importBatches.groupId, group.id),
      ),
    )
  if (!row?.original) throw notFound()
  // A file of a folder or an archive is named with the way to it.
  return { name: row.path.split("/").at(-1) || row.path, original: row.original }
}

/** A file of a batch that something was made of. */
export type SourceFile = { batchId: string; fileId: string; name: string; hasOriginal: boolean }

/** The file that a meeting of a group was read from; null for whoever may not see it, and where there is none. */
export async function findSourceOf(
  actor: Actor,
  { groupId, meetingId }: { groupId: string; meetingId: string },
): Promise<SourceFile | null> {
  if (!can(actor, "import.read", { groupId })) return null
  const [found] = await database()
    .select({
      batchId: importFiles.batchId,
      fileId: importFiles.id,
      name: importFiles.name,
      hasOriginal: isNotNull(importFiles.original).mapWith(Boolean),
    })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(and(eq(importFiles.meetingId, meetingId), eq(importBatches.groupId, groupId)))
    .orderBy(asc(importFiles.position))
    .limit(1)
  return found ?? null
}
