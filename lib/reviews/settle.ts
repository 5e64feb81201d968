import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { reviews } from "@/db/schema/reviews"
import { closeNow } from "@/lib/consultations/close-now"
import { lockConsultation } from "@/lib/consultations/lock"
import { consultationStatus } from "@/lib/consultations/status"
import { type Actor, personOf } from "@/lib/platform/actor"

/**
 * Step: a version is published, so a review that is still open ends with it and its window is closed;
 * comments that were made stay. Nothing where no review is open. The caller holds the meeting.
 */
export async function settleReview(
  tx: Transaction,
  { meetingId, actor, at }: { meetingId: string; actor: Actor; at: Date },
): Promise<void> {
  const [ended] = await tx
    .update(reviews)
    .set({ endedAt: at, endedBy: personOf(actor), end: "published" })
    .where(and(eq(reviews.meetingId, meetingId), isNull(reviews.endedAt)))
    .returning({ consultationId: reviews.consultationId })
  if (!ended) return
  const consultation = await lockConsultation(tx, ended.consultationId)
  if (consultationStatus(consultation, at) !== "cancelled")
    await closeNow(tx, consultation, actor, at)
}
