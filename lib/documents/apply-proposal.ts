import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { record } from "@/lib/activity/record"
import { putProposalIn } from "@/lib/live/put-proposal-in"
import type { applyProposalInput } from "@/lib/minutes/input"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { addRevision } from "./add-revision"
import { subjectOf } from "./hold"
import { holdText } from "./hold-text"
import { documentText } from "./input"
import { sharedText } from "./live/kind"
import { openShared } from "./live/open"
import { readText } from "./live/read-text"
import { mayBeWritten } from "./status"

/**
 * Puts the words that a comment proposes in the place of the passage of a document that it is about, as
 * a revision of its own: whoever proposed them counts as having written them. `seen` is what the passage
 * said when it was decided; when it says something else by now, or is gone, nothing changes (`conflict`).
 */
export async function applyToDocument(
  actor: Actor,
  { commentId, seen }: z.output<typeof applyProposalInput>,
): Promise<{ revision: number }> {
  return transaction(async (tx) => {
    const documentId = await documentOf(tx, commentId)
    const held = await holdText(tx, documentId)
    authorize(actor, "document.edit", subjectOf(held))
    if (!mayBeWritten(held.status)) throw new Refusal("conflict", "documents.closed")
    const state = held.state ?? (await openShared(tx, documentId))
    const shared = sharedText(documentId)
    const put = await putProposalIn(tx, shared, state, { actor, commentId, seen })
    const text = documentText.parse(readText(state.doc))
    const { number: revision } = await addRevision(tx, held, { text, ...put })
    await record(tx, {
      name: "document.saved",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, revision },
    })
    return { revision }
  })
}

async function documentOf(tx: Transaction, commentId: string): Promise<string> {
  const [found] = await tx
    .select({ documentId: threads.documentId })
    .from(comments)
    .innerJoin(threads, eq(threads.id, comments.threadId))
    .where(eq(comments.id, commentId))
  if (!found?.documentId) throw notFound()
  return found.documentId
}
