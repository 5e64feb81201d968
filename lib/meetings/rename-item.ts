import { eq } from "drizzle-orm"
import type { z } from "zod"
import { agendaItems } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { placeAgendaThreads } from "@/lib/live/place-threads"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { agendaAt, touchAgenda } from "./change-agenda"
import type { renameItemInput } from "./input"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"

/** Gives an item of the agenda another title, and tells the threads on it. Its section in the minutes keeps its words. */
export async function renameItem(
  actor: Actor,
  { meetingId, itemId, title }: z.output<typeof renameItemInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const { item } = await agendaAt(tx, meetingId, itemId)
    if (item.title === title) return
    await tx.update(agendaItems).set({ title }).where(eq(agendaItems.id, itemId))
    await touchAgenda(tx, meetingId)
    await placeAgendaThreads(tx, meetingId)
    await record(tx, {
      name: "agenda.itemRenamed",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, title, before: item.title },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
  })
}
