import type { z } from "zod"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { dropProposalInput } from "./input"
import { dropOpenProposal } from "./proposals"

/** Takes the proposal to publish or withdraw a report back, one's own or another co-chair's. `conflict` when none is open. */
export async function dropProposal(
  actor: Actor,
  { meetingId }: z.output<typeof dropProposalInput>,
): Promise<{ slug: string; meetingId: string }> {
  return transaction(async (tx) => {
    const held = await lockMeeting(tx, meetingId)
    authorize(actor, "report.publish", { groupId: held.groupId })
    if (!(await dropOpenProposal(tx, actor, held, now())))
      throw new Refusal("conflict", "proposal.needed")
    return { slug: held.slug, meetingId }
  })
}
