import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { notFound } from "@/lib/platform/errors"

export type HeldDocument = typeof documents.$inferSelect & { groupSlug: string }

/**
 * Step: holds a document until the transaction ends and returns it as it stands, with the slug of its
 * group. Does not authorize. `not_found` when there is no such document.
 */
export async function holdDocument(tx: Transaction, documentId: string): Promise<HeldDocument> {
  const [held] = await tx
    .select({ document: documents, groupSlug: groups.slug })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(eq(documents.id, documentId))
    .for("no key update", { of: documents })
  if (!held) throw notFound()
  return { ...held.document, groupSlug: held.groupSlug }
}

/** What `authorize` asks about a document. */
export const subjectOf = ({
  groupId,
  responsibleId,
}: Pick<HeldDocument, "groupId" | "responsibleId">) => ({ groupId, responsibleId })
