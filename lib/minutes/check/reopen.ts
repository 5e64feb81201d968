import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { checkDismissals } from "@/db/schema/checks"
import { record } from "@/lib/activity/record"
import { lockMeeting } from "@/lib/meetings/lock"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { oneFindingInput } from "./input"

/** Opens a finding again that somebody has left. One that nobody has left stays as it is. */
export async function reopenFinding(
  actor: Actor,
  { meetingId, key }: z.output<typeof oneFindingInput>,
): Promise<void> {
  return transaction(async (tx) => {
    const { groupId, noteTakerId, number } = await lockMeeting(tx, meetingId)
    authorize(actor, "minutes.edit", { groupId, noteTakerId })
    const [taken] = await tx
      .delete(checkDismissals)
      .where(and(eq(checkDismissals.meetingId, meetingId), eq(checkDismissals.key, key)))
      .returning({ rule: checkDismissals.rule })
    if (!taken) return
    await record(tx, {
      name: "finding.reopened",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, rule: taken.rule },
    })
  })
}
