import { eq } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { settleImportInput } from "./input"
import { checkOpen, lockFile } from "./lock"

/** Puts a file aside: no meeting is made of it, its text stays in the batch, and it may be taken up or brought in again. */
export async function discardImport(
  actor: Actor,
  { fileId, revision }: z.output<typeof settleImportInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const file = await lockFile(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    checkOpen(file, revision)
    await tx
      .update(importFiles)
      .set({ state: "discarded", settledAt: now(), revision: revision + 1 })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "import.discarded",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name },
    })
    return { slug: file.slug, batchId: file.batchId }
  })
}
