import { eq } from "drizzle-orm"
import type { z } from "zod"
import { meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { giveUpNow } from "@/lib/reviews/give-up-now"
import { lockReview } from "@/lib/reviews/lock"
import type { cancelMeetingInput } from "./input"
import { lockMeeting } from "./lock"
import { publishedVersion } from "./published"
import { cancelLack } from "./status"

/**
 * Cancels a meeting, for good and with a reason; it stays in the list and in the calendar as
 * cancelled. Its number stays taken unless it is freed for another; a review of its minutes is given up.
 * Refuses what is published, and a form that showed an older revision.
 */
export async function cancelMeeting(
  actor: Actor,
  input: z.output<typeof cancelMeetingInput>,
): Promise<void> {
  const { meetingId, revision, reason, freeNumber } = input
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, number, slug } = meeting
    authorize(actor, "meeting.cancel", { groupId })
    const version = await publishedVersion(tx, meetingId)
    const lack = cancelLack({ ...meeting, version })
    if (lack) throw new Refusal("conflict", lack)
    if (meeting.revision !== revision)
      throw new Refusal("conflict", "meeting.changed", {}, {}, { revision: meeting.revision })
    await tx
      .update(meetings)
      .set({
        cancelledAt: now(),
        cancelledBy: personOf(actor),
        cancelReason: reason,
        number: freeNumber ? null : number,
        revision: revision + 1,
        changedAt: now(),
      })
      .where(eq(meetings.id, meetingId))
    await record(tx, {
      name: "meeting.cancelled",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, reason },
      publicChange: meeting.fromArchive ? [] : [slug],
    })
    const review = await lockReview(tx, meetingId)
    if (review && !review.endedAt)
      await giveUpNow(tx, meeting, review, { actor, at: now(), reason })
  })
}
