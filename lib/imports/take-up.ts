import { and, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { importBatches, importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { settleImportInput } from "./input"
import { type LockedFile, lockFile } from "./lock"

/**
 * Takes a file up again that was put aside, with everything that was corrected in it. Refuses (`conflict`)
 * one that is not put aside, was never read, or whose text was brought in anew meanwhile.
 */
export async function takeUpImport(
  actor: Actor,
  { fileId, revision }: z.output<typeof settleImportInput>,
): Promise<{ slug: string; batchId: string; fileId: string }> {
  return transaction(async (tx) => {
    const file = await lockFile(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    if (file.revision !== revision) throw new Refusal("conflict", "imports.stale")
    if (file.state !== "discarded" || file.corrected === null)
      throw new Refusal("conflict", "imports.notAside")
    const again = await sameText(tx, file)
    if (again) throw new Refusal("conflict", "imports.broughtAgain", { file: again })
    await tx
      .update(importFiles)
      .set({ state: "read", settledAt: null, revision: revision + 1 })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "import.takenUp",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name },
    })
    return { slug: file.slug, batchId: file.batchId, fileId }
  })
}

/** The name of another file of the group with this text, which still stands as a draft or as a meeting. */
async function sameText(tx: Transaction, file: LockedFile): Promise<string | null> {
  if (file.sourceSha256 === null) return null
  const [same] = await tx
    .select({ name: importFiles.name })
    .from(importFiles)
    .innerJoin(importBatches, eq(importBatches.id, importFiles.batchId))
    .where(
      and(
        eq(importBatches.groupId, file.groupId),
        eq(importFiles.sourceSha256, file.sourceSha256),
        inArray(importFiles.state, ["read", "saved"]),
      ),
    )
    .limit(1)
  return same?.name ?? null
}
