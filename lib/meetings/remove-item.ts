import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { agendaAt, changeAgenda } from "./change-agenda"
import type { oneItemInput } from "./input"
import { refuseWritten } from "./keep-written"
import { lockMeeting } from "./lock"
import { removeRow } from "./moves"
import { requireOpen } from "./open-to-change"
import { openTurn } from "./turns"

/**
 * Takes an item off the agenda; what stood below it moves a level out. Refuses one under which
 * something is written in the minutes, and the one at which the call is.
 */
export async function removeItem(
  actor: Actor,
  { meetingId, itemId }: z.output<typeof oneItemInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const { items, at, item } = await agendaAt(tx, meetingId, itemId)
    await refuseWritten(tx, meetingId, [item])
    if ((await openTurn(tx, meetingId))?.itemId === itemId)
      throw new Refusal("conflict", "meeting.itemRuns", { label: item.label, title: item.title })
    await changeAgenda(tx, meetingId, removeRow(items, at))
    await record(tx, {
      name: "agenda.itemRemoved",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, title: item.title },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
  })
}
