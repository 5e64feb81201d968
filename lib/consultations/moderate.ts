import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { countChange } from "@/lib/comments/count-change"
import { lockComment } from "@/lib/comments/lock-comment"
import { notifyText } from "@/lib/comments/notify"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { moderateCommentInput } from "./input"
import { findConsultation } from "./queries"

/**
 * Admits or refuses a comment that waits; only an admitted one is seen by others and worked through. An
 * answer may be changed to the other one later. The same answer again changes nothing. Refuses with
 * `conflict` when its author gave the comment other words than those that were shown.
 */
export async function moderateComment(
  actor: Actor,
  { consultationId, commentId, answer, seen }: z.output<typeof moderateCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    const { groupId, title } = consultation
    authorize(actor, "consultation.hold", { groupId })
    const { comment, thread, text } = await lockComment(tx, commentId)
    if (comment.consultationId !== consultationId) throw notFound()
    if (comment.moderation === answer) return
    if ((comment.editedAt?.toISOString() ?? "") !== seen)
      throw new Refusal("conflict", "consultation.commentChanged")
    await tx
      .update(comments)
      .set({ moderation: answer, moderatedBy: personOf(actor), moderatedAt: now() })
      .where(eq(comments.id, commentId))
    if (answer === "admitted") await countChange(tx, thread.id)
    await notifyText(tx, text.text)
    await record(tx, {
      name: "comment.moderated",
      actor,
      groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title, answer },
    })
  })
}
