import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"

/**
 * Step: counts that what a thread says is another thing now, so that a decision on what it said before is
 * refused as one on a thread that was moved meanwhile.
 */
export async function countChange(tx: Transaction, threadId: string): Promise<void> {
  await tx
    .update(threads)
    .set({ revision: sql`${threads.revision} + 1` })
    .where(eq(threads.id, threadId))
}
