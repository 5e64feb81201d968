import { and, eq, lte } from "drizzle-orm"
import * as Y from "yjs"
import { minutesDocuments, minutesUpdates } from "@/db/schema/live-minutes"
import { database, transaction } from "@/lib/platform/database"
import { lockMinutesIfAny } from "../lock"

/**
 * Folds all that was written into the snapshot, and then lets the single changes go: they are deleted
 * only after the snapshot that holds them was committed. What was written since the last revision is
 * made one first, so that who wrote it stays known. Resolves to how many changes went.
 */
export async function compactDocument(meetingId: string): Promise<number> {
  const upto = await transaction(async (tx) => {
    const held = await lockMinutesIfAny(tx, meetingId)
    if (!held?.document) return 0
    const { doc, last } = held.document
    await tx
      .update(minutesDocuments)
      .set({ snapshot: Y.encodeStateAsUpdate(doc), snapshotUpto: last })
      .where(eq(minutesDocuments.meetingId, meetingId))
    return last
  })
  const gone = await database()
    .delete(minutesUpdates)
    .where(and(eq(minutesUpdates.meetingId, meetingId), lte(minutesUpdates.number, upto)))
    .returning({ number: minutesUpdates.number })
  return gone.length
}
