import { inArray } from "drizzle-orm"
import { documents } from "@/db/schema/documents"
import type { StoredState } from "@/lib/live/stored"
import type { Actor } from "@/lib/platform/actor"
import { database, transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type LiveDocument, refuseClosed } from "./allow"
import { openShared } from "./open"

/** Whether an actor may write in a document at this moment; refuses as `allowWriter` does. */
export async function admitToDocument(actor: Actor, documentId: string): Promise<LiveDocument> {
  const document = (await findLiveDocuments([documentId])).get(documentId)
  if (!document) throw notFound()
  authorize(actor, "document.edit", document)
  refuseClosed(document)
  return document
}

/** The documents of these ids, each asked for once; those that are not are left out. */
export async function findLiveDocuments(
  ids: readonly string[],
): Promise<ReadonlyMap<string, LiveDocument>> {
  if (ids.length === 0) return new Map()
  const { id, groupId, responsibleId, status } = documents
  const rows = await database()
    .select({ id, groupId, responsibleId, status })
    .from(documents)
    .where(inArray(id, [...new Set(ids)]))
  return new Map(rows.map(({ id, ...document }) => [id, { ...document, noteTakerId: null }]))
}

/** The shared text of a document, made when nobody opened it before; for whoever may write in it. */
export async function openDocument(actor: Actor, documentId: string): Promise<StoredState> {
  await admitToDocument(actor, documentId)
  return transaction((tx) => openShared(tx, documentId))
}
