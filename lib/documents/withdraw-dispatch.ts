import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { documentDispatches } from "@/db/schema/dispatches"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { withdrawDispatchInput } from "./facts-input"
import { holdDocument, subjectOf } from "./hold"

/**
 * Takes back an entry that was a mistake: it stays in the list, struck out, with the reason. Refuses
 * with `conflict` when it was taken back already, or is none of the document's.
 */
export async function withdrawDispatch(
  actor: Actor,
  { documentId, dispatchId, reason }: z.output<typeof withdrawDispatchInput>,
): Promise<{ group: string; document: string }> {
  return transaction(async (tx) => {
    const held = await holdDocument(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    const { id, documentId: of, withdrawnAt } = documentDispatches
    const [withdrawn] = await tx
      .update(documentDispatches)
      .set({ withdrawnAt: now(), withdrawnReason: reason })
      .where(and(eq(id, dispatchId), eq(of, documentId), isNull(withdrawnAt)))
      .returning()
    if (!withdrawn) throw new Refusal("conflict", "documents.dispatchGone")
    await record(tx, {
      name: "document.dispatchWithdrawn",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, party: withdrawn.party, day: withdrawn.day, reason },
      publicChange: [held.groupSlug],
    })
    return { group: held.groupSlug, document: held.slug }
  })
}
