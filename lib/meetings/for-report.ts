import { asc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { agendaItems, attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { notFound } from "@/lib/platform/errors"
import { type AgendaNode, agendaTree, readAgenda } from "./agenda"
import { besideOf } from "./beside"
import type { AttendanceKind, OfficeKind, ParticipantList } from "./model"

export type { AgendaNode } from "./agenda"

type Capable = { name: string; capacity: string }

/** Everything about a meeting that a report is made from, but the text of its minutes. No join link, no ids of people. */
export type MeetingForReport = {
  id: string
  group: { slug: string; shortName: string; name: string }
  number: number | null
  printedNumbers: string[]
  title: string
  startsAt: Date | null
  zone: string
  /** Length in minutes. */
  minutes: number | null
  place: string
  participantList: ParticipantList
  fromArchive: boolean
  nextMeetingText: string
  cancelledAt: Date | null
  /** Where facts, agenda and attendance stand: another one as soon as one of them changed. */
  beside: string
  /** With the capacity under which they stand in the attendance, "" when they do not. */
  noteTaker: Capable | null
  offices: (Capable & { kind: OfficeKind })[]
  agenda: AgendaNode[]
  attendance: (Capable & { kind: AttendanceKind })[]
}

/** A meeting as its report needs it; lists in their order. `not_found` when there is none. Does not authorize. */
export async function getMeetingForReport(
  reader: Reader,
  meetingId: string,
): Promise<MeetingForReport> {
  const taker = alias(people, "taker")
  const [found] = await reader
    .select({
      meeting: meetings,
      group: { slug: groups.slug, shortName: groups.shortName, name: groups.name },
      takerName: taker.name,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(taker, eq(taker.id, meetings.noteTakerId))
    .where(eq(meetings.id, meetingId))
  if (!found) throw notFound()
  const offices = await reader
    .select({ kind: meetingOffices.kind, name: people.name, capacity: meetingOffices.capacity })
    .from(meetingOffices)
    .innerJoin(people, eq(people.id, meetingOffices.personId))
    .where(eq(meetingOffices.meetingId, meetingId))
    .orderBy(asc(meetingOffices.position))
  const listed = await reader
    .select({
      personId: attendance.personId,
      kind: attendance.kind,
      name: people.name,
      capacity: attendance.capacity,
    })
    .from(attendance)
    .innerJoin(people, eq(people.id, attendance.personId))
    .where(eq(attendance.meetingId, meetingId))
    .orderBy(asc(attendance.position))
  const items = await reader.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId))
  const { meeting, group, takerName } = found
  const asListed = listed.find(({ personId }) => personId === meeting.noteTakerId)
  return {
    id: meeting.id,
    group,
    number: meeting.number,
    printedNumbers: meeting.printedNumbers,
    title: meeting.title,
    startsAt: meeting.startsAt,
    zone: meeting.zone,
    minutes: meeting.minutes,
    place: meeting.place,
    participantList: meeting.participantList,
    fromArchive: meeting.fromArchive,
    nextMeetingText: meeting.nextMeetingText,
    cancelledAt: meeting.cancelledAt,
    beside: besideOf(meeting),
    noteTaker: takerName === null ? null : { name: takerName, capacity: asListed?.capacity ?? "" },
    offices,
    agenda: agendaTree(readAgenda(items)),
    attendance: listed.map(({ personId: _, ...each }) => each),
  }
}

/** The ids of all items of a tree, in reading order. */
export function agendaIds(tree: readonly AgendaNode[]): string[] {
  return tree.flatMap((item) => [item.id, ...agendaIds(item.children)])
}
