import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documentRevisions, documents } from "@/db/schema/documents"
import { documentContributors } from "@/db/schema/live-documents"
import { keepLinks } from "@/lib/links/keep"
import type { Authorship } from "@/lib/minutes/authorship"
import type { Revision } from "./find-revision"
import type { HeldDocument } from "./hold"
import type { DocumentText } from "./model"
import { speaksOf } from "./speaks-of"

export type NewRevision = {
  text: DocumentText
  authorId: string | null
  note?: string
  /** The newest change to the shared text that it holds, where there is one. */
  upto?: number
  /** Who wrote what; the author all of it, when left out. */
  authorship?: Authorship
  /** Who wrote since the revision before, besides the author. */
  contributors?: readonly string[]
}

/** Step: the next revision of a document, which the caller holds, with the links that it speaks of. */
export async function addRevision(
  tx: Transaction,
  { id: documentId, groupId, revision }: Pick<HeldDocument, "id" | "groupId" | "revision">,
  { contributors = [], ...next }: NewRevision,
): Promise<Revision> {
  const number = revision + 1
  const [row] = await tx
    .insert(documentRevisions)
    // The database's own clock at the moment of writing, not at the beginning of the transaction.
    .values({ ...next, documentId, number, savedAt: sql`clock_timestamp()` })
    .returning({ savedAt: documentRevisions.savedAt })
  if (!row) throw new Error("A revision was not written")
  if (contributors.length > 0) {
    const rows = contributors.map((personId) => ({ documentId, number, personId }))
    await tx.insert(documentContributors).values(rows)
  }
  await keepLinks(tx, { groupId, documentId }, speaksOf(next.text))
  await tx.update(documents).set({ revision: number }).where(eq(documents.id, documentId))
  const { text, authorId, upto = null } = next
  return { number, text, authorId, upto, author: null, savedAt: row.savedAt }
}
