import { and, eq } from "drizzle-orm"
import { reviews } from "@/db/schema/reviews"
import { lockConsultation } from "@/lib/consultations/lock"
import { linkFilled } from "@/lib/links/link-filled"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { lockReview } from "@/lib/reviews/lock"
import { noteEnd } from "@/lib/reviews/note-end"

/**
 * What follows when the window of a review is over by itself, closed by the clock or on the page of its
 * consultation: the review ends as well, once. Nothing for other consultations.
 */
export async function endWithWindow(
  consultationId: string,
  closedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [found] = await tx
      .select({ meetingId: reviews.meetingId })
      .from(reviews)
      .where(eq(reviews.consultationId, consultationId))
    if (!found) return
    const meeting = await lockMeeting(tx, found.meetingId)
    const actor: Actor = { kind: "system", command: "clock" }
    const review = await lockReview(tx, meeting.id)
    if (!review || review.endedAt || review.consultationId !== consultationId) return
    const { cancelledAt, closedAt } = await lockConsultation(tx, consultationId)
    // Its end may have been moved back meanwhile.
    const at = cancelledAt ?? closedAt
    if (!at) return
    const end = cancelledAt ? "given-up" : closedBy ? "ended" : "passed"
    const who = closedBy ? { personId: closedBy } : actor
    await noteEnd(tx, meeting, review, { actor: who, at, end })
    await linkFilled(tx, actor, meeting)
  })
}

/** Whether the window was closed by publishing what was in review, of which the version tells. */
export async function isOfPublished(consultationId: string): Promise<boolean> {
  const of = and(eq(reviews.consultationId, consultationId), eq(reviews.end, "published"))
  return (await database().$count(reviews, of)) > 0
}
