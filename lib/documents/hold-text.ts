import type { Transaction } from "@/db/client"
import { findRevisionText } from "./find-revision"
import { type HeldDocument, holdDocument } from "./hold"
import type { DocumentText } from "./model"

/** A document with the text of its current revision. */
export type HeldText = HeldDocument & { text: DocumentText }

/** Step: holds a document and its text until the transaction ends. Does not authorize. */
export async function holdText(tx: Transaction, documentId: string): Promise<HeldText> {
  const held = await holdDocument(tx, documentId)
  const text = await findRevisionText(tx, documentId, held.revision)
  if (!text) throw new Error(`Document ${documentId} points at no revision`)
  return { ...held, text }
}
