import type { Transaction } from "@/db/client"
import { lockState } from "@/lib/live/lock"
import { findState, type StoredState } from "@/lib/live/stored"
import { findRevision, type Revision } from "./find-revision"
import { type HeldDocument, holdDocument } from "./hold"
import { sharedText } from "./live/kind"
import { settleText } from "./live/settle"
import type { DocumentText } from "./model"

/** A document with its current revision, and the shared text where it was opened for writing before. */
export type HeldText = HeldDocument & {
  text: DocumentText
  current: Revision
  state: StoredState | null
}

/**
 * Step: holds a document and its text until the transaction ends. What was written together since the
 * last revision is made one first, so that what is returned is all that anybody was told is saved. Does
 * not authorize.
 */
export async function holdText(tx: Transaction, documentId: string): Promise<HeldText> {
  const held = await holdDocument(tx, documentId)
  const found = await findRevision(tx, documentId, held.revision)
  if (!found) throw new Error(`Document ${documentId} points at no revision`)
  const shared = sharedText(documentId)
  await lockState(tx, shared)
  const state = await findState(tx, shared)
  const current = state ? await settleText(tx, held, found, state) : found
  return { ...held, revision: current.number, text: current.text, current, state }
}
