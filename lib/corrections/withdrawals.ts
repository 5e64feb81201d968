import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import type { Reader, Transaction } from "@/db/client"
import { people } from "@/db/schema/people"
import { publicationProposals } from "@/db/schema/reviews"
import type { LockedMeeting } from "@/lib/meetings/lock"
import { keptId, keptName } from "@/lib/people/kept"
import { type Actor, personOf } from "@/lib/platform/actor"
import { Refusal } from "@/lib/platform/errors"
import { findNewestVersion, type NewestVersion } from "@/lib/reports/newest-version"
import { isOpen, publishersOf } from "@/lib/reports/proposals"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import { withdrawReportInput } from "./input"

type Input = z.output<typeof withdrawReportInput>

/** A co-chair's proposal to withdraw a report for a reason, which waits for another co-chair. */
export type OpenWithdrawal = { id: string; input: Input; proposedBy: string; by: string }

/** The proposal to withdraw a report that is open for a meeting, or null. Does not authorize. */
export async function findOpenWithdrawal(
  reader: Reader,
  meetingId: string,
): Promise<OpenWithdrawal | null> {
  const { id, input, proposedBy, deed } = publicationProposals
  const [found] = await reader
    .select({ id, input, proposedBy: keptId, by: keptName })
    .from(publicationProposals)
    .innerJoin(people, eq(people.id, proposedBy))
    .where(and(eq(publicationProposals.meetingId, meetingId), eq(deed, "withdraw"), isOpen))
  return found ? { ...found, input: withdrawReportInput.parse(found.input) } : null
}

/**
 * Step: the version that a form would withdraw. Refuses with `conflict` what is not published, is withdrawn
 * already, is being corrected, and another version than the form showed. The caller holds the meeting.
 */
export async function requireWithdrawable(
  tx: Transaction,
  { id: meetingId }: LockedMeeting,
  shown: number,
): Promise<NewestVersion> {
  const facts = await findReportFacts(tx, meetingId)
  const state = stateOf(facts)
  const newest = await findNewestVersion(tx, meetingId)
  if (!newest) throw new Refusal("conflict", "report.notPublished")
  if (state === "withdrawn") throw new Refusal("conflict", "correction.withdrawn")
  if (!mayMove(state, "withdraw")) throw new Refusal("conflict", "correction.isOpen")
  if (facts.versions !== shown)
    throw new Refusal("conflict", "correction.newer", { version: facts.versions })
  return newest
}

/**
 * Step: where the group asks for two, looks that another co-chair proposed to withdraw this version for this
 * reason. Resolves to the proposal, or null where one is enough. The caller holds the meeting.
 */
export async function takeWithdrawal(
  tx: Transaction,
  actor: Actor,
  { id: meetingId, groupId }: LockedMeeting,
  input: Input,
): Promise<OpenWithdrawal | null> {
  if ((await publishersOf(tx, groupId)) < 2) return null
  const proposal = await findOpenWithdrawal(tx, meetingId)
  if (!proposal) throw new Refusal("conflict", "proposal.neededToWithdraw")
  if (proposal.proposedBy === personOf(actor)) throw new Refusal("conflict", "proposal.own")
  if (!isSameWithdrawal(proposal.input, input))
    throw new Refusal("conflict", "proposal.staleWithdrawal", { by: proposal.by })
  return proposal
}

/** Whether two forms withdraw the same version for the same reason. */
export const isSameWithdrawal = (one: Input, other: Input): boolean =>
  one.version === other.version && one.reason === other.reason
