import type { z } from "zod"
import { archiveProposals } from "@/db/schema/reports"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { publishersOf } from "@/lib/reports/proposals"
import type { publishArchiveInput } from "./input"
import {
  dropOpenArchiveProposal,
  findArchiveProposal,
  holdArchive,
  isSameArchive,
} from "./proposals"
import { readyReports } from "./ready-reports"

/**
 * Proposes to publish the chosen reports of the past together, where the group asks for two co-chairs; another
 * one publishes them. Refuses what `publishArchive` would refuse, a group in which one is enough, and with
 * `conflict` a second proposal while another co-chair's of the same reports is open.
 */
export async function proposeArchive(
  actor: Actor,
  input: z.output<typeof publishArchiveInput>,
): Promise<{ slug: string }> {
  return transaction(async (tx) => {
    const { groupId } = input
    authorize(actor, "archive.publish", { groupId })
    const { slug } = await holdArchive(tx, groupId)
    const proposedAt = now()
    await readyReports(tx, input, proposedAt)
    if ((await publishersOf(tx, groupId)) < 2) throw new Refusal("conflict", "proposal.notNeeded")
    const proposedBy = personOf(actor)
    if (!proposedBy) throw new Refusal("forbidden", "forbidden")
    const open = await findArchiveProposal(tx, groupId)
    if (open && open.proposedBy !== proposedBy && isSameArchive(open.input, input))
      throw new Refusal("conflict", "proposal.isOpen", { by: open.by })
    await dropOpenArchiveProposal(tx, actor, groupId, proposedAt)
    const [proposal] = await tx
      .insert(archiveProposals)
      .values({ groupId, input, proposedBy, proposedAt })
      .returning({ id: archiveProposals.id })
    if (!proposal) throw new Error("A proposal was not written")
    await record(tx, {
      name: "archive.proposed",
      actor,
      groupId,
      subject: { type: "archive", id: proposal.id },
      data: { reports: input.reports.length },
    })
    return { slug }
  })
}
