import type { Transaction } from "@/db/client"
import type { Passages } from "@/lib/comments/anchors/passages"
import { transaction } from "@/lib/platform/database"
import { appendUpdates, type Update } from "./append"
import { keepTextPlaces } from "./keep-places"
import type { LiveText } from "./kind"
import { lockState } from "./lock"
import { updatesSince } from "./stored"
import { noteWriters, type Written } from "./writers"

/** What one server wants kept: changes in their order, and the rows that have to follow the text. */
export type Batch = {
  updates: Update[]
  written: (Written & { authorId: string | null })[]
  writeRows: (tx: Transaction) => Promise<void>
}

/** The text as a server has it in memory. */
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
 * rows that follow from the text, in one transaction. Resolves when it is committed; what was taken is
 * not kept when it rejects.
 */
export async function keepUpdates(text: LiveText, held: Held): Promise<{ last: number; at: Date }> {
  return transaction(async (tx) => {
    const stored = await lockState(tx, text)
    if (stored === null) throw new Error(`A text has no shared state: ${text.kind.name} ${text.id}`)
    if (stored > held.seen) held.catchUp((await updatesSince(tx, text, held.seen)).updates)
    const { updates, written, writeRows } = held.take()
    await noteWriters(tx, text, written)
    await writeRows(tx)
    const kept = await appendUpdates(tx, text, stored, updates)
    await keepTextPlaces(tx, text, held.passages)
    return kept
  })
}
