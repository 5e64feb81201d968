import { and, asc, eq } from "drizzle-orm"
import { documentRevisions, documents } from "@/db/schema/documents"
import { importFiles } from "@/db/schema/imports"
import { people } from "@/db/schema/people"
import { getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { documentText } from "./input"
import type { DocumentText } from "./model"

export type DocumentLine = { slug: string; title: string; savedAt: Date; by: string | null }

const current = and(
  eq(documentRevisions.documentId, documents.id),
  eq(documentRevisions.number, documents.revision),
)

/** The documents of a group by their titles, with who saved them last and when. */
export async function listDocuments(actor: Actor, slug: string): Promise<DocumentLine[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "document.read", { groupId: group.id })
  return database()
    .select({
      slug: documents.slug,
      title: documents.title,
      savedAt: documentRevisions.savedAt,
      by: people.name,
    })
    .from(documents)
    .innerJoin(documentRevisions, current)
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .where(eq(documents.groupId, group.id))
    .orderBy(asc(documents.title), asc(documents.slug))
}

/** `file` is the name of the file that it was brought in from, null for one that was not. */
export type GroupDocument = DocumentLine & { text: DocumentText; file: string | null }

/** One document of a group, as it now stands. `not_found` when the group has none at that address. */
export async function getDocument(
  actor: Actor,
  slug: string,
  document: string,
): Promise<GroupDocument> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "document.read", { groupId: group.id })
  const [row] = await database()
    .select({
      slug: documents.slug,
      title: documents.title,
      savedAt: documentRevisions.savedAt,
      by: people.name,
      text: documentRevisions.text,
      file: importFiles.name,
    })
    .from(documents)
    .innerJoin(documentRevisions, current)
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .leftJoin(importFiles, eq(importFiles.documentId, documents.id))
    .where(and(eq(documents.groupId, group.id), eq(documents.slug, document)))
  if (!row) throw notFound()
  return { ...row, text: documentText.parse(row.text) }
}
