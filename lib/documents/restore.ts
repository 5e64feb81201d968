import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { restoredNote } from "@/lib/minutes/model"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { restoreDocumentInput } from "./facts-input"
import { findRevisionText } from "./find-revision"
import { subjectOf } from "./hold"
import { holdText } from "./hold-text"
import { mayBeWritten } from "./status"
import { changeDocumentText } from "./write-document"

/**
 * Makes the text of an older revision the current one, as a new revision: nothing in between is lost.
 * `base` is the newest that the form showed; when another was saved since, nothing changes.
 */
export async function restoreDocument(
  actor: Actor,
  { documentId, number: from, base }: z.output<typeof restoreDocumentInput>,
): Promise<{ group: string; document: string; revision: number }> {
  return transaction(async (tx) => {
    const held = await holdText(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    if (!mayBeWritten(held.status)) throw new Refusal("conflict", "documents.closed")
    if (base !== held.revision)
      throw new Refusal("conflict", "documents.movedOn", { revision: held.revision })
    if (from === held.revision) throw new Refusal("conflict", "documents.isCurrent")
    const text = await findRevisionText(tx, documentId, from)
    if (!text) throw notFound()
    const written = { text, authorId: personOf(actor), note: restoredNote(from) }
    const revision = await changeDocumentText(tx, held, written)
    await record(tx, {
      name: "document.restored",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, revision, from },
    })
    return { group: held.groupSlug, document: held.slug, revision }
  })
}
