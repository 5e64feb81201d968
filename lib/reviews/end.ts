import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { reviews } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { cancelNow } from "@/lib/consultations/cancel-now"
import { closeNow } from "@/lib/consultations/close-now"
import { lockConsultation } from "@/lib/consultations/lock"
import { type LockedMeeting, lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { endReviewInput, giveUpReviewInput } from "./input"
import { type LockedReview, lockReview } from "./lock"

/** Ends a review before its deadline: its window closes, what was said stays. */
export async function endReview(
  actor: Actor,
  { meetingId }: z.output<typeof endReviewInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { meeting, review } = await holdOpen(tx, actor, meetingId)
    const at = now()
    await closeNow(tx, await lockConsultation(tx, review.consultationId), actor, at)
    await noteEnd(tx, meeting, review, { actor, at, end: "ended" })
  })
}

/** Gives a review up, with a reason that the members can read. What quoted people answered still counts. */
export async function giveUpReview(
  actor: Actor,
  { meetingId, reason }: z.output<typeof giveUpReviewInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { meeting, review } = await holdOpen(tx, actor, meetingId)
    const at = now()
    const consultation = await lockConsultation(tx, review.consultationId)
    await cancelNow(tx, consultation, actor, { at, reason })
    await noteEnd(tx, meeting, review, { actor, at, end: "given-up" })
  })
}

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
    authorize(actor, "review.open", { groupId: meeting.groupId })
    const review = await lockReview(tx, meeting.id)
    if (!review || review.endedAt || review.consultationId !== consultationId) return
    const { cancelledAt, closedAt } = await lockConsultation(tx, consultationId)
    // Its end may have been moved back meanwhile.
    const at = cancelledAt ?? closedAt
    if (!at) return
    const end = cancelledAt ? "given-up" : closedBy ? "ended" : "passed"
    const who = closedBy ? { personId: closedBy } : actor
    await noteEnd(tx, meeting, review, { actor: who, at, end })
  })
}

async function holdOpen(tx: Transaction, actor: Actor, meetingId: string) {
  const meeting = await lockMeeting(tx, meetingId)
  authorize(actor, "review.open", { groupId: meeting.groupId })
  const review = await lockReview(tx, meetingId)
  if (!review || review.endedAt) throw new Refusal("conflict", "review.isOver")
  return { meeting, review }
}

type End = {
  actor: Actor | { personId: string }
  at: Date
  end: "passed" | "ended" | "given-up"
}

async function noteEnd(
  tx: Transaction,
  meeting: LockedMeeting,
  review: LockedReview,
  { actor, at, end }: End,
): Promise<void> {
  const endedBy = "kind" in actor ? personOf(actor) : actor.personId
  await tx.update(reviews).set({ endedAt: at, endedBy, end }).where(eq(reviews.id, review.id))
  await record(tx, {
    name: "review.ended",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meeting.id },
    data: { number: meeting.number, end },
    publicChange: [meeting.slug],
  })
}
