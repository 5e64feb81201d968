import type { z } from "zod"
import { publicationProposals } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { publishMinutesInput } from "./input"
import { prepareVersion } from "./prepare"
import { dropOpenProposal, findOpenProposal, isSame, publishersOf } from "./proposals"

/**
 * Proposes to publish exactly what the form showed, where the group asks for two co-chairs; another one
 * publishes it. Refuses what `publishMinutes` would refuse, a group in which one is enough, and with
 * `conflict` a second proposal while another co-chair's of the same text is open.
 */
export async function proposeReport(
  actor: Actor,
  input: z.output<typeof publishMinutesInput>,
): Promise<{ slug: string; meetingId: string }> {
  return transaction(async (tx) => {
    const held = await lockMeeting(tx, input.meetingId)
    const { id: meetingId, groupId, slug } = held
    authorize(actor, "report.publish", { groupId })
    const { ready, version, language } = await prepareVersion(tx, held, input)
    if ((await publishersOf(tx, groupId)) < 2) throw new Refusal("conflict", "proposal.notNeeded")
    const proposedBy = personOf(actor)
    if (!proposedBy) throw new Refusal("forbidden", "forbidden")
    const whole = { ...input, version, language, beside: ready.meeting.beside }
    const open = await findOpenProposal(tx, meetingId)
    if (open && open.proposedBy !== proposedBy && isSame(open.input, whole))
      throw new Refusal("conflict", "proposal.isOpen", { by: open.by })
    // A proposal of another text is stale, and one of one's own is put better.
    await dropOpenProposal(tx, actor, held, ready.at)
    await tx.insert(publicationProposals).values({
      groupId,
      meetingId,
      revision: input.revision,
      input: whole,
      proposedBy,
      proposedAt: ready.at,
    })
    await record(tx, {
      name: "report.proposed",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number: held.number, version },
    })
    return { slug, meetingId }
  })
}
