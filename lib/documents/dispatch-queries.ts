import { and, asc, desc, eq } from "drizzle-orm"
import { documentDispatches, documentFiles } from "@/db/schema/dispatches"
import { documents, documentVersions } from "@/db/schema/documents"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { isId } from "@/lib/platform/ids"
import { authorize } from "@/lib/policy/can"

/** "Sent to … on …", or an answer that came; `day` is `YYYY-MM-DD`. */
export type Dispatch = {
  id: string
  kind: "sent" | "answered"
  party: string
  day: string
  note: string
  version: number | null
  /** The sending to which an answer belongs. */
  answers: string | null
  file: { id: string; name: string } | null
  by: string | null
  withdrawn: { at: Date; reason: string } | null
}

type Of = { groupId: string; documentId: string }

/** What was sent of a document and what came back, the latest day first. Entries taken back are among them. */
export async function listDispatches(
  actor: Actor,
  { groupId, documentId }: Of,
): Promise<Dispatch[]> {
  authorize(actor, "document.read", { groupId })
  const rows = await database()
    .select({
      dispatch: documentDispatches,
      version: documentVersions.number,
      fileName: documentFiles.name,
      by: people.name,
    })
    .from(documentDispatches)
    .innerJoin(documents, eq(documents.id, documentDispatches.documentId))
    .leftJoin(documentVersions, eq(documentVersions.id, documentDispatches.versionId))
    .leftJoin(documentFiles, eq(documentFiles.id, documentDispatches.fileId))
    .leftJoin(people, eq(people.id, documentDispatches.enteredBy))
    .where(and(eq(documentDispatches.documentId, documentId), eq(documents.groupId, groupId)))
    .orderBy(desc(documentDispatches.day), asc(documentDispatches.enteredAt))
  return rows.map(({ dispatch, version, fileName, by }) => {
    const { id, kind, party, day, note, answers, fileId, withdrawnAt, withdrawnReason } = dispatch
    return {
      ...{ id, kind, party, day, note, answers, version, by },
      file: fileId ? { id: fileId, name: fileName ?? "" } : null,
      withdrawn: withdrawnAt ? { at: withdrawnAt, reason: withdrawnReason ?? "" } : null,
    }
  })
}

/** A file of a document, its bytes exactly as they came. */
export async function getFile(
  actor: Actor,
  { groupId, documentId }: Of,
  fileId: string,
): Promise<{ name: string; file: Buffer; sha256: string }> {
  authorize(actor, "document.read", { groupId })
  if (!isId(fileId)) throw notFound()
  const { name, file, sha256 } = documentFiles
  const [found] = await database()
    .select({ name, file, sha256 })
    .from(documentFiles)
    .innerJoin(documents, eq(documents.id, documentFiles.documentId))
    .where(
      and(
        eq(documentFiles.id, fileId),
        eq(documentFiles.documentId, documentId),
        eq(documents.groupId, groupId),
      ),
    )
  if (!found) throw notFound()
  return { ...found, file: Buffer.from(found.file) }
}
