import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { markOf } from "@/lib/live/mark-of"
import { canonical } from "@/lib/minutes/canonical"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { editableText } from "./editable"
import { readEditable } from "./editable-read"
import { findRevision, findRevisionText } from "./find-revision"
import { subjectOf } from "./hold"
import { type HeldText, holdText } from "./hold-text"
import { documentText } from "./input"
import { mergeDocuments } from "./merge"
import type { DocumentText } from "./model"
import { mayBeWritten } from "./status"
import type { StaleDocument, savePlainDocumentInput } from "./text-input"
import { changeDocumentText } from "./write-document"

/**
 * Saves a document that was edited as plain text on the revision `base`: what was not touched stays
 * exactly as it was, and what others wrote since elsewhere stays. When somebody changed the same place
 * since, nothing changes and the refusal carries what they saved, unless `answer` says what to do about
 * what was shown (`over`).
 */
export async function savePlainDocument(
  actor: Actor,
  { documentId, base, text, over, answer }: z.output<typeof savePlainDocumentInput>,
): Promise<{ revision: number; savedAt: string }> {
  return transaction(async (tx) => {
    const held = await holdText(tx, documentId)
    authorize(actor, "document.edit", subjectOf(held))
    if (!mayBeWritten(held.status)) throw new Refusal("conflict", "documents.closed")
    const old = await findRevisionText(tx, documentId, base)
    if (!old) throw notFound()
    const mine = accepted(readEditable(old, text))
    const merged = mergeDocuments(old, mine, held.text)
    if (!merged.isApart && (over !== markOf(held.revision, held.current.upto) || !answer))
      throw stale(held)
    const next =
      merged.isApart || answer === "both" ? merged.text : answer === "mine" ? mine : held.text
    if (canonical(next) === canonical(held.text)) {
      return { revision: held.revision, savedAt: held.current.savedAt.toISOString() }
    }
    const authorId = personOf(actor)
    const revision = await changeDocumentText(tx, held, { text: accepted(next), authorId })
    const written = await findRevision(tx, documentId, revision)
    await record(tx, {
      name: "document.saved",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, revision },
    })
    return { revision, savedAt: (written ?? held.current).savedAt.toISOString() }
  })
}

function accepted(text: DocumentText): DocumentText {
  const read = documentText.safeParse(text)
  if (read.success) return read.data
  throw new Refusal("invalid", "documents.tooLarge", {}, {}, read.error.issues[0]?.message)
}

function stale(held: HeldText): Refusal {
  const { current, text } = held
  const data: StaleDocument = {
    mark: markOf(current.number, current.upto),
    savedAt: current.savedAt.toISOString(),
    author: current.author,
    text: editableText(text),
  }
  return new Refusal("conflict", "documents.staleText", {}, {}, data)
}
