import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { notFound } from "@/lib/platform/errors"
import { countChange } from "./count-change"
import { type Author, answerKey, type NewComment } from "./model"
import { holdText, notifyText } from "./notify"
import { recordedAuthor } from "./recorded-author"
import { findCommentedText, trailTitle } from "./text"
import { textOfThread } from "./thread-row"
import { filedBefore, writeComment } from "./write-comment"

/**
 * Step: an answer in a thread, with whom it names; tells those who look at the text and records
 * `comment.written`. A submission that was filed before changes nothing and gives its comment with
 * `again`. Refuses with `invalid` what is empty, too long or names too many, `not_found` without the
 * thread. What waits for moderation is recorded too: whoever reacts looks at `moderation`.
 */
export async function addComment(
  tx: Transaction,
  { threadId, author, comment }: { threadId: string; author: Author; comment: NewComment },
): Promise<{ commentId: string; again: boolean }> {
  const [thread] = await tx.select().from(threads).where(eq(threads.id, threadId))
  if (!thread) throw notFound()
  const ref = textOfThread(thread)
  const text = await findCommentedText(tx, ref)
  if (!text) throw notFound()
  await holdText(tx, ref)
  const before = await filedBefore(tx, comment, author)
  if (before) return { commentId: before.commentId, again: true }
  const { groupId } = thread
  const draftKey = comment.draft ?? answerKey(threadId)
  const commentId = await writeComment(tx, { threadId, groupId, author, comment, draftKey })
  // Co-chairs decide of what counts; an answer that waits is not before them yet.
  if (comment.consultationId && comment.moderation !== "waiting") await countChange(tx, threadId)
  await notifyText(tx, ref)
  await record(tx, {
    name: "comment.written",
    actor: recordedAuthor(author, comment.consultationId ?? thread.consultationId),
    groupId,
    subject: { type: "thread", id: threadId },
    data: { thread: threadId, comment: commentId, title: trailTitle(text) },
  })
  return { commentId, again: false }
}
