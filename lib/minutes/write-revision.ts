import { eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutesContributors } from "@/db/schema/live-minutes"
import { meetings } from "@/db/schema/meetings"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { keepLinks } from "@/lib/links/keep"
import type { Authorship } from "./authorship"
import { writeBlocks } from "./live/blocks"
import type { MinutesText } from "./model"
import { speaksOf } from "./speaks-of"

export type NewRevision = {
  meetingId: string
  text: MinutesText
  authorId: string | null
  note?: string
  /** The newest change to the shared document that it holds, where there is one. */
  upto?: number
  /** Who wrote what; the author all of it, when left out. */
  authorship?: Authorship
  /** Who wrote since the revision before, besides the author. */
  contributors?: readonly string[]
}

export type WrittenRevision = { revision: number; savedAt: Date }

/**
 * Step: the first revision of the minutes of a meeting. Does not authorize. The caller holds the
 * meeting, and has looked that there are no minutes yet.
 */
export async function beginMinutes(tx: Transaction, first: NewRevision): Promise<WrittenRevision> {
  await tx.insert(minutes).values({ meetingId: first.meetingId, revision: 1 })
  const written = await writeRow(tx, 1, first)
  await writeBlocks(tx, first.meetingId, first.text.sections)
  return written
}

/**
 * Step: the revision after `from`, which the pointer then names. The caller holds the minutes, and
 * has the rows of the blocks written where the text is a new one.
 */
export async function addRevision(
  tx: Transaction,
  from: number,
  next: NewRevision,
): Promise<WrittenRevision> {
  const written = await writeRow(tx, from + 1, next)
  await tx
    .update(minutes)
    .set({ revision: written.revision })
    .where(eq(minutes.meetingId, next.meetingId))
  return written
}

async function writeRow(
  tx: Transaction,
  number: number,
  { meetingId, text, authorId, note = "", upto, authorship, contributors = [] }: NewRevision,
): Promise<WrittenRevision> {
  await keepLinks(tx, { groupId: await groupOf(tx, meetingId), meetingId }, speaksOf(text))
  const [row] = await tx
    .insert(minutesRevisions)
    .values({
      ...{ meetingId, number, text, authorId, note, upto, authorship },
      // The database's own clock at the moment of writing, not at the beginning of the transaction.
      savedAt: sql`clock_timestamp()`,
    })
    .returning({ savedAt: minutesRevisions.savedAt })
  if (!row) throw new Error("A revision was not written")
  if (contributors.length > 0) {
    const rows = contributors.map((personId) => ({ meetingId, number, personId }))
    await tx.insert(minutesContributors).values(rows)
  }
  return { revision: number, savedAt: row.savedAt }
}

async function groupOf(tx: Transaction, meetingId: string): Promise<string> {
  const [row] = await tx
    .select({ groupId: meetings.groupId })
    .from(meetings)
    .where(eq(meetings.id, meetingId))
  if (!row) throw new Error(`There is no meeting ${meetingId}`)
  return row.groupId
}
