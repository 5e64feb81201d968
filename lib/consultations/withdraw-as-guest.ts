import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { countChange } from "@/lib/comments/count-change"
import { forgetDraft } from "@/lib/comments/forget-draft"
import { lockComment } from "@/lib/comments/lock-comment"
import { notifyText } from "@/lib/comments/notify"
import { withdrawLack } from "@/lib/comments/status"
import { trailTitle } from "@/lib/comments/text"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { guestSubject } from "./guest-link"
import type { withdrawAsGuestInput } from "./input"
import { draftKey } from "./model"
import { holdSeat } from "./seat"

/** Takes a guest's own comment back, by their link: a stub remains where it stood, without its words. */
export async function withdrawAsGuest(
  actor: Actor,
  { token, commentId }: z.output<typeof withdrawAsGuestInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    const { comment, thread, text } = await lockComment(tx, commentId)
    if (comment.guestId !== guest.id) throw notFound()
    const lack = withdrawLack(comment)
    if (lack) throw new Refusal("conflict", lack)
    await tx.update(comments).set({ withdrawnAt: now() }).where(eq(comments.id, commentId))
    await forgetDraft(tx, { guestId: guest.id }, draftKey(guest.consultationId, commentId))
    await countChange(tx, thread.id)
    await notifyText(tx, text.text)
    await record(tx, {
      name: "comment.withdrawn",
      actor,
      groupId: thread.groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
    })
  })
}
