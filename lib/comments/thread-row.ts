import { eq, type SQL } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { threads } from "@/db/schema/threads"
import { notFound } from "@/lib/platform/errors"
import { type TextRef, textIdOf } from "./model"
import { type CommentedText, findCommentedText } from "./text"

export type ThreadRow = typeof threads.$inferSelect

/** The text that a thread is about. */
export function textOfThread(thread: {
  meetingId: string | null
  documentId: string | null
  rowId: string | null
}): TextRef {
  if (thread.meetingId !== null) return { kind: "minutes", meetingId: thread.meetingId }
  if (thread.documentId !== null) return { kind: "document", documentId: thread.documentId }
  if (thread.rowId !== null) return { kind: "row", rowId: thread.rowId }
  throw new Error("A thread is about no text")
}

/** The column of a thread that names a text of each kind. */
const columns = { minutes: threads.meetingId, document: threads.documentId, row: threads.rowId }

/** The condition that a thread is about a text. */
export const ofText = (text: TextRef): SQL => eq(columns[text.kind], textIdOf(text))

/** The columns in which a thread keeps the text that it is about. */
export const textColumns = (text: TextRef) => ({
  meetingId: text.kind === "minutes" ? text.meetingId : null,
  documentId: text.kind === "document" ? text.documentId : null,
  rowId: text.kind === "row" ? text.rowId : null,
})

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
