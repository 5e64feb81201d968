import { and, eq, sql } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { missingDocuments } from "@/db/schema/backlinks"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { findLack } from "@/lib/meetings/open-to-change"
import { keepText } from "@/lib/minutes/keep-text"
import { linkPlaceholders } from "@/lib/minutes/link-placeholders"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { fillMissingInput } from "./input"

type Missing = typeof missingDocuments.$inferSelect

/**
 * Puts a document of the group, or an address elsewhere, where a text speaks of one that nobody had put
 * there. The links of that name in a document lead to it from now on, also where it is published; in
 * minutes the placeholder becomes a link. One that was filled may be filled otherwise.
 */
export async function fillMissing(
  actor: Actor,
  { missingId, documentId, href }: z.output<typeof fillMissingInput>,
): Promise<{ group: string; label: string }> {
  return transaction(async (tx) => {
    const { missing, slug } = await findMissing(tx, missingId)
    const { groupId, label, meetingId, documentId: spokenIn } = missing
    authorize(actor, "document.edit", { groupId })
    const address = documentId ? await addressOf(tx, groupId, slug, documentId) : href
    // Minutes are held before the row, in the order in which a save of them goes.
    if (meetingId) await linkInMinutes(tx, actor, meetingId, label, address)
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
    return { group: slug, label }
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

/** Where a document of the group is read: in public where it has a public version, else on the desk. */
async function addressOf(
  tx: Transaction,
  groupId: string,
  group: string,
  documentId: string,
): Promise<string> {
  const [document] = await tx
    .select({
      slug: documents.slug,
      isPublic: sql<boolean>`count(${documentPublications.versionId}) > 0`,
    })
    .from(documents)
    .leftJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .leftJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(documents.groupId, groupId), eq(documents.id, documentId)))
    .groupBy(documents.id)
  if (!document) throw new Refusal("invalid", "fields", {}, { documentId: "documents.fillOne" })
  const { slug, isPublic } = document
  return `${env().origin}${isPublic ? "" : "/desk"}/${group}/documents/${slug}`
}

/** The words of the minutes become a link, as a revision of their own. */
async function linkInMinutes(
  tx: Transaction,
  actor: Actor,
  meetingId: string,
  label: string,
  href: string,
): Promise<void> {
  const meeting = await lockMeeting(tx, meetingId)
  // Closed minutes keep their words: the placeholder becomes a link with the next correction.
  if (await findLack(tx, actor, meeting)) return
  const current = await lockMinutesIfAny(tx, meetingId)
  if (!current) return
  const text = linkPlaceholders(current.text, label, href)
  const { revision, isNew } = await keepText(tx, actor, meetingId, current, text)
  if (!isNew) return
  await record(tx, {
    name: "minutes.saved",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meetingId },
    data: { number: meeting.number, revision },
  })
}
