import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesDocuments } from "@/db/schema/live-minutes"

/**
 * Step: holds the shared document of a meeting until the transaction ends, so that numbers follow each
 * other in the order of the commits. Returns its newest number; null when there is none.
 */
export async function lockDocument(tx: Transaction, meetingId: string): Promise<number | null> {
  const [held] = await tx
    .select({ last: minutesDocuments.last })
    .from(minutesDocuments)
    .where(eq(minutesDocuments.meetingId, meetingId))
    .for("update")
  return held?.last ?? null
}
