import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { seatByNameInput } from "./input"
import { lockMeeting } from "./lock"
import { namePeople } from "./name-people"
import { requireOpen } from "./open-to-change"
import { writeSeat } from "./write-seat"

/**
 * Marks somebody as present by name: whoever bears it in the register, or a newcomer, who is put
 * into the register first (asks for `person.add`). A name that several bear is refused.
 */
export async function seatByName(
  actor: Actor,
  { meetingId, name }: z.output<typeof seatByNameInput>,
): Promise<{ personId: string; name: string }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "attendance.record", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const row = { personId: null, name }
    const asked = { actor, groupId, noteTakerId, add: true, field: () => "name" }
    const [personId = ""] = await namePeople(tx, [row], asked)
    const seated = await writeSeat(tx, meeting, { personId, kind: "present" })
    await record(tx, {
      name: "attendance.marked",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, person: seated.personId, name: seated.name, kind: "present" },
    })
    return seated
  })
}
