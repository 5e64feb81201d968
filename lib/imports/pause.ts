import { eq } from "drizzle-orm"
import type { z } from "zod"
import { importBatches } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { batchInput } from "./input"
import { lockBatch } from "./lock-batch"
import { countWaiting } from "./waiting"

/** Holds the work on a batch after the files that are in hand; pausing twice is no error. */
export async function pauseBatch(
  actor: Actor,
  { batchId }: z.output<typeof batchInput>,
): Promise<{ slug: string; batchId: string }> {
  return transaction(async (tx) => {
    const { groupId, slug, pausedAt } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    if (pausedAt) return { slug, batchId }
    await tx
      .update(importBatches)
      .set({ pausedAt: now(), pausedBy: personOf(actor) })
      .where(eq(importBatches.id, batchId))
    await record(tx, {
      name: "import.paused",
      actor,
      groupId,
      subject: { type: "import", id: batchId },
      data: { waiting: await countWaiting(tx, batchId) },
    })
    return { slug, batchId }
  })
}
