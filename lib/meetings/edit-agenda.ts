import type { z } from "zod"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import type { AgendaItem } from "./agenda"
import { agendaNow } from "./agenda-now"
import type { editAgendaInput } from "./input"
import { refuseWritten } from "./keep-written"
import { lockMeeting } from "./lock"
import { requireOpen } from "./open-to-change"
import { staleRefusal } from "./stale"
import { writeAgenda } from "./write-agenda"

/**
 * Replaces the agenda of a meeting, whole. Resolves to the items with ids and labels and the new
 * revision. A form that showed an older revision is refused with what stands (`Stale<AgendaItem[]>`);
 * so is an agenda without an item under which something is written in the minutes.
 */
export async function editAgenda(
  actor: Actor,
  input: z.output<typeof editAgendaInput>,
): Promise<{ items: AgendaItem[]; revision: number }> {
  const { meetingId, revision, items: rows } = input
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, meetingId)
    const { groupId, noteTakerId, number, agendaRevision } = meeting
    authorize(actor, "agenda.edit", { groupId, noteTakerId })
    await requireOpen(tx, actor, meeting)
    const current = await agendaNow(tx, meetingId)
    if (agendaRevision !== revision)
      throw await staleRefusal(tx, meetingId, "agenda", { revision: agendaRevision, current })
    const kept = new Set(rows.map(({ id }) => id))
    await refuseWritten(
      tx,
      meetingId,
      current.filter(({ id }) => !kept.has(id)),
    )
    const items = await writeAgenda(tx, meetingId, rows)
    await record(tx, {
      name: "agenda.edited",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: { number, items: items.length },
      publicChange: meeting.fromArchive ? [] : [meeting.slug],
    })
    return { items, revision: revision + 1 }
  })
}
