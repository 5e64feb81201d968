import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { holdDocument, subjectOf } from "./hold"
import { holdText } from "./hold-text"
import type { keepDocumentInput } from "./text-input"

/**
 * Makes what was written together in a document since the last revision a revision of its own; the last
 * one, when nothing was. Nothing that was called saved depends on it: it only marks a moment in the
 * history.
 */
export async function keepDocument(
  actor: Actor,
  { documentId }: z.output<typeof keepDocumentInput>,
): Promise<{ revision: number; savedAt: string }> {
  return transaction(async (tx) => {
    const before = await holdDocument(tx, documentId)
    authorize(actor, "document.edit", subjectOf(before))
    const { revision, current } = await holdText(tx, documentId)
    return { revision, savedAt: current.savedAt.toISOString() }
  })
}
