import type { Reader } from "@/db/client"
import { findState } from "@/lib/live/stored"
import { findRevision } from "./find-revision"
import { documentText } from "./input"
import { sharedText } from "./live/kind"
import { readText } from "./live/read-text"
import type { DocumentText } from "./model"

/** The text as it now stands, and who saved it last and when; nobody alone where it was written together. */
export type CurrentText = { text: DocumentText; savedAt: Date; by: string | null }

/**
 * What a document says at this moment: its current revision, and what was written in it since and is
 * saved. Does not authorize.
 */
export async function findCurrentText(
  reader: Reader,
  documentId: string,
  revision: number,
): Promise<CurrentText> {
  const current = await findRevision(reader, documentId, revision)
  if (!current) throw new Error(`Document ${documentId} points at no revision`)
  const state = await findState(reader, sharedText(documentId))
  if (!state || state.last <= (current.upto ?? 0)) {
    return { text: current.text, savedAt: current.savedAt, by: current.author }
  }
  return { text: documentText.parse(readText(state.doc)), savedAt: state.changedAt, by: null }
}
