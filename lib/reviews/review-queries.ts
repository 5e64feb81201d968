import { desc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { quoteRequests, reviews } from "@/db/schema/reviews"

/** The review of a meeting that was opened last, or null. Does not authorize. */
export async function newestReview(
  reader: Reader,
  meetingId: string,
): Promise<typeof reviews.$inferSelect | null> {
  const [found] = await reader
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, meetingId))
    .orderBy(desc(reviews.openedAt))
    .limit(1)
  return found ?? null
}

/** A review by its id, or null. Does not authorize. */
export async function findReview(
  reader: Reader,
  id: string,
): Promise<typeof reviews.$inferSelect | null> {
  const [found] = await reader.select().from(reviews).where(eq(reviews.id, id))
  return found ?? null
}

/** Everybody who was asked in a review, in the order in which they were. Does not authorize. */
export async function requestsOf(
  reader: Reader,
  reviewId: string,
): Promise<(typeof quoteRequests.$inferSelect)[]> {
  return reader
    .select()
    .from(quoteRequests)
    .where(eq(quoteRequests.reviewId, reviewId))
    .orderBy(quoteRequests.askedAt, quoteRequests.name)
}
