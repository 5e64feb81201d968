import { eq } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import type { settleImportInput } from "./input"
import { lockFile } from "./lock"
import type { ImportRefusal } from "./stored"
import { isOfTheMoment } from "./tries"

/**
 * Has a file read again that was refused because reading it took too long or too much: a machine that had
 * much to do may have been the cause. Refuses (`conflict`) any other.
 */
export async function tryImportAgain(
  actor: Actor,
  { fileId, revision }: z.output<typeof settleImportInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const file = await lockFile(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    if (file.revision !== revision) throw new Refusal("conflict", "imports.stale")
    if (file.state !== "refused" || !file.original || !isOfTheMoment(file.refusal as ImportRefusal))
      throw new Refusal("conflict", "imports.notRefused")
    await tx
      .update(importFiles)
      .set({ state: "waiting", refusal: null, tries: 0, revision: revision + 1 })
      .where(eq(importFiles.id, fileId))
    await enqueue(tx, "imports", { batchId: file.batchId })
    await record(tx, {
      name: "import.triedAgain",
      actor,
      groupId: file.groupId,
      subject: { type: "import", id: file.batchId },
      data: { file: file.name },
    })
    return { slug: file.slug, batchId: file.batchId }
  })
}
