import { eq } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import { exchangeText, type ToExchange } from "@/lib/live/exchange"
import type { Exchanged } from "@/lib/live/protocol"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { refuseClosed } from "./allow"
import { sharedText } from "./kind"
import { openShared } from "./open"

/**
 * What the line does, in one request: keeps what a page wrote in a document and gives it what it lacks.
 * When it resolves, what was brought is committed. Refuses with `invalid` what does not fit, whole.
 */
export async function exchangeDocument(
  actor: Actor,
  { documentId, ...given }: ToExchange & { documentId: string },
): Promise<Exclude<Exchanged, { refused: string }>> {
  return transaction(async (tx) => {
    const { groupId, responsibleId, status, factsRevision } = documents
    const [document] = await tx
      .select({ groupId, responsibleId, status, factsRevision })
      .from(documents)
      .where(eq(documents.id, documentId))
    if (!document) throw notFound()
    authorize(actor, "document.edit", document)
    refuseClosed(document)
    return exchangeText(tx, sharedText(documentId), personOf(actor), given, {
      mark: `${document.factsRevision}.${document.status}`,
      open: () => openShared(tx, documentId),
      writeRows: () => Promise.resolve(),
    })
  })
}
