import { desc, eq } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { archiveProposals } from "@/db/schema/reports"
import { publicationProposals } from "@/db/schema/reviews"
import type { Events } from "@/lib/activity/events"
import { giveNotices } from "@/lib/notices/give"
import { coChairsOf } from "@/lib/notices/recipients"
import { transaction } from "@/lib/platform/database"
import { findMeeting } from "./find-meeting"
import { archiveHref, correctionHref, publishHref, settingsHref } from "./hrefs"

/** The other co-chairs are told that one of them proposes to publish or withdraw a report, and that it waits. */
export async function tellOfProposal(
  meetingId: string,
  { version }: Events["report.proposed"],
  proposedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await findMeeting(tx, meetingId)
    const { id, deed } = publicationProposals
    const [proposal] = await tx
      .select({ id, deed, by: people.name })
      .from(publicationProposals)
      .innerJoin(people, eq(people.id, publicationProposals.proposedBy))
      .where(eq(publicationProposals.meetingId, meetingId))
      .orderBy(desc(publicationProposals.proposedAt))
      .limit(1)
    if (!meeting || !proposal) return
    const href = proposal.deed === "withdraw" ? correctionHref : publishHref
    await giveNotices(tx, {
      kind: "publication-proposed",
      groupId: meeting.group.id,
      personIds: (await coChairsOf(tx, meeting.group.id)).filter((id) => id !== proposedBy),
      key: proposal.id,
      href: href(meeting.group.slug, meetingId),
      data: {
        ...{ number: meeting.number, title: meeting.title, by: proposal.by, version },
        deed: proposal.deed,
      },
      conversation: `review.${meetingId}`,
    })
  })
}

/** The other co-chairs are told that one of them proposes to publish reports of the past together. */
export async function tellOfArchiveProposal(
  proposalId: string,
  { reports }: Events["archive.proposed"],
  proposedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [proposal] = await tx
      .select({ groupId: groups.id, slug: groups.slug, by: people.name })
      .from(archiveProposals)
      .innerJoin(groups, eq(groups.id, archiveProposals.groupId))
      .innerJoin(people, eq(people.id, archiveProposals.proposedBy))
      .where(eq(archiveProposals.id, proposalId))
    if (!proposal) return
    const { groupId, slug, by } = proposal
    await giveNotices(tx, {
      kind: "publication-proposed",
      groupId,
      personIds: (await coChairsOf(tx, groupId)).filter((id) => id !== proposedBy),
      key: proposalId,
      href: archiveHref(slug),
      data: { number: null, title: "", by, version: 1, deed: "archive", reports },
      conversation: `archive.${groupId}`,
    })
  })
}

/** The other co-chairs are told that from now on it takes more of them to publish a report, or fewer. */
export async function tellOfPublishers(
  groupId: string,
  { from, to, revision }: Events["group.publishersChanged"],
  changedBy: string | null,
): Promise<void> {
  await transaction(async (tx) => {
    const [group] = await tx
      .select({ slug: groups.slug, title: groups.shortName })
      .from(groups)
      .where(eq(groups.id, groupId))
    if (!group) return
    const [person] = changedBy
      ? await tx.select({ name: people.name }).from(people).where(eq(people.id, changedBy))
      : []
    await giveNotices(tx, {
      kind: "publication-proposed",
      groupId,
      personIds: (await coChairsOf(tx, groupId)).filter((id) => id !== changedBy),
      key: `publishers.${groupId}.${revision}`,
      href: settingsHref(group.slug),
      data: {
        ...{ number: null, title: group.title, by: person?.name ?? group.title, version: 0 },
        ...{ deed: "rule", from, to },
      },
      conversation: `publishers.${groupId}`,
    })
  })
}
