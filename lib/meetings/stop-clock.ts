import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { stopClockInput } from "./input"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"
import { endTurn, openTurn } from "./turns"

/** Stops the clock of a call; what was measured stays. One that stands already is left alone. */
export async function stopClock(
  actor: Actor,
  { meetingId }: z.output<typeof stopClockInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "meeting.clock", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    if (!(await openTurn(tx, meetingId))) return
    await endTurn(tx, meetingId)
    await record(tx, {
      name: "clock.stopped",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number },
    })
  })
}
