import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { type Actor, personOf } from "@/lib/platform/actor"
import { notFound, Refusal } from "@/lib/platform/errors"
import type { CommentedText } from "./text"
import { lockThread, type ThreadRow } from "./thread-row"

export type LockedComment = {
  comment: typeof comments.$inferSelect
  thread: ThreadRow
  text: CommentedText
}

/**
 * Step: holds a comment and its thread until the transaction ends. Does not authorize. `not_found` when
 * there is no such comment.
 */
export async function lockComment(tx: Transaction, commentId: string): Promise<LockedComment> {
  const [found] = await tx
    .select({ threadId: comments.threadId })
    .from(comments)
    .where(eq(comments.id, commentId))
  if (!found) throw notFound()
  const held = await lockThread(tx, found.threadId)
  const [comment] = await tx
    .select()
    .from(comments)
    .where(eq(comments.id, commentId))
    .for("no key update")
  if (!comment) throw notFound()
  return { comment, ...held }
}

/** Refuses whoever did not write the comment. */
export function onlyAuthor(actor: Actor, { comment }: LockedComment): void {
  if (comment.authorId === null || comment.authorId !== personOf(actor))
    throw new Refusal("forbidden", "comment.notYours")
}
