import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { checkFacts } from "./check-facts"
import type { startDocumentInput } from "./facts-input"
import { emptyDocument } from "./model"
import { templateFor } from "./templates"
import { beginDocument } from "./write-document"

/**
 * Begins a document of a group with what is said of it, and with the headings of its kind where that
 * was asked for. Resolves to its address.
 */
export async function startDocument(
  actor: Actor,
  {
    groupId,
    title,
    kind,
    language,
    responsibleId,
    origin,
    template,
  }: z.output<typeof startDocumentInput>,
): Promise<{ group: string; document: string }> {
  return transaction(async (tx) => {
    authorize(actor, "document.begin", { groupId })
    await checkFacts(tx, groupId, { responsibleId, origin })
    const { id, slug, groupSlug } = await beginDocument(tx, {
      ...{ groupId, title, kind, language, responsibleId, origin },
      text: template ? templateFor(kind, language) : emptyDocument(),
      authorId: personOf(actor),
    })
    await record(tx, {
      name: "document.added",
      actor,
      groupId,
      subject: { type: "document", id },
      data: { title, slug },
    })
    return { group: groupSlug, document: slug }
  })
}
