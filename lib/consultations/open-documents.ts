import { and, eq, isNotNull, isNull, ne, notExists } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { moveDocuments } from "@/lib/documents/move-documents"
import type { Actor } from "@/lib/platform/actor"

/**
 * Step: a document on which a consultation opens is open for comments, if it was a draft. One that is
 * agreed, sent or put aside keeps its status: the group asks about it as what it is.
 */
export async function openDocuments(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
): Promise<void> {
  const asked = await tx
    .select({ id: consultationTexts.documentId })
    .from(consultationTexts)
    .where(eq(consultationTexts.consultationId, consultationId))
  await moveDocuments(tx, actor, idsIn(asked), { from: "draft", to: "open" })
}

/**
 * Step: once a consultation is closed or called off, its documents are drafts again: nobody is asked
 * about them any more, and their holders go through what was said. One that was moved on meanwhile stays
 * as it is, and so does one about which another consultation that is open still asks. Late comments,
 * where they are taken, change nothing of that. The caller has closed or called it off.
 */
export async function endDocuments(
  tx: Transaction,
  actor: Actor,
  consultationId: string,
): Promise<void> {
  const others = alias(consultationTexts, "others")
  const stillAsked = tx
    .select({ id: others.id })
    .from(others)
    .innerJoin(consultations, eq(consultations.id, others.consultationId))
    .where(
      and(
        eq(others.documentId, consultationTexts.documentId),
        ne(others.consultationId, consultationId),
        isNotNull(consultations.openedAt),
        isNull(consultations.closedAt),
        isNull(consultations.cancelledAt),
      ),
    )
  const asked = await tx
    .select({ id: consultationTexts.documentId })
    .from(consultationTexts)
    .where(and(eq(consultationTexts.consultationId, consultationId), notExists(stillAsked)))
  await moveDocuments(tx, actor, idsIn(asked), { from: "open", to: "draft" })
}

const idsIn = (rows: readonly { id: string | null }[]) => rows.flatMap(({ id }) => id ?? [])
