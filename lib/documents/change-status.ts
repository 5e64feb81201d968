import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { changeStatusInput } from "./facts-input"
import { holdDocument, subjectOf } from "./hold"
import { mayMove } from "./status"

/**
 * Moves a document to another status. Refuses with `conflict` when it no longer has the one that the
 * form showed, or when there is no way from it to the other. One that is superseded names the document
 * of the group that took its place.
 */
export async function changeStatus(
  actor: Actor,
  { documentId, from, to, supersededBy }: z.output<typeof changeStatusInput>,
): Promise<{ group: string; document: string }> {
  return transaction(async (tx) => {
    const held = await holdDocument(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    if (held.status !== from) throw new Refusal("conflict", "documents.staleStatus")
    if (!mayMove(from, to)) throw new Refusal("conflict", "documents.noMove")
    const successor = to === "superseded" ? supersededBy : null
    if (successor) await checkSuccessor(tx, held.groupId, documentId, successor)
    await tx
      .update(documents)
      // Where it was archived after it was superseded, what replaced it is still known.
      .set({ status: to, supersededBy: to === "archived" ? held.supersededBy : successor })
      .where(eq(documents.id, documentId))
    await record(tx, {
      name: "document.statusChanged",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, status: to, before: from },
      publicChange: [held.groupSlug],
    })
    return { group: held.groupSlug, document: held.slug }
  })
}

async function checkSuccessor(
  tx: Transaction,
  groupId: string,
  documentId: string,
  successor: string,
): Promise<void> {
  const [other] = await tx
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.groupId, groupId), eq(documents.id, successor)))
  if (other && other.id !== documentId) return
  throw new Refusal("invalid", "fields", {}, { supersededBy: "documents.successor" })
}
