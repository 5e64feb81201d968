import { and, eq, min } from "drizzle-orm"
import { agendaTurns, meetings } from "@/db/schema/meetings"
import { findPeople } from "@/lib/people/find"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import type { Locale } from "@/lib/platform/locales"
import { authorize, can } from "@/lib/policy/can"
import { findQuoteMarks } from "@/lib/reviews/state-queries"
import { meetingNamed } from "./named"
import { nextPlanned } from "./next-planned"
import { findLack } from "./open-to-change"
import { rollSeats } from "./roll-seats"
import { roomAgenda } from "./room-agenda"
import type { Room, RoomGuest } from "./room-model"
import { listSeats } from "./seats"
import { openTurn } from "./turns"

/**
 * What stands beside the minutes of a meeting: agenda, clock and seats, for every member. `ref` is
 * the id of the meeting or its number. Refuses as `authorize` does; `not_found` when the group has no
 * such meeting.
 */
export async function getRoom(
  actor: Actor,
  groupId: string,
  ref: string,
  locale: Locale,
): Promise<Room> {
  authorize(actor, "minutes.read", { groupId })
  const meeting = await findMeeting(groupId, ref)
  const { id, noteTakerId, startsAt } = meeting
  const reader = database()
  const listed = await listSeats(reader, id)
  const [agenda, turn, [first], seats, next, lack, quotes] = await Promise.all([
    roomAgenda(reader, id),
    openTurn(reader, id),
    reader
      .select({ at: min(agendaTurns.startedAt) })
      .from(agendaTurns)
      .where(eq(agendaTurns.meetingId, id)),
    rollSeats(reader, { groupId, startsAt, listed, locale }),
    nextPlanned(reader, meeting),
    findLack(reader, actor, meeting),
    findQuoteMarks(reader, id),
  ])
  const open = lack === null
  const subject = { groupId, noteTakerId }
  const edits = open && can(actor, "agenda.edit", subject)
  return {
    meetingId: id,
    number: meeting.number,
    startsAt: startsAt?.toISOString() ?? null,
    zone: meeting.zone,
    minutes: meeting.minutes,
    readAt: now().toISOString(),
    beganAt: first?.at?.toISOString() ?? null,
    agenda,
    agendaRevision: meeting.agendaRevision,
    turn: turn && { itemId: turn.itemId, startedAt: turn.startedAt.toISOString() },
    seats,
    attendanceRevision: meeting.attendanceRevision,
    next: next && { ...next, startsAt: next.startsAt?.toISOString() ?? null },
    quotes,
    may: {
      agenda: edits,
      clock: open && can(actor, "meeting.clock", subject),
      attendance: open && can(actor, "attendance.record", subject),
      addPerson: open && can(actor, "person.add", subject),
      carry: meeting.cancelledAt === null && next !== null && can(actor, "agenda.edit", subject),
    },
  }
}

/** People of the register whose name or alias fits, for whoever looks for somebody without a seat. */
export async function findForRoom(
  actor: Actor,
  groupId: string,
  text: string,
): Promise<RoomGuest[]> {
  const found = await findPeople(actor, groupId, text)
  return found.map(({ id, name, affiliation }) => ({ personId: id, name, about: affiliation }))
}

async function findMeeting(groupId: string, ref: string): Promise<typeof meetings.$inferSelect> {
  const [meeting] = await database()
    .select()
    .from(meetings)
    .where(and(eq(meetings.groupId, groupId), meetingNamed(ref)))
  if (!meeting) throw notFound()
  return meeting
}
