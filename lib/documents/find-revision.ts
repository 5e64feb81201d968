import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documentRevisions } from "@/db/schema/documents"
import { people } from "@/db/schema/people"
import { documentText } from "./input"
import type { DocumentText } from "./model"

/** A revision of a document; `upto` is the newest change to the shared text that it holds. */
export type Revision = {
  number: number
  text: DocumentText
  savedAt: Date
  author: string | null
  authorId: string | null
  upto: number | null
}

/** One revision of a document, or null. Does not authorize. */
export async function findRevision(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<Revision | null> {
  const { text, savedAt, authorId, upto } = documentRevisions
  const [row] = await reader
    .select({ text, savedAt, authorId, upto, author: people.name })
    .from(documentRevisions)
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .where(and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.number, number)))
  return row ? { ...row, number, text: documentText.parse(row.text) } : null
}

/** The text of one revision of a document, or null. Does not authorize. */
export async function findRevisionText(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<DocumentText | null> {
  return (await findRevision(reader, documentId, number))?.text ?? null
}
