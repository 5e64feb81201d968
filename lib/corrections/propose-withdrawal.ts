import type { z } from "zod"
import { publicationProposals } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { dropOpenProposal, publishersOf } from "@/lib/reports/proposals"
import type { withdrawReportInput } from "./input"
import { findOpenWithdrawal, isSameWithdrawal, requireWithdrawable } from "./withdrawals"

/**
 * Proposes to withdraw a report, where the group asks for two co-chairs; another one withdraws it. Refuses
 * what `withdrawReport` would refuse, a group in which one is enough, and with `conflict` a second proposal
 * while another co-chair's for the same reason is open.
 */
export async function proposeWithdrawal(
  actor: Actor,
  input: z.output<typeof withdrawReportInput>,
): Promise<{ slug: string; meetingId: string }> {
  return transaction(async (tx) => {
    const held = await lockMeeting(tx, input.meetingId)
    const { id: meetingId, groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const newest = await requireWithdrawable(tx, held, input.version)
    if ((await publishersOf(tx, groupId)) < 2) throw new Refusal("conflict", "proposal.notNeeded")
    const proposedBy = personOf(actor)
    if (!proposedBy) throw new Refusal("forbidden", "forbidden")
    const open = await findOpenWithdrawal(tx, meetingId)
    if (open && open.proposedBy !== proposedBy && isSameWithdrawal(open.input, input))
      throw new Refusal("conflict", "proposal.isOpen", { by: open.by })
    const proposedAt = now()
    // A proposal of another reason is put better by this one.
    await dropOpenProposal(tx, actor, held, proposedAt)
    await tx.insert(publicationProposals).values({
      ...{ groupId, meetingId, deed: "withdraw", input, proposedBy, proposedAt },
      revision: newest.minutesRevision,
    })
    await record(tx, {
      name: "report.withdrawalProposed",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number: newest.content.meeting.number, version: input.version },
    })
    return { slug, meetingId }
  })
}
