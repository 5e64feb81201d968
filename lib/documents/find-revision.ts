import { and, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { documentRevisions } from "@/db/schema/documents"
import { documentText } from "./input"
import type { DocumentText } from "./model"

/** The text of one revision of a document, or null. Does not authorize. */
export async function findRevisionText(
  reader: Reader,
  documentId: string,
  number: number,
): Promise<DocumentText | null> {
  const [row] = await reader
    .select({ text: documentRevisions.text })
    .from(documentRevisions)
    .where(and(eq(documentRevisions.documentId, documentId), eq(documentRevisions.number, number)))
  return row ? documentText.parse(row.text) : null
}
