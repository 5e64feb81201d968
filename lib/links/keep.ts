import { and, eq, inArray, isNotNull, isNull, notInArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { backlinks, missingDocuments, publishedLinks } from "@/db/schema/backlinks"
import { now } from "@/lib/platform/clock"
import { holdLinks } from "./hold-links"
import { resolveSpoken } from "./resolve"
import type { Speaker, Spoken } from "./spoken"
import { type LinkTable, makeEqual } from "./write-links"

type TextSpeaker = Exclude<Speaker, { rowId: string }>

/**
 * Step: makes what is kept of the links of a text equal to the text, in the transaction that saves it:
 * what it speaks of, and which documents are missing in it. A missing one that left the text keeps its
 * row. One that comes back in a document leads again to what it was filled with; in minutes, where
 * filling makes a link of it, it is open again, unless `keepFilled` is around the change.
 */
export async function keepLinks(
  tx: Transaction,
  speaker: TextSpeaker,
  spoken: readonly Spoken[],
): Promise<void> {
  await holdLinks(tx, speaker.meetingId ?? speaker.documentId)
  await keepOfText(tx, backlinks, speaker, spoken)
  await keepMissing(tx, speaker, spoken)
}

/**
 * Step: makes what is known of the links of a published text equal to its newest public version,
 * read under `holdLinks`. Returns whether that changed anything.
 */
export async function keepPublished(
  tx: Transaction,
  speaker: TextSpeaker,
  spoken: readonly Spoken[],
): Promise<boolean> {
  return keepOfText(tx, publishedLinks, speaker, spoken)
}

async function keepOfText(
  tx: Transaction,
  table: LinkTable,
  { groupId, meetingId, documentId }: TextSpeaker,
  spoken: readonly Spoken[],
): Promise<boolean> {
  const mine = meetingId
    ? eq(table.fromMeetingId, meetingId)
    : eq(table.fromDocumentId, documentId ?? "")
  const [targets = []] = await resolveSpoken(tx, groupId, [spoken])
  const from = { fromMeetingId: meetingId ?? null, fromDocumentId: documentId ?? null }
  return makeEqual(tx, table, {
    groupId,
    standing: await tx.select().from(table).where(mine),
    wanted: targets
      .filter(({ targetId }) => targetId !== meetingId && targetId !== documentId)
      .map((target) => ({ ...from, fromRowId: null, ...target })),
  })
}

const unfilled = { filledDocumentId: null, filledHref: null, filledBy: null, filledAt: null }

async function keepMissing(
  tx: Transaction,
  { groupId, meetingId, documentId }: TextSpeaker,
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
    .set({ goneAt: null, ...(meetingId ? unfilled : {}) })
    .where(and(mine, isNotNull(goneAt), inArray(label, labels)))
  const from = { groupId, meetingId: meetingId ?? null, documentId: documentId ?? null }
  await tx
    .insert(missingDocuments)
    .values(labels.map((each) => ({ ...from, label: each })))
    .onConflictDoNothing()
}
