import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { settleBatch } from "./settle-batch"
import { countWaiting } from "./waiting"

/** Step: holds the reading of a group's files to one after the other, until the transaction ends. */
export async function oneByOne(tx: Transaction, groupId: string): Promise<void> {
  await tx.select().from(groups).where(eq(groups.id, groupId)).for("no key update")
}

/**
 * Step: what follows when no file of a batch waits any more; nothing while one does. Of several who
 * read the last files at once, exactly one sees that they were the last.
 */
export async function finishReading(
  tx: Transaction,
  actor: Actor,
  batch: { id: string; groupId: string },
): Promise<void> {
  await oneByOne(tx, batch.groupId)
  if ((await countWaiting(tx, batch.id)) > 0) return
  await settleBatch(tx, batch.id)
  const tally = (state: "read" | "refused") =>
    sql<number>`count(*) filter (where ${importFiles.state} = ${state})`.mapWith(Number)
  const [data] = await tx
    .select({ read: tally("read"), refused: tally("refused") })
    .from(importFiles)
    .where(eq(importFiles.batchId, batch.id))
  await record(tx, {
    name: "import.read",
    actor,
    groupId: batch.groupId,
    subject: { type: "import", id: batch.id },
    data: data ?? { read: 0, refused: 0 },
  })
}
