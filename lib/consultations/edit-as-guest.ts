import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { countAttempt, limitMinutes } from "@/lib/accounts/limit"
import { record } from "@/lib/activity/record"
import { forgetDraft } from "@/lib/comments/forget-draft"
import { lockComment } from "@/lib/comments/lock-comment"
import { rewriteComment } from "@/lib/comments/rewrite-comment"
import { trailTitle } from "@/lib/comments/text"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { guestSubject } from "./guest-link"
import type { editAsGuestInput } from "./input"
import { lockConsultation } from "./lock"
import { commentsPer, draftKey, waitsForCoChair } from "./model"
import { holdSeat } from "./seat"
import { takenNow } from "./taken-now"

/**
 * Gives a guest's own comment other words, by their link; what it said before is kept. Refuses with
 * `conflict` when no comments are taken, and with `too_many` whoever sends many. Words that come after the
 * end count as late, and those of whoever came by themselves wait for a co-chair once more: nobody has
 * read them.
 */
export async function editAsGuest(
  actor: Actor,
  { token, commentId, text }: z.output<typeof editAsGuestInput>,
): Promise<{ waiting: boolean }> {
  const arrivedAt = now()
  const edited = await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.comment", guestSubject(guest.id))
    if (!(await countAttempt(tx, "consultation.edit", guest.id, commentsPer))) return null
    const consultation = await lockConsultation(tx, guest.consultationId, "share")
    const held = await lockComment(tx, commentId)
    const { comment, thread } = held
    if (comment.guestId !== guest.id) throw notFound()
    const taking = await takenNow(tx, consultation, arrivedAt)
    if (!("late" in taking)) throw new Refusal("conflict", "consultation.tooLateToEdit")
    const changed = await rewriteComment(tx, held, { text, proposal: comment.proposal })
    await forgetDraft(tx, { guestId: guest.id }, draftKey(consultation.id, commentId))
    if (!changed) return { waiting: comment.moderation === "waiting" }
    const waiting = waitsForCoChair(consultation, guest)
    await tx
      .update(comments)
      .set({
        late: comment.late || taking.late,
        ...(waiting && { moderation: "waiting" as const, moderatedBy: null, moderatedAt: null }),
      })
      .where(eq(comments.id, commentId))
    await record(tx, {
      name: "comment.edited",
      actor,
      groupId: thread.groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(held.text) },
    })
    return { waiting }
  })
  if (!edited) throw new Refusal("too_many", "consultation.tooManyEdits", { minutes: limitMinutes })
  return edited
}
