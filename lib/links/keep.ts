import { and, eq, inArray, isNotNull, isNull, notInArray, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { backlinks, missingDocuments, publishedLinks } from "@/db/schema/backlinks"
import { now } from "@/lib/platform/clock"
import { resolveSpoken } from "./resolve"
import type { Speaker, Spoken } from "./spoken"

/**
 * Step: makes what is kept of the links of a text equal to the text, in the transaction that saves it:
 * what it speaks of, and which documents are missing in it. A missing one that left the text keeps its
 * row, and what it was filled with, for the day on which it comes back.
 */
export async function keepLinks(
  tx: Transaction,
  speaker: Speaker,
  spoken: readonly Spoken[],
): Promise<void> {
  await keepRows(tx, backlinks, speaker, spoken)
  await keepMissing(tx, speaker, spoken)
}

/**
 * Step: makes what is known of the links of a published text equal to its newest public version.
 * Returns whether that changed anything.
 */
export async function keepPublished(
  tx: Transaction,
  speaker: Speaker,
  spoken: readonly Spoken[],
): Promise<boolean> {
  return keepRows(tx, publishedLinks, speaker, spoken)
}

async function keepRows(
  tx: Transaction,
  table: typeof backlinks | typeof publishedLinks,
  speaker: Speaker,
  spoken: readonly Spoken[],
): Promise<boolean> {
  const { groupId, meetingId, documentId } = speaker
  const mine = meetingId
    ? eq(table.fromMeetingId, meetingId)
    : eq(table.fromDocumentId, documentId ?? "")
  const wanted = (await resolveSpoken(tx, groupId, spoken)).filter(
    ({ targetId }) => targetId !== meetingId && targetId !== documentId,
  )
  // A report may stand without minutes, whose row would be held: two who keep its links wait here.
  const key = `links of ${meetingId ?? documentId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
  const standing = await tx.select().from(table).where(mine)
  const isIn = (rows: readonly { target: string; targetId: string; words: string }[]) => {
    const keys = new Set(rows.map((row) => `${row.target} ${row.targetId} ${row.words}`))
    return (row: (typeof rows)[number]) => keys.has(`${row.target} ${row.targetId} ${row.words}`)
  }
  const gone = standing.filter((row) => !isIn(wanted)(row)).map(({ id }) => id)
  const added = wanted.filter((row) => !isIn(standing)(row))
  if (gone.length > 0) await tx.delete(table).where(inArray(table.id, gone))
  if (added.length === 0) return gone.length > 0
  const from = { groupId, fromMeetingId: meetingId ?? null, fromDocumentId: documentId ?? null }
  await tx.insert(table).values(added.map((row) => ({ ...from, ...row })))
  return true
}

async function keepMissing(
  tx: Transaction,
  { groupId, meetingId, documentId }: Speaker,
  spoken: readonly Spoken[],
): Promise<void> {
  const labels = [...new Set(spoken.flatMap((each) => (each.to === "missing" ? [each.label] : [])))]
  const mine = meetingId
    ? eq(missingDocuments.meetingId, meetingId)
    : eq(missingDocuments.documentId, documentId ?? "")
  const { label, goneAt } = missingDocuments
  await tx
    .update(missingDocuments)
    .set({ goneAt: now() })
    .where(and(mine, isNull(goneAt), labels.length > 0 ? notInArray(label, labels) : undefined))
  if (labels.length === 0) return
  await tx
    .update(missingDocuments)
    .set({ goneAt: null })
    .where(and(mine, isNotNull(goneAt), inArray(label, labels)))
  const from = { groupId, meetingId: meetingId ?? null, documentId: documentId ?? null }
  await tx
    .insert(missingDocuments)
    .values(labels.map((each) => ({ ...from, label: each })))
    .onConflictDoNothing()
}
