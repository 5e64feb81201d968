import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { agendaAt, changeAgenda } from "./change-agenda"
import type { moveItemInput } from "./input"
import { lockMeeting } from "./lock"
import { canMove, moveRow } from "./moves"
import { requireOpen } from "./open-to-change"

/**
 * Moves an item of the agenda with all below it by one step. The text under it does not move: the
 * order of the sections follows the agenda. A step that cannot be taken changes nothing.
 */
export async function moveItem(
  actor: Actor,
  { meetingId, itemId, move }: z.output<typeof moveItemInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const { items, at, item } = await agendaAt(tx, meetingId, itemId)
    if (!canMove(items, at, move)) return
    const moved = await changeAgenda(tx, meetingId, moveRow(items, at, move).rows)
    const label = moved.find(({ id }) => id === itemId)?.label ?? ""
    await record(tx, {
      name: "agenda.itemMoved",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, title: item.title, label },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
  })
}
