import { and, eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import type { Reader, Transaction } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { people } from "@/db/schema/people"
import { archiveProposals } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { keptId, keptName } from "@/lib/people/kept"
import { type Actor, personOf } from "@/lib/platform/actor"
import { notFound, Refusal } from "@/lib/platform/errors"
import { publishersOf } from "@/lib/reports/proposals"
import { chosenReport, publishArchiveInput, tickOf } from "./input"

type Input = z.output<typeof publishArchiveInput>

/** What is stored of a form: it was read once, and is no text any more. */
const stored = z.object({
  groupId: z.uuid(),
  // Before a tick said what stands beside the text, a proposal is of nothing that stands now.
  reports: z.array(chosenReport.extend({ beside: z.string().default("") })),
  language: z.enum(["en", "fr"]),
  reason: z.string(),
  reasons: publishArchiveInput.shape.reasons,
})

/** A co-chair's proposal to publish these reports of the past, which waits for another co-chair. */
export type OpenArchiveProposal = { id: string; input: Input; proposedBy: string; by: string }

const isOpen = and(isNull(archiveProposals.droppedAt), isNull(archiveProposals.publicationId))

/** Step: whoever publishes or proposes from a group's archive meanwhile waits. Resolves to the group's slug. */
export async function holdArchive(tx: Transaction, groupId: string): Promise<{ slug: string }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`archive ${groupId}`}, 0))`)
  const [group] = await tx.select({ slug: groups.slug }).from(groups).where(eq(groups.id, groupId))
  if (!group) throw notFound()
  return group
}

/** The proposal that is open for a group's archive, or null. Does not authorize. */
export async function findArchiveProposal(
  reader: Reader,
  groupId: string,
): Promise<OpenArchiveProposal | null> {
  const { id, input, proposedBy } = archiveProposals
  const [found] = await reader
    .select({ id, input, proposedBy: keptId, by: keptName })
    .from(archiveProposals)
    .innerJoin(people, eq(people.id, proposedBy))
    .where(and(eq(archiveProposals.groupId, groupId), isOpen))
  return found ? { ...found, input: stored.parse(found.input) } : null
}

/**
 * Step: where the group asks for two, looks that another co-chair proposed exactly these reports. Resolves to
 * the proposal, or null where one is enough. The caller holds the archive.
 */
export async function takeArchiveProposal(
  tx: Transaction,
  actor: Actor,
  input: Input,
): Promise<OpenArchiveProposal | null> {
  if ((await publishersOf(tx, input.groupId)) < 2) return null
  const proposal = await findArchiveProposal(tx, input.groupId)
  if (!proposal) throw new Refusal("conflict", "proposal.neededForArchive")
  if (proposal.proposedBy === personOf(actor)) throw new Refusal("conflict", "proposal.own")
  if (!isSameArchive(proposal.input, input))
    throw new Refusal("conflict", "proposal.staleArchive", { by: proposal.by })
  return proposal
}

/** Whether two forms publish the same reports alike; their order says nothing. */
export function isSameArchive(one: Input, other: Input): boolean {
  const said = ({ reports, language, reason, reasons = [] }: Input) => {
    const own = reasons.flatMap((each) => (each.reason ? [`${each.meetingId} ${each.reason}`] : []))
    return JSON.stringify([language, reason, own.sort(), reports.map(tickOf).sort()])
  }
  return said(one) === said(other)
}

/** Step: the proposal was done; one that was not needed any more is dropped. */
export async function closeArchiveProposal(
  tx: Transaction,
  proposal: OpenArchiveProposal | null,
  {
    groupId,
    publicationId,
    actor,
    at,
  }: { groupId: string; publicationId: string; actor: Actor; at: Date },
): Promise<void> {
  const end = proposal ? { publicationId } : { droppedAt: at, droppedBy: personOf(actor) }
  await tx
    .update(archiveProposals)
    .set(end)
    .where(and(eq(archiveProposals.groupId, groupId), isOpen))
}

/** Step: takes an open proposal back. Resolves to whether there was one. The caller holds the archive. */
export async function dropOpenArchiveProposal(
  tx: Transaction,
  actor: Actor,
  groupId: string,
  at: Date,
): Promise<boolean> {
  const [dropped] = await tx
    .update(archiveProposals)
    .set({ droppedAt: at, droppedBy: personOf(actor) })
    .where(and(eq(archiveProposals.groupId, groupId), isOpen))
    .returning()
  if (!dropped) return false
  await record(tx, {
    name: "archive.proposalDropped",
    actor,
    groupId,
    subject: { type: "archive", id: dropped.id },
    data: { reports: stored.parse(dropped.input).reports.length },
  })
  return true
}
