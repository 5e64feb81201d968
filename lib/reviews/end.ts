import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { closeNow } from "@/lib/consultations/close-now"
import { lockConsultation } from "@/lib/consultations/lock"
import { linkFilled } from "@/lib/links/link-filled"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { giveUpNow } from "./give-up-now"
import type { endReviewInput, giveUpReviewInput } from "./input"
import { lockReview } from "./lock"
import { noteEnd } from "./note-end"

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
    await linkFilled(tx, actor, meeting)
  })
}

/** Gives a review up, with a reason that the members can read. What quoted people answered still counts. */
export async function giveUpReview(
  actor: Actor,
  { meetingId, reason }: z.output<typeof giveUpReviewInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { meeting, review } = await holdOpen(tx, actor, meetingId)
    await giveUpNow(tx, meeting, review, { actor, at: now(), reason })
    await linkFilled(tx, actor, meeting)
  })
}

async function holdOpen(tx: Transaction, actor: Actor, meetingId: string) {
  const meeting = await lockMeeting(tx, meetingId)
  authorize(actor, "review.open", { groupId: meeting.groupId })
  const review = await lockReview(tx, meetingId)
  if (!review || review.endedAt) throw new Refusal("conflict", "review.isOver")
  return { meeting, review }
}
