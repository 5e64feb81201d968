import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { agendaItems } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { isEmptyDoc, sectionOf } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type AgendaItem, readAgenda } from "./agenda"
import type { editAgendaInput } from "./input"
import { lockMeeting } from "./lock"
import { staleRefusal } from "./stale"
import { editLack } from "./status"
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
    const lack = editLack(meeting)
    if (lack) throw new Refusal("conflict", lack)
    const current = readAgenda(
      await tx.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)),
    )
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

/** An item may go, its words may not: whoever removes it decides first where they belong. */
async function refuseWritten(
  tx: Transaction,
  meetingId: string,
  removed: readonly AgendaItem[],
): Promise<void> {
  if (removed.length === 0) return
  const text = (await getCurrentText(tx, meetingId))?.text
  const written = removed.find(({ id }) => text && !isEmptyDoc(sectionOf(text, id)))
  if (!written) return
  const { id, label, title } = written
  throw new Refusal("conflict", "meeting.agendaWritten", { label, title }, {}, { kept: id })
}
