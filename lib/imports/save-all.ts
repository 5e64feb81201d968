import { and, asc, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { AccountActor, Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { oneByOne } from "./finish-reading"
import type { batchInput } from "./input"
import { lockBatch } from "./lock-batch"

/**
 * Asks that every report of a batch that is still open is saved as a meeting, each by itself, by a job
 * in the name of whoever asks. Why one was refused stands with its file afterwards.
 */
export async function saveAll(
  actor: Actor,
  { batchId }: z.output<typeof batchInput>,
): Promise<{ slug: string; batchId: string; files: number }> {
  return transaction(async (tx) => {
    const { groupId, slug } = await lockBatch(tx, batchId)
    authorize(actor, "import.bringIn", { groupId })
    // Whoever changes one file counts all of its batch anew: held one by one, they would wait for each other.
    await oneByOne(tx, groupId)
    const open = and(
      eq(importFiles.batchId, batchId),
      eq(importFiles.state, "read"),
      eq(importFiles.kind, "report"),
    )
    // An update alone would hold them in any order.
    await tx
      .select({ id: importFiles.id })
      .from(importFiles)
      .where(open)
      .orderBy(asc(importFiles.position))
      .for("update")
    const asked = await tx
      .update(importFiles)
      .set({ settledAt: now() })
      .where(open)
      .returning({ id: importFiles.id })
    if (asked.length === 0) return { slug, batchId, files: 0 }
    await tx
      .update(importFiles)
      .set({ read: sql`${importFiles.read} - 'notSaved'` })
      .where(and(open, importFiles.isNotSaved))
    await enqueue(tx, "imports", { batchId, by: accountOf(actor) })
    await record(tx, {
      name: "import.saveAsked",
      actor,
      groupId,
      subject: { type: "import", id: batchId },
      data: { files: asked.length },
    })
    return { slug, batchId, files: asked.length }
  })
}

function accountOf(actor: Actor): AccountActor["accountId"] {
  if (actor.kind !== "account") throw new Refusal("forbidden", "forbidden")
  return actor.accountId
}
