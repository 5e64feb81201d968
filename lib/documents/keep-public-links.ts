import { desc, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { documentPublications, documentVersions } from "@/db/schema/documents"
import { holdLinks } from "@/lib/links/hold-links"
import { keepPublished } from "@/lib/links/keep"
import { openOthers } from "@/lib/record/open-others"
import { speaksOf } from "./speaks-of"
import { versionContent } from "./version-content"

/**
 * Step: makes what is known in public of the links of a document equal to its newest public version.
 * Returns whether that changed anything. One in a form that is not known is passed over.
 */
export async function keepPublicLinks(
  tx: Transaction,
  { groupId, documentId }: { groupId: string; documentId: string },
): Promise<boolean> {
  await holdLinks(tx, documentId)
  const [newest] = await tx
    .select({ id: documentVersions.id, content: documentVersions.content })
    .from(documentVersions)
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(eq(documentVersions.documentId, documentId))
    .orderBy(desc(documentVersions.number))
    .limit(1)
  const [content] = newest ? await openOthers(tx, "document", [newest]) : []
  const { data } = versionContent.safeParse(content)
  return data ? keepPublished(tx, { groupId, documentId }, speaksOf(data.text)) : false
}
