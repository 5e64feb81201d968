import { eq } from "drizzle-orm"
import type { z } from "zod"
import { commentHides, comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { hideCommentInput } from "./input"
import { lockComment } from "./lock-comment"
import { notifyText } from "./notify"
import { showLack } from "./status"
import { trailTitle } from "./text"

/**
 * Shows a hidden comment again, with a reason. That it was hidden, by whom and why is kept beside it for
 * those who may hide.
 */
export async function showComment(
  actor: Actor,
  { commentId, reason }: z.output<typeof hideCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { comment, thread, text } = await lockComment(tx, commentId)
    authorize(actor, "comment.hide", { groupId: thread.groupId })
    const { hiddenAt, hiddenBy, hiddenReason } = comment
    const lack = showLack({ ...comment, hidden: hiddenAt })
    if (lack || hiddenAt === null) throw new Refusal("conflict", lack ?? "comment.notHidden")
    await tx.insert(commentHides).values({
      commentId,
      hiddenAt,
      hiddenBy,
      hiddenReason: hiddenReason ?? "",
      shownAt: now(),
      shownBy: personOf(actor),
      shownReason: reason,
    })
    await tx
      .update(comments)
      .set({ hiddenAt: null, hiddenBy: null, hiddenReason: null })
      .where(eq(comments.id, commentId))
    await notifyText(tx, text.text)
    await record(tx, {
      name: "comment.shown",
      actor,
      groupId: thread.groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text), reason },
    })
  })
}
