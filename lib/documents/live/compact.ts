import { dropFolded, foldState } from "@/lib/live/compact"
import { database, transaction } from "@/lib/platform/database"
import { holdText } from "../hold-text"
import { sharedText } from "./kind"

/**
 * Folds all that was written into the snapshot, and then lets the single changes go: they are deleted
 * only after the snapshot that holds them was committed. What was written since the last revision is
 * made one first. Resolves to how many changes went.
 */
export async function compactDocumentText(documentId: string): Promise<number> {
  const text = sharedText(documentId)
  await transaction(async (tx) => {
    const { state } = await holdText(tx, documentId)
    if (state) await foldState(tx, text, state)
  })
  return dropFolded(database(), text)
}
