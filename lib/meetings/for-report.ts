import { asc, eq, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { notFound } from "@/lib/platform/errors"
import { groupedBy } from "@/lib/platform/grouped"
import { type AgendaNode, agendaTree } from "./agenda"
import { agendasNow } from "./agenda-now"
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
  const found = (await getMeetingsForReport(reader, [meetingId])).get(meetingId)
  if (!found) throw notFound()
  return found
}

/** The same for several meetings, by the meeting, however many in as many queries. Does not authorize. */
export async function getMeetingsForReport(
  reader: Reader,
  meetingIds: readonly string[],
): Promise<Map<string, MeetingForReport>> {
  const ids = [...meetingIds]
  const taker = alias(people, "taker")
  const found = await reader
    .select({
      meeting: meetings,
      group: { slug: groups.slug, shortName: groups.shortName, name: groups.name },
      takerName: taker.name,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .leftJoin(taker, eq(taker.id, meetings.noteTakerId))
    .where(inArray(meetings.id, ids))
  if (found.length === 0) return new Map()
  const offices = await reader
    .select({
      meetingId: meetingOffices.meetingId,
      kind: meetingOffices.kind,
      name: people.name,
      capacity: meetingOffices.capacity,
    })
    .from(meetingOffices)
    .innerJoin(people, eq(people.id, meetingOffices.personId))
    .where(inArray(meetingOffices.meetingId, ids))
    .orderBy(asc(meetingOffices.position))
  const listed = await reader
    .select({
      meetingId: attendance.meetingId,
      personId: attendance.personId,
      kind: attendance.kind,
      name: people.name,
      capacity: attendance.capacity,
    })
    .from(attendance)
    .innerJoin(people, eq(people.id, attendance.personId))
    .where(inArray(attendance.meetingId, ids))
    .orderBy(asc(attendance.position))
  const agendas = await agendasNow(reader, ids)
  const officesOf = groupedBy(offices, ({ meetingId }) => meetingId)
  const listedOf = groupedBy(listed, ({ meetingId }) => meetingId)
  return new Map(
    found.map(({ meeting, group, takerName }) => {
      const seats = listedOf.get(meeting.id) ?? []
      const asListed = seats.find(({ personId }) => personId === meeting.noteTakerId)
      return [
        meeting.id,
        {
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
          noteTaker:
            takerName === null ? null : { name: takerName, capacity: asListed?.capacity ?? "" },
          offices: (officesOf.get(meeting.id) ?? []).map(({ meetingId: _, ...each }) => each),
          agenda: agendaTree(agendas.get(meeting.id) ?? []),
          attendance: seats.map(({ meetingId: _, personId: __, ...each }) => each),
        },
      ]
    }),
  )
}

/** The ids of all items of a tree, in reading order. */
export function agendaIds(tree: readonly AgendaNode[]): string[] {
  return tree.flatMap((item) => [item.id, ...agendaIds(item.children)])
}
