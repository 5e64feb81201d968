import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { countChange } from "./count-change"
import { forgetDraft } from "./forget-draft"
import type { ownCommentInput } from "./input"
import { lockComment, onlyAuthor } from "./lock-comment"
import { editKey } from "./model"
import { notifyText } from "./notify"
import { withdrawLack } from "./status"
import { trailTitle } from "./text"

/** Takes one's own comment back: a stub remains where it stood, and nobody is shown its words. */
export async function withdrawComment(
  actor: Actor,
  { commentId }: z.output<typeof ownCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await lockComment(tx, commentId)
    const { comment, thread, text } = held
    authorize(actor, "comment.write", { groupId: thread.groupId })
    onlyAuthor(actor, held)
    const lack = withdrawLack(comment)
    if (lack) throw new Refusal("conflict", lack)
    await tx.update(comments).set({ withdrawnAt: now() }).where(eq(comments.id, commentId))
    if (comment.authorId) await forgetDraft(tx, { personId: comment.authorId }, editKey(commentId))
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
