import { eq } from "drizzle-orm"
import type { z } from "zod"
import { documents } from "@/db/schema/documents"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { checkFacts } from "./check-facts"
import type { editDocumentInput } from "./facts-input"
import { findFacts } from "./find-facts"
import { holdDocument, subjectOf } from "./hold"

/**
 * Changes what is said of a document beside its text; its address and its versions stay. Refuses with
 * `conflict` when somebody saved since the form was opened, and hands over what they saved, so that
 * both can be shown. What equals what stands changes nothing.
 */
export async function editDocument(
  actor: Actor,
  { documentId, revision, origin, ...given }: z.output<typeof editDocumentInput>,
): Promise<{ revision: number; group: string; document: string }> {
  return transaction(async (tx) => {
    const held = await holdDocument(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    const where = { group: held.groupSlug, document: held.slug }
    if (held.factsRevision !== revision) {
      const theirs = await findFacts(tx, documentId)
      throw new Refusal("conflict", "documents.staleFacts", {}, {}, theirs)
    }
    const next = {
      ...given,
      originMeetingId: origin?.meetingId ?? null,
      originBlockId: origin?.blockId ?? null,
    }
    const changed = Object.entries(next).filter(
      ([field, value]) => held[field as keyof typeof next] !== value,
    )
    if (changed.length === 0) return { revision, ...where }
    await checkFacts(tx, held.groupId, { responsibleId: given.responsibleId, origin }, held)
    await tx
      .update(documents)
      .set({ ...next, factsRevision: revision + 1 })
      .where(eq(documents.id, documentId))
    await record(tx, {
      name: "document.edited",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: next.title, fields: changed.map(([field]) => field) },
      // A public consultation calls it what it is called today.
      publicChange: changed.some(([field]) => field === "title") ? [held.groupSlug] : [],
    })
    return { revision: revision + 1, ...where }
  })
}
