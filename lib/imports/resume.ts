import { eq } from "drizzle-orm"
import type { z } from "zod"
import { importBatches } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import type { batchInput } from "./input"
import { lockBatch } from "./lock-batch"
import { countWaiting } from "./waiting"

/** Goes on with a batch that was paused; what was still to be saved is saved by whoever resumes. */
export async function resumeBatch(
  actor: Actor,
  { batchId }: z.output<typeof batchInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const { groupId, slug, pausedAt } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    if (!pausedAt) return { slug, batchId }
    await tx
      .update(importBatches)
      .set({ pausedAt: null, pausedBy: null })
      .where(eq(importBatches.id, batchId))
    await enqueue(tx, "imports", {
      batchId,
      ...(actor.kind === "account" && { by: actor.accountId }),
    })
    await record(tx, {
      name: "import.resumed",
      actor,
      groupId,
      subject: { type: "import", id: batchId },
      data: { waiting: await countWaiting(tx, batchId) },
    })
    return { slug, batchId }
  })
}
