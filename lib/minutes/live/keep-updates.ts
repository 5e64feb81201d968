import { keepPlaces } from "@/lib/comments/anchors/keep-places"
import type { Passages } from "@/lib/comments/anchors/passages"
import { transaction } from "@/lib/platform/database"
import type { SectionDoc, SectionId } from "../model"
import { appendUpdates, type Update } from "./append"
import { writeBlocks } from "./blocks"
import { lockDocument } from "./lock-document"
import { updatesSince } from "./stored"
import { noteWriters, type Written } from "./writers"

/** What one server wants kept: changes in their order, and what stands since in the sections they touched. */
export type Batch = {
  updates: Update[]
  written: (Written & { authorId: string | null })[]
  sections: Record<SectionId, SectionDoc>
}

/** The document as a server has it in memory. */
export type Held = {
  /** The newest number that it holds. */
  seen: number
  /** Where the threads on its passages stood when they were last kept. */
  passages: Passages
  /** Takes in what other servers wrote, before `take` is asked. */
  catchUp: (updates: readonly Uint8Array[]) => void
  /** Hands over all that waits, and what the text says with it, at one moment. */
  take: () => Batch
}

/**
 * Writes what waits in a server's memory behind all that is stored: changes, who brought them, and the
 * blocks of the record as they then stand, in one transaction. Resolves when it is committed; what was
 * taken is not kept when it rejects.
 */
export async function keepUpdates(
  meetingId: string,
  held: Held,
): Promise<{ last: number; at: Date }> {
  return transaction(async (tx) => {
    const stored = await lockDocument(tx, meetingId)
    if (stored === null) throw new Error(`Minutes ${meetingId} have no shared document`)
    if (stored > held.seen) held.catchUp((await updatesSince(tx, meetingId, held.seen)).updates)
    const { updates, written, sections } = held.take()
    await noteWriters(tx, meetingId, written)
    await writeBlocks(tx, meetingId, sections)
    const kept = await appendUpdates(tx, meetingId, stored, updates)
    await keepPlaces(tx, { kind: "minutes", meetingId }, held.passages)
    return kept
  })
}
