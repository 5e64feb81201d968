import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documentRevisions, documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { notFound } from "@/lib/platform/errors"
import { documentText } from "./input"
import { type DocumentText, freeSlug, slugOf } from "./model"

/**
 * Step: a new document of a group with its first revision. Its address is made of its title, and is
 * its own: two that are added at once wait for each other.
 */
export async function beginDocument(
  tx: Transaction,
  given: { groupId: string; title: string; text: DocumentText; authorId: string | null },
): Promise<{ id: string; slug: string }> {
  const { groupId, title, authorId } = given
  const text = documentText.parse(given.text)
  const [group] = await tx
    .select({ id: groups.id })
    .from(groups)
    .where(eq(groups.id, groupId))
    .for("update")
  if (!group) throw notFound()
  const others = await tx
    .select({ slug: documents.slug })
    .from(documents)
    .where(eq(documents.groupId, groupId))
  const slug = freeSlug(slugOf(title), new Set(others.map((other) => other.slug)))
  const [document] = await tx
    .insert(documents)
    .values({ groupId, slug, title, revision: 1, createdBy: authorId })
    .returning({ id: documents.id })
  if (!document) throw new Error("A document was not written")
  await tx.insert(documentRevisions).values({ documentId: document.id, number: 1, text, authorId })
  return { id: document.id, slug }
}
