import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { missingDocuments } from "@/db/schema/backlinks"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { lackForActor } from "@/lib/meetings/open-to-change"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findReportFacts } from "@/lib/reports/state-queries"
import { stateOf } from "@/lib/reports/status"
import type { fillMissingInput } from "./input"
import { addressOf, type Filled, linkInMinutes } from "./link-filled"

type Missing = typeof missingDocuments.$inferSelect

/**
 * Puts a document of the group, or an address elsewhere, where a text speaks of one that nobody had put
 * there. The links of that name in a document lead to it from now on, also where it is published; in
 * minutes the placeholder becomes a link, now or (`waits`) when closed minutes open again. One that was
 * filled may be filled otherwise.
 */
export async function fillMissing(
  actor: Actor,
  { missingId, documentId, href }: z.output<typeof fillMissingInput>,
): Promise<{ group: string; label: string; waits: boolean }> {
  return transaction(async (tx) => {
    const { missing, slug } = await findMissing(tx, missingId)
    const { groupId, label, meetingId, documentId: spokenIn } = missing
    authorize(actor, "document.edit", { groupId })
    const address = documentId ? await addressOf(tx, groupId, documentId) : href
    if (address === null)
      throw new Refusal("invalid", "fields", {}, { documentId: "documents.fillOne" })
    // Minutes are held before the row, in the order in which a save of them goes.
    const waits = meetingId ? !(await linkIfOpen(tx, actor, meetingId, { label, address })) : false
    await tx
      .update(missingDocuments)
      .set({
        filledDocumentId: documentId,
        filledHref: documentId ? null : href,
        filledBy: personOf(actor),
        filledAt: now(),
      })
      .where(eq(missingDocuments.id, missingId))
    await record(tx, {
      name: "document.missingFilled",
      actor,
      groupId,
      subject: spokenIn
        ? { type: "document", id: spokenIn }
        : { type: "meeting", id: meetingId ?? "" },
      data: { label },
      publicChange: [slug],
    })
    return { group: slug, label, waits }
  })
}

async function findMissing(
  tx: Transaction,
  missingId: string,
): Promise<{ missing: Missing; slug: string }> {
  const [found] = await tx
    .select({ missing: missingDocuments, slug: groups.slug })
    .from(missingDocuments)
    .innerJoin(groups, eq(groups.id, missingDocuments.groupId))
    .where(eq(missingDocuments.id, missingId))
  if (!found) throw notFound()
  return found
}

/**
 * Whether the words are links now: closed minutes keep theirs, until they are opened again. A correction is
 * open to whoever fills, though the text is not theirs to change: it would be published without the link.
 */
async function linkIfOpen(
  tx: Transaction,
  actor: Actor,
  meetingId: string,
  filled: Filled,
): Promise<boolean> {
  const meeting = await lockMeeting(tx, meetingId)
  const state = stateOf(await findReportFacts(tx, meetingId))
  if (state !== "correcting" && lackForActor(actor, { ...meeting, state })) return false
  await linkInMinutes(tx, actor, meeting, [filled])
  return true
}
