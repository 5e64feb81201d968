import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { finishReading } from "./finish-reading"
import type { batchInput } from "./input"
import { lockBatch } from "./lock-batch"

/**
 * Puts the files of a batch aside that nobody has read yet, and keeps nothing of them but their names. What
 * was read stays as it is.
 */
export async function cancelWaiting(
  actor: Actor,
  { batchId }: z.output<typeof batchInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const { groupId, slug } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    const gone = await tx
      .update(importFiles)
      .set({ state: "discarded", settledAt: now(), original: null })
      .where(and(eq(importFiles.batchId, batchId), eq(importFiles.state, "waiting")))
      .returning({ id: importFiles.id })
    if (gone.length === 0) return { slug, batchId }
    await record(tx, {
      name: "import.cancelled",
      actor,
      groupId,
      subject: { type: "import", id: batchId },
      data: { files: gone.length },
    })
    await finishReading(tx, actor, { id: batchId, groupId })
    return { slug, batchId }
  })
}
