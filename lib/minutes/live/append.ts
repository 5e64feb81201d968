import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesDocuments, minutesUpdates } from "@/db/schema/live-minutes"
import { liveChannel } from "./channel"

/** One change to a shared document, and who brought it; null for the portal itself. */
export type Update = { authorId: string | null; bytes: Uint8Array }

/**
 * Step: puts changes behind number `last` of a document that the caller holds, and tells every server
 * with the commit. Returns the newest number and the instant of writing.
 */
export async function appendUpdates(
  tx: Transaction,
  meetingId: string,
  last: number,
  updates: readonly Update[],
): Promise<{ last: number; at: Date }> {
  const rows = updates.map(({ authorId, bytes }, place) => ({
    meetingId,
    number: last + place + 1,
    update: bytes,
    authorId,
  }))
  await tx.insert(minutesUpdates).values(rows)
  const newest = last + rows.length
  const [written] = await tx
    .update(minutesDocuments)
    .set({ last: newest, changedAt: sql`clock_timestamp()` })
    .where(eq(minutesDocuments.meetingId, meetingId))
    .returning({ at: minutesDocuments.changedAt })
  if (!written) throw new Error(`Minutes ${meetingId} have no shared document`)
  await tx.execute(sql`select pg_notify(${liveChannel}, ${`${meetingId}:${newest}`})`)
  return { last: newest, at: written.at }
}
