import * as Y from "yjs"
import type { Transaction } from "@/db/client"
import { minutesDocuments } from "@/db/schema/live-minutes"
import { notFound } from "@/lib/platform/errors"
import { lockRevision } from "../lock"
import { TEXT_SCHEMA } from "../model"
import { findDocument, type StoredDocument } from "./stored"
import { documentOf } from "./write-document"
import { noteWriters } from "./writers"

/**
 * Step: the shared document of a meeting's minutes; made of the current revision, once, when nobody has
 * opened it before. `not_found` before the minutes are started. Does not authorize.
 */
export async function openDocument(tx: Transaction, meetingId: string): Promise<StoredDocument> {
  const standing = await findDocument(tx, meetingId, { gc: false })
  if (standing) return standing
  // Two servers may come here at once: the second waits, and then finds the first one's.
  const current = await lockRevision(tx, meetingId)
  if (!current) throw notFound()
  const made = await findDocument(tx, meetingId, { gc: false })
  if (made) return made
  const doc = documentOf(current.text)
  const [written] = await tx
    .insert(minutesDocuments)
    .values({ meetingId, snapshot: Y.encodeStateAsUpdate(doc), schema: TEXT_SCHEMA })
    .returning({ id: minutesDocuments.id, changedAt: minutesDocuments.changedAt })
  if (!written) throw new Error("A shared document was not written")
  await noteWriters(tx, meetingId, [
    { clientId: doc.clientID, fromClock: 0, authorId: current.authorId },
  ])
  return { ...written, last: 0, doc }
}
