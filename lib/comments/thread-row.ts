import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { notFound } from "@/lib/platform/errors"
import type { TextRef } from "./model"
import { type CommentedText, findCommentedText } from "./text"

export type ThreadRow = typeof threads.$inferSelect

/** The text that a thread is about. */
export function textOfThread(thread: {
  meetingId: string | null
  documentId: string | null
}): TextRef {
  if (thread.meetingId !== null) return { kind: "minutes", meetingId: thread.meetingId }
  if (thread.documentId !== null) return { kind: "document", documentId: thread.documentId }
  throw new Error("A thread is about no text")
}

/**
 * Step: holds a thread until the transaction ends, with the text that it is about. Does not authorize.
 * `not_found` when there is no such thread.
 */
export async function lockThread(
  tx: Transaction,
  threadId: string,
): Promise<{ thread: ThreadRow; text: CommentedText }> {
  const [thread] = await tx
    .select()
    .from(threads)
    .where(eq(threads.id, threadId))
    .for("no key update")
  if (!thread) throw notFound()
  const text = await findCommentedText(tx, textOfThread(thread))
  if (!text) throw notFound()
  return { thread, text }
}
