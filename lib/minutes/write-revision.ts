import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import type { MinutesText } from "./model"

export type NewRevision = {
  meetingId: string
  text: MinutesText
  authorId: string | null
  note?: string
}

export type WrittenRevision = { revision: number; savedAt: Date }

/** The database's own clock at the moment of writing, not at the beginning of the transaction. */
const atThisMoment = sql`clock_timestamp()`

/**
 * Step: the first revision of the minutes of a meeting. Does not authorize. The caller holds the
 * meeting, and has looked that there are no minutes yet.
 */
export async function beginMinutes(
  tx: Transaction,
  { meetingId, text, authorId, note = "" }: NewRevision,
): Promise<WrittenRevision> {
  await tx.insert(minutes).values({ meetingId, revision: 1 })
  const [row] = await tx
    .insert(minutesRevisions)
    .values({ meetingId, number: 1, text, authorId, note, savedAt: atThisMoment })
    .returning({ savedAt: minutesRevisions.savedAt })
  if (!row) throw new Error("A first revision was not written")
  return { revision: 1, savedAt: row.savedAt }
}

/** Step: the revision after `from`, which the pointer then names. The caller holds the minutes. */
export async function addRevision(
  tx: Transaction,
  from: number,
  { meetingId, text, authorId, note = "" }: NewRevision,
): Promise<WrittenRevision> {
  const revision = from + 1
  const [row] = await tx
    .insert(minutesRevisions)
    .values({ meetingId, number: revision, text, authorId, note, savedAt: atThisMoment })
    .returning({ savedAt: minutesRevisions.savedAt })
  if (!row) throw new Error("A revision was not written")
  await tx.update(minutes).set({ revision }).where(eq(minutes.meetingId, meetingId))
  return { revision, savedAt: row.savedAt }
}
