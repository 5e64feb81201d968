import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { markSeatInput } from "./input"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"
import { writeSeat } from "./write-seat"

/** Marks one person as present, with regrets or with written input; null takes the mark away. */
export async function markSeat(
  actor: Actor,
  { meetingId, personId, kind }: z.output<typeof markSeatInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "attendance.record", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const seated = await writeSeat(tx, meeting, { personId, kind })
    await record(tx, {
      name: "attendance.marked",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, person: seated.personId, name: seated.name, kind: kind ?? "none" },
    })
  })
}
