import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { dropArchiveProposalInput } from "./input"
import { dropOpenArchiveProposal, holdArchive } from "./proposals"

/** Takes the proposal to publish from the archive back, one's own or another co-chair's. `conflict` when none is open. */
export async function dropArchiveProposal(
  actor: Actor,
  { groupId }: z.output<typeof dropArchiveProposalInput>,
): Promise<{ slug: string }> {
  return transaction(async (tx) => {
    authorize(actor, "archive.publish", { groupId })
    const { slug } = await holdArchive(tx, groupId)
    if (!(await dropOpenArchiveProposal(tx, actor, groupId, now())))
      throw new Refusal("conflict", "proposal.neededForArchive")
    return { slug }
  })
}
