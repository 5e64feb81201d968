import { dropFolded, foldState } from "@/lib/live/compact"
import { database, transaction } from "@/lib/platform/database"
import { lockMinutesIfAny } from "../lock"
import { minutesOf } from "./kind"

/**
 * Folds all that was written into the snapshot, and then lets the single changes go: they are deleted
 * only after the snapshot that holds them was committed. What was written since the last revision is
 * made one first, so that who wrote it stays known. Resolves to how many changes went.
 */
export async function compactDocument(meetingId: string): Promise<number> {
  const text = minutesOf(meetingId)
  await transaction(async (tx) => {
    const held = await lockMinutesIfAny(tx, meetingId)
    if (held?.document) await foldState(tx, text, held.document)
  })
  return dropFolded(database(), text)
}
