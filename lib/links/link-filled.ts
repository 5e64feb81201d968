import { and, eq, isNotNull, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { missingDocuments } from "@/db/schema/backlinks"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { record } from "@/lib/activity/record"
import { documentPath } from "@/lib/documents/addresses"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { keepText } from "@/lib/minutes/keep-text"
import { linkPlaceholders } from "@/lib/minutes/link-placeholders"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import type { Actor } from "@/lib/platform/actor"
import { env } from "@/lib/platform/env"

/** A placeholder by its words, and where it leads now. */
export type Filled = { label: string; address: string }

/**
 * Step: what was filled while the minutes of a held meeting were closed becomes links, now that they are
 * open. Does not authorize.
 */
export async function linkFilled(
  tx: Transaction,
  actor: Actor,
  meeting: LockedMeeting,
): Promise<void> {
  const rows = await tx
    .select({
      label: missingDocuments.label,
      documentId: missingDocuments.filledDocumentId,
      href: missingDocuments.filledHref,
    })
    .from(missingDocuments)
    .where(
      and(
        eq(missingDocuments.meetingId, meeting.id),
        isNull(missingDocuments.goneAt),
        isNotNull(missingDocuments.filledAt),
      ),
    )
    .orderBy(missingDocuments.label)
  const filled: Filled[] = []
  for (const { label, documentId, href } of rows) {
    const address = documentId ? await addressOf(tx, meeting.groupId, documentId) : href
    if (address) filled.push({ label, address })
  }
  if (filled.length > 0) await linkInMinutes(tx, actor, meeting, filled)
}

/** Step: the words of minutes become links, as a revision of their own. */
export async function linkInMinutes(
  tx: Transaction,
  actor: Actor,
  meeting: LockedMeeting,
  filled: readonly Filled[],
): Promise<void> {
  const current = await lockMinutesIfAny(tx, meeting.id)
  if (!current) return
  const text = filled.reduce(
    (linked, { label, address }) => linkPlaceholders(linked, label, address),
    current.text,
  )
  const { revision, isNew } = await keepText(tx, actor, meeting.id, current, text)
  if (!isNew) return
  await record(tx, {
    name: "minutes.saved",
    actor,
    groupId: meeting.groupId,
    subject: { type: "meeting", id: meeting.id },
    data: { number: meeting.number, revision },
  })
}

/**
 * Where a document of the group is read in public. Before it has a public version its address is made of
 * its id, which leads there from that day on and tells nobody its title. Null for a document that the group
 * does not have.
 */
export async function addressOf(
  tx: Transaction,
  groupId: string,
  documentId: string,
): Promise<string | null> {
  const [document] = await tx
    .select({
      group: groups.slug,
      slug: documents.slug,
      isPublic: sql<boolean>`count(${documentPublications.versionId}) > 0`,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .leftJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .leftJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(documents.groupId, groupId), eq(documents.id, documentId)))
    .groupBy(documents.id, groups.slug)
  if (!document) return null
  const { group, slug, isPublic } = document
  return env().origin + documentPath(group, isPublic ? slug : documentId)
}
