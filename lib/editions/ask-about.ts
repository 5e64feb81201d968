import { count, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { record } from "@/lib/activity/record"
import { documentText } from "@/lib/documents/input"
import { beginDocument } from "@/lib/documents/write-document"
import { holdMapping } from "@/lib/mapping/hold"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { notFound, Refusal } from "@/lib/platform/errors"
import { routing } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import type { askAboutEditionInput } from "./ask-input"
import { documentOfEdition } from "./edition-document"
import { mentionAgain } from "./mention-again"
import { openEdition } from "./open"

/**
 * Makes a document of the rows of an edition, of all areas or of some, on which a consultation can be
 * opened; resolves to its address. Refuses with `invalid` at its field an area without rows and what is
 * too long for a document, and with `conflict` when one was made of this edition since the form showed.
 */
export async function askAboutEdition(
  actor: Actor,
  { editionId, title, areas, made }: z.output<typeof askAboutEditionInput>,
): Promise<{ group: string; documentId: string }> {
  return transaction(async (tx) => {
    const [edition] = await tx
      .select({ id: editions.id, content: editions.content, mappingId: editions.mappingId })
      .from(editions)
      .where(eq(editions.id, editionId))
    if (!edition) throw notFound()
    // Sent twice, the second waits here and finds that the first made one.
    const { groupId } = await holdMapping(tx, edition.mappingId)
    authorize(actor, "consultation.hold", { groupId })
    if ((await countMade(tx, editionId)) !== made) throw new Refusal("conflict", "editions.asked")
    const content = await openEdition(tx, await mentionAgain(tx, edition))
    if (!content.rows.some(({ area }) => areas.includes(area)))
      throw new Refusal("invalid", "fields", {}, { areas: "editions.noRows" })
    const setting = { editionId, origin: env().origin, locale: routing.defaultLocale }
    const { data: text } = documentText.safeParse(documentOfEdition(content, areas, setting))
    if (!text) throw new Refusal("invalid", "fields", {}, { areas: "editions.tooLong" })
    const { id, slug, groupSlug } = await beginDocument(tx, {
      ...{ groupId, title, text, kind: "proposal", language: routing.defaultLocale },
      ...{ authorId: personOf(actor), editionId },
    })
    await record(tx, {
      name: "document.added",
      actor,
      groupId,
      subject: { type: "document", id },
      data: { title, slug },
    })
    return { group: groupSlug, documentId: id }
  })
}

async function countMade(tx: Transaction, editionId: string): Promise<number> {
  const [counted] = await tx
    .select({ made: count() })
    .from(documents)
    .where(eq(documents.originEditionId, editionId))
  return counted?.made ?? 0
}
