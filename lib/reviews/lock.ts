import { and, desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import { notFound } from "@/lib/platform/errors"

export type LockedReview = typeof reviews.$inferSelect

/** Step: holds the newest review of a meeting; null when there was none. The caller holds the meeting. */
export async function lockReview(tx: Transaction, meetingId: string): Promise<LockedReview | null> {
  const [held] = await tx
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, meetingId))
    .orderBy(desc(reviews.openedAt))
    .limit(1)
    .for("update")
  return held ?? null
}

export type LockedRequest = typeof quoteRequests.$inferSelect

/** Step: holds a request of a meeting. `not_found` when there is none. The caller holds the meeting. */
export async function lockRequest(
  tx: Transaction,
  meetingId: string,
  requestId: string,
): Promise<LockedRequest> {
  const [held] = await tx
    .select()
    .from(quoteRequests)
    .where(and(eq(quoteRequests.id, requestId), eq(quoteRequests.meetingId, meetingId)))
    .for("update")
  if (!held) throw notFound()
  return held
}
