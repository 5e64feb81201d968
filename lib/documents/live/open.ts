import type { Transaction } from "@/db/client"
import { openState } from "@/lib/live/open"
import type { StoredState } from "@/lib/live/stored"
import { findRevision } from "../find-revision"
import { holdDocument } from "../hold"
import { sharedText } from "./kind"
import { sharedOf } from "./write-text"

/**
 * Step: the shared text of a document; made of the current revision, once, when nobody has opened it
 * before. Does not authorize.
 */
export async function openShared(tx: Transaction, documentId: string): Promise<StoredState> {
  return openState(tx, sharedText(documentId), async () => {
    const { revision } = await holdDocument(tx, documentId)
    const current = await findRevision(tx, documentId, revision)
    return current && { doc: sharedOf(current.text), authorId: current.authorId }
  })
}
