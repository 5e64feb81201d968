import { and, desc, eq, inArray, sql } from "drizzle-orm"
import * as Y from "yjs"
import type { Reader, Transaction } from "@/db/client"
import { minutesWriters } from "@/db/schema/live-minutes"
import type { AuthorOf } from "./read-document"

/** What is new from one device: its client number, and the clock from which on. */
export type Written = { clientId: number; fromClock: number }

/** What `update` brings that a document in `state` does not have yet, by device. */
export function writtenIn(update: Uint8Array, state: ReadonlyMap<number, number>): Written[] {
  const { from, to } = Y.parseUpdateMeta(update)
  return [...to].flatMap(([clientId, end]) => {
    const known = state.get(clientId) ?? 0
    return end > known ? [{ clientId, fromClock: Math.max(known, from.get(clientId) ?? 0) }] : []
  })
}

/** Step: notes who brought what devices wrote, where it is not the one who brought what came before. */
export async function noteWriters(
  tx: Transaction,
  meetingId: string,
  written: readonly (Written & { authorId: string | null })[],
): Promise<void> {
  if (written.length === 0) return
  const ids = [...new Set(written.map(({ clientId }) => clientId))]
  const known = await tx
    .selectDistinctOn([minutesWriters.clientId])
    .from(minutesWriters)
    .where(and(eq(minutesWriters.meetingId, meetingId), inArray(minutesWriters.clientId, ids)))
    .orderBy(minutesWriters.clientId, desc(minutesWriters.fromClock))
  const latest = new Map(known.map(({ clientId, authorId }) => [clientId, authorId]))
  const rows = written.filter(({ clientId, authorId }) => {
    const isSame = latest.get(clientId) === authorId
    latest.set(clientId, authorId)
    return !isSame
  })
  if (rows.length === 0) return
  await tx
    .insert(minutesWriters)
    .values(rows.map((row) => ({ meetingId, ...row })))
    .onConflictDoUpdate({
      target: [minutesWriters.meetingId, minutesWriters.clientId, minutesWriters.fromClock],
      set: { authorId: sql`excluded.author_id` },
    })
}

/** Who wrote what, of all devices that ever wrote in the minutes of a meeting. */
export async function readAuthors(reader: Reader, meetingId: string): Promise<AuthorOf> {
  const rows = await reader
    .select()
    .from(minutesWriters)
    .where(eq(minutesWriters.meetingId, meetingId))
    .orderBy(minutesWriters.clientId, desc(minutesWriters.fromClock))
  const stretches = new Map<number, typeof rows>()
  for (const row of rows) stretches.set(row.clientId, [...(stretches.get(row.clientId) ?? []), row])
  return (client, clock) =>
    stretches.get(client)?.find(({ fromClock }) => fromClock <= clock)?.authorId ?? null
}
