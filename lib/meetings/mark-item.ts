import { eq } from "drizzle-orm"
import type { z } from "zod"
import { agendaItems } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { agendaAt, touchAgenda } from "./change-agenda"
import type { markItemInput } from "./input"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"

/** Says what became of one item of the agenda; null takes it back. */
export async function markItem(
  actor: Actor,
  { meetingId, itemId, coverage }: z.output<typeof markItemInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const { item } = await agendaAt(tx, meetingId, itemId)
    if (item.coverage === coverage) return
    await tx.update(agendaItems).set({ coverage }).where(eq(agendaItems.id, itemId))
    await touchAgenda(tx, meetingId)
    await record(tx, {
      name: "agenda.itemMarked",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, title: item.title, coverage: coverage ?? "none" },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
  })
}
