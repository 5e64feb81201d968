import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentRevisions, comments } from "@/db/schema/comments"
import { now } from "@/lib/platform/clock"
import { Refusal } from "@/lib/platform/errors"
import { countChange } from "./count-change"
import type { LockedComment } from "./lock-comment"
import { notifyText } from "./notify"
import { editLack } from "./status"
import { wordsOf, writeMentions } from "./write-comment"

/**
 * Step: gives a comment that is held other words and keeps what it said before. Words that were put into
 * the text stay the proposal that they were. Resolves to whether anything is different; refuses with
 * `conflict` what is withdrawn, hidden or decided, and with `invalid` what is empty or too long.
 */
export async function rewriteComment(
  tx: Transaction,
  { comment, thread, text: of }: LockedComment,
  given: { text: string; proposal?: string | null | undefined },
): Promise<boolean> {
  const lack = editLack({ ...comment, hidden: comment.hiddenAt }, thread)
  if (lack) throw new Refusal("conflict", lack)
  const { id: commentId } = comment
  const words = wordsOf(given)
  const proposal = comment.appliedAt ? comment.proposal : words.proposal
  if (words.text === comment.text && proposal === comment.proposal) return false
  await tx
    .insert(commentRevisions)
    .values({ commentId, text: comment.text, proposal: comment.proposal })
  await tx
    .update(comments)
    .set({ text: words.text, proposal, editedAt: now() })
    .where(eq(comments.id, commentId))
  await writeMentions(tx, { commentId, groupId: thread.groupId, text: words.text })
  await countChange(tx, thread.id)
  await notifyText(tx, of.text)
  return true
}
