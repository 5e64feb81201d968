import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { agendaNow } from "./agenda-now"
import { agendaAt, changeAgenda } from "./change-agenda"
import { beforeClosing } from "./closing-item"
import type { addItemInput } from "./input"
import { lockMeeting } from "./lock"
import { addRow } from "./moves"
import { requireOpen } from "./open-to-change"
import type { WrittenRow } from "./write-agenda"

/**
 * Puts an item on the agenda: after a given one and all below it, on its level; without one before
 * the closing item. Resolves to its id, which is also that of its section in the minutes.
 */
export async function addItem(
  actor: Actor,
  { meetingId, after, title }: z.output<typeof addItemInput>,
): Promise<{ itemId: string }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const id = crypto.randomUUID()
    const row = { id, depth: 0, title, presenter: "", minutes: null, coverage: null }
    if (after) {
      const { items, at } = await agendaAt(tx, meetingId, after)
      await changeAgenda(tx, meetingId, addRow<WrittenRow>(items, row, at).rows)
    } else {
      const items = await agendaNow(tx, meetingId)
      const place = beforeClosing(items)
      await changeAgenda(tx, meetingId, [...items.slice(0, place), row, ...items.slice(place)])
    }
    await record(tx, {
      name: "agenda.itemAdded",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, title },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
    return { itemId: id }
  })
}
