import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { hideCommentInput } from "./input"
import { lockComment } from "./lock-comment"
import { notifyText } from "./notify"
import { hideLack } from "./status"
import { trailTitle } from "./text"

/**
 * Hides a comment of somebody, with a reason that everybody reads in its place. Its author and those
 * who may hide still see its words.
 */
export async function hideComment(
  actor: Actor,
  { commentId, reason }: z.output<typeof hideCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { comment, thread, text } = await lockComment(tx, commentId)
    authorize(actor, "comment.hide", { groupId: thread.groupId })
    const lack = hideLack({ ...comment, hidden: comment.hiddenAt })
    if (lack) throw new Refusal("conflict", lack)
    await tx
      .update(comments)
      .set({ hiddenAt: now(), hiddenBy: personOf(actor), hiddenReason: reason })
      .where(eq(comments.id, commentId))
    await notifyText(tx, text.text)
    await record(tx, {
      name: "comment.hidden",
      actor,
      groupId: thread.groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text), reason },
    })
  })
}
