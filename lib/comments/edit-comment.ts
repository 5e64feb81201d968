import { eq } from "drizzle-orm"
import type { z } from "zod"
import { commentRevisions, comments } from "@/db/schema/comments"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { editCommentInput } from "./input"
import { lockComment, onlyAuthor } from "./lock-comment"
import { notifyText } from "./notify"
import { editLack } from "./status"
import { trailTitle } from "./text"
import { wordsOf, writeMentions } from "./write-comment"

/**
 * Gives one's own comment other words; what it said before is kept. Words that were put into the text
 * stay the proposal that they were. Nothing is written when nothing is changed.
 */
export async function editComment(
  actor: Actor,
  { commentId, ...given }: z.output<typeof editCommentInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const held = await lockComment(tx, commentId)
    const { comment, thread, text } = held
    const { groupId } = thread
    authorize(actor, "comment.write", { groupId })
    onlyAuthor(actor, held)
    const lack = editLack({ ...comment, hidden: comment.hiddenAt }, thread)
    if (lack) throw new Refusal("conflict", lack)
    const words = wordsOf(given)
    const proposal = comment.appliedAt ? comment.proposal : words.proposal
    if (words.text === comment.text && proposal === comment.proposal) return
    await tx
      .insert(commentRevisions)
      .values({ commentId, text: comment.text, proposal: comment.proposal })
    await tx
      .update(comments)
      .set({ text: words.text, proposal, editedAt: now() })
      .where(eq(comments.id, commentId))
    await writeMentions(tx, { commentId, groupId, text: words.text })
    await notifyText(tx, text.text)
    await record(tx, {
      name: "comment.edited",
      actor,
      groupId,
      subject: { type: "thread", id: thread.id },
      data: { thread: thread.id, comment: commentId, title: trailTitle(text) },
    })
  })
}
