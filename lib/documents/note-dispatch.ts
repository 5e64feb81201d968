import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { documentDispatches, documentFiles } from "@/db/schema/dispatches"
import { documentVersions } from "@/db/schema/documents"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { noteDispatchInput } from "./facts-input"
import { type HeldDocument, holdDocument, subjectOf } from "./hold"
import { readAttachment } from "./read-attachment"

type Input = z.output<typeof noteDispatchInput>

/**
 * Notes that a document was sent to somebody on a day, or that an answer came, with the file where
 * there is one. A version that is named has to be the document's; an answer may name the sending to
 * which it belongs. The status of the document stays: moving it is a step of its own. The same form sent
 * again gives what it made; with something else in it, `conflict`.
 */
export async function noteDispatch(
  actor: Actor,
  { documentId, file, submission, ...given }: Input,
): Promise<{ group: string; document: string; dispatchId: string }> {
  const attached = file && (await readAttachment(file))
  return transaction(async (tx) => {
    const held = await holdDocument(tx, documentId)
    authorize(actor, "document.hold", subjectOf(held))
    await checkNamed(tx, held, given)
    const enteredBy = personOf(actor)
    const made = { group: held.groupSlug, document: held.slug, dispatchId: submission }
    const entry = { documentId, ...given, enteredBy }
    if (await isNoted(tx, submission, entry, attached?.sha256)) return made
    const [kept] = attached
      ? await tx
          .insert(documentFiles)
          .values({ documentId, ...attached, addedBy: enteredBy })
          .returning({ id: documentFiles.id })
      : []
    await tx
      .insert(documentDispatches)
      .values({ id: submission, ...entry, fileId: kept?.id ?? null })
    const { kind, party, day } = given
    await record(tx, {
      name: "document.dispatched",
      actor,
      groupId: held.groupId,
      subject: { type: "document", id: documentId },
      data: { title: held.title, kind, party, day },
      publicChange: [held.groupSlug],
    })
    return made
  })
}

type Entry = Omit<Input, "file" | "submission"> & { enteredBy: string | null }

/** Whether this form made its entry before: the answer to it may not have come. The caller holds the document. */
async function isNoted(
  tx: Transaction,
  submission: string,
  entry: Entry,
  sha256: string | undefined,
): Promise<boolean> {
  const [before] = await tx
    .select({ row: documentDispatches, sha256: documentFiles.sha256 })
    .from(documentDispatches)
    .leftJoin(documentFiles, eq(documentFiles.id, documentDispatches.fileId))
    .where(eq(documentDispatches.id, submission))
  if (!before) return false
  const names = Object.keys(entry) as (keyof Entry)[]
  const isSame = names.every((name) => (before.row[name] ?? null) === (entry[name] ?? null))
  // A file has to be chosen again after no answer, and may be missing the second time.
  if (isSame && (sha256 === undefined || sha256 === before.sha256)) return true
  throw new Refusal("conflict", "documents.notedBefore")
}

async function checkNamed(
  tx: Transaction,
  { id }: HeldDocument,
  { kind, versionId, answers }: Pick<Input, "kind" | "versionId" | "answers">,
): Promise<void> {
  const fields: Record<string, string> = {}
  if (versionId) {
    const [version] = await tx
      .select({ id: documentVersions.id })
      .from(documentVersions)
      .where(and(eq(documentVersions.id, versionId), eq(documentVersions.documentId, id)))
    if (!version) fields.versionId = "field.choice"
  }
  if (answers && kind === "sent") fields.answers = "documents.onlyAnswers"
  else if (answers) {
    const [sending] = await tx
      .select({ id: documentDispatches.id })
      .from(documentDispatches)
      .where(
        and(
          eq(documentDispatches.id, answers),
          eq(documentDispatches.documentId, id),
          eq(documentDispatches.kind, "sent"),
          isNull(documentDispatches.withdrawnAt),
        ),
      )
    if (!sending) fields.answers = "field.choice"
  }
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", "fields", {}, fields)
}
