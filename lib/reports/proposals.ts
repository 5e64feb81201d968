import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Reader, Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { publicationProposals } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { keptId, keptName } from "@/lib/people/kept"
import { type Actor, personOf } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { publishMinutesInput } from "./input"

type Input = z.output<typeof publishMinutesInput>

/** A co-chair's proposal to publish exactly what `input` says, which waits for another co-chair. */
export type OpenProposal = {
  id: string
  input: Input
  proposedBy: string
  by: string
  proposedAt: Date
}

/** The proposal to publish that is open for a meeting, or null. Does not authorize. */
export async function findOpenProposal(
  reader: Reader,
  meetingId: string,
): Promise<OpenProposal | null> {
  const [found] = await reader
    .select({ proposal: publicationProposals, by: keptName, proposedBy: keptId })
    .from(publicationProposals)
    .innerJoin(people, eq(people.id, publicationProposals.proposedBy))
    .where(
      and(
        ...[eq(publicationProposals.meetingId, meetingId), isOpen],
        eq(publicationProposals.deed, "publish"),
      ),
    )
  if (!found) return null
  const { proposal, by, proposedBy } = found
  const { id, proposedAt, input } = proposal
  return { id, proposedBy, proposedAt, by, input: publishMinutesInput.parse(input) }
}

/** Neither done nor taken back. */
export const isOpen = and(
  isNull(publicationProposals.droppedAt),
  isNull(publicationProposals.reportId),
)

/** How many co-chairs a group asks for before a report is published. Does not authorize. */
export async function publishersOf(reader: Reader, groupId: string): Promise<number> {
  const [group] = await reader
    .select({ publishers: groups.publishers })
    .from(groups)
    .where(eq(groups.id, groupId))
  return group?.publishers ?? 1
}

/**
 * Step: where the group asks for two, looks that another co-chair proposed exactly this: revision, facts,
 * language and reasons. Resolves to the proposal, or null where one is enough. The caller holds the meeting.
 */
export async function takeProposal(
  tx: Transaction,
  actor: Actor,
  { id: meetingId, groupId }: LockedMeeting,
  input: Input,
): Promise<OpenProposal | null> {
  if ((await publishersOf(tx, groupId)) < 2) return null
  const proposal = await findOpenProposal(tx, meetingId)
  if (!proposal) throw new Refusal("conflict", "proposal.needed")
  if (proposal.proposedBy === personOf(actor)) throw new Refusal("conflict", "proposal.own")
  if (!isSame(proposal.input, input))
    throw new Refusal("conflict", "proposal.stale", { by: proposal.by })
  return proposal
}

/** Whether two forms publish the same: order of reasons and reasons that are empty make no difference. */
export function isSame(one: Input, other: Input): boolean {
  const said = ({ revision, version, beside, language, overrides }: Input) =>
    JSON.stringify([
      revision,
      version,
      beside,
      language,
      overrides
        .filter(({ reason }) => reason !== "")
        .map(({ key, reason }) => [key, reason])
        .sort(),
    ])
  return said(one) === said(other)
}

/** Step: the proposal became a version; one that was not needed any more is dropped, whatever it would do. */
export async function closeProposal(
  tx: Transaction,
  proposal: { id: string } | null,
  {
    meetingId,
    reportId,
    actor,
    at,
  }: { meetingId: string; reportId: string; actor: Actor; at: Date },
): Promise<void> {
  const end = proposal ? { reportId } : { droppedAt: at, droppedBy: personOf(actor) }
  await tx
    .update(publicationProposals)
    .set(end)
    .where(and(eq(publicationProposals.meetingId, meetingId), isOpen))
}

/** Step: takes an open proposal back, to publish or to withdraw. Resolves to whether there was one. The caller holds the meeting. */
export async function dropOpenProposal(
  tx: Transaction,
  actor: Actor,
  { id: meetingId, groupId, number }: LockedMeeting,
  at: Date,
): Promise<boolean> {
  const [dropped] = await tx
    .update(publicationProposals)
    .set({ droppedAt: at, droppedBy: personOf(actor) })
    .where(and(eq(publicationProposals.meetingId, meetingId), isOpen))
    .returning()
  if (!dropped) return false
  const { version = 1 } = dropped.input as { version?: number }
  await record(tx, {
    name: "report.proposalDropped",
    actor,
    groupId,
    subject: { type: "meeting", id: meetingId },
    // A withdrawal names the version that it would take back.
    data: { number, version: dropped.deed === "withdraw" ? version + 1 : version },
  })
  return true
}
