import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { mappingRows, rowMeetings } from "@/db/schema/mapping"
import { agendaItems, meetings } from "@/db/schema/meetings"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { type HeldMapping, holdMapping } from "../hold"
import type { discussRowInput } from "./discussion-input"

/**
 * Notes that a meeting of the group spoke of a row, under one of its agenda items or as a whole. What
 * is noted already is not noted again. Refuses with `invalid`, at its field, a row or a meeting that is
 * not there, and with `conflict` a meeting that was cancelled.
 */
export async function discussRow(
  actor: Actor,
  { mappingId, row: number, meetingId, agendaItemId }: z.output<typeof discussRowInput>,
): Promise<{ id: string }> {
  return transaction(async (tx) => {
    const held = await holdMapping(tx, mappingId)
    authorize(actor, "mapping.edit", { groupId: held.groupId })
    const row = await findRow(tx, held, number)
    const meeting = await findMeeting(tx, held, meetingId, agendaItemId)
    const [known] = await tx
      .select({ id: rowMeetings.id })
      .from(rowMeetings)
      .where(
        and(
          eq(rowMeetings.rowId, row.id),
          eq(rowMeetings.meetingId, meetingId),
          agendaItemId === null
            ? isNull(rowMeetings.agendaItemId)
            : eq(rowMeetings.agendaItemId, agendaItemId),
          isNull(rowMeetings.removedAt),
        ),
      )
    if (known) return known
    const [link] = await tx
      .insert(rowMeetings)
      .values({ rowId: row.id, meetingId, agendaItemId, addedBy: personOf(actor) })
      .returning({ id: rowMeetings.id })
    if (!link) throw new Error("A discussion was not written")
    await record(tx, {
      name: "mapping.rowDiscussed",
      actor,
      groupId: held.groupId,
      subject: { type: "mapping", id: held.id },
      data: { mandate: held.mandate.title, row: number, number: meeting.number },
    })
    return link
  })
}

async function findRow(tx: Transaction, held: HeldMapping, number: number) {
  const [row] = await tx
    .select({ id: mappingRows.id })
    .from(mappingRows)
    .where(and(eq(mappingRows.mappingId, held.id), eq(mappingRows.number, number)))
  if (!row) throw new Refusal("invalid", "fields", { number }, { row: "mapping.noRow" })
  return row
}

async function findMeeting(
  tx: Transaction,
  held: HeldMapping,
  meetingId: string,
  agendaItemId: string | null,
) {
  const [meeting] = await tx
    .select({ number: meetings.number, cancelledAt: meetings.cancelledAt })
    .from(meetings)
    .where(and(eq(meetings.id, meetingId), eq(meetings.groupId, held.groupId)))
  if (!meeting) throw new Refusal("invalid", "fields", {}, { meetingId: "field.choice" })
  if (meeting.cancelledAt) throw new Refusal("conflict", "mapping.meetingCancelled")
  if (agendaItemId === null) return meeting
  const items = and(eq(agendaItems.id, agendaItemId), eq(agendaItems.meetingId, meetingId))
  if ((await tx.$count(agendaItems, items)) === 0)
    throw new Refusal("invalid", "fields", {}, { agendaItemId: "field.choice" })
  return meeting
}
