import { eq } from "drizzle-orm"
import type { z } from "zod"
import { importFiles } from "@/db/schema/imports"
import { record } from "@/lib/activity/record"
import { beginDocument } from "@/lib/documents/write-document"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { saveDocumentInput } from "./input"
import { checkOpen, lockFile } from "./lock"
import { documentIn } from "./stored"

/**
 * Keeps a file that is no report of a meeting as a document of the group, under a title, with its
 * headings and links: all of it or nothing. Refuses a file that was read as a report.
 */
export async function saveDocument(
  actor: Actor,
  { fileId, revision, title }: z.output<typeof saveDocumentInput>,
): Promise<{ slug: string; document: string }> {
  return transaction(async (tx) => {
    const file = await lockFile(tx, fileId)
    authorize(actor, "import.bringIn", { groupId: file.groupId })
    checkOpen(file, revision)
    if (file.kind !== "document") throw new Refusal("conflict", "imports.isReport")
    const { id, slug } = await beginDocument(tx, {
      groupId: file.groupId,
      title,
      text: documentIn(file).text,
      authorId: personOf(actor),
    })
    await tx
      .update(importFiles)
      .set({ state: "saved", documentId: id, settledAt: now(), revision: revision + 1 })
      .where(eq(importFiles.id, fileId))
    await record(tx, {
      name: "document.added",
      actor,
      groupId: file.groupId,
      subject: { type: "document", id },
      data: { title, slug },
    })
    return { slug: file.slug, document: slug }
  })
}
