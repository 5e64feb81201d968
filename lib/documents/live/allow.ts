import type { Actor } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type DocumentStatus, mayBeWritten } from "../status"

/** What is asked about a document before somebody writes in it. */
export type LiveDocument = {
  groupId: string
  noteTakerId: null
  responsibleId: string | null
  status: DocumentStatus
}

/** Refuses to write in a document that was put aside or replaced. */
export function refuseClosed({ status }: Pick<LiveDocument, "status">): void {
  // No conflict, which passes: a page that is open has to be told that there is no more writing.
  if (!mayBeWritten(status)) throw new Refusal("forbidden", "documents.closed")
}

/** Refuses whoever may not write in a document, and everybody once it was put aside or replaced. */
export function allowWriter(actor: Actor, document: LiveDocument): void {
  authorize(actor, "document.edit", document)
  refuseClosed(document)
}
