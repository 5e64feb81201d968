import { desc, eq, sql } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

export type MeetingPart =
  | "present"
  | "regrets"
  | "written"
  | "chair"
  | "host"
  | "moderator"
  | "notes"

export type MeetingOfPerson = {
  id: string
  slug: string
  group: string
  number: number | null
  startsAt: Date | null
  /** As what the person stands in the meeting. */
  parts: { part: MeetingPart; capacity: string }[]
}

/** All meetings at which a person is recorded, the newest first. For the secretariat. */
export async function listMeetingsOf(actor: Actor, personId: string): Promise<MeetingOfPerson[]> {
  authorize(actor, "person.see")
  const told = database()
    .select({
      meetingId: attendance.meetingId,
      part: sql<MeetingPart>`${attendance.kind}::text`.as("part"),
      capacity: attendance.capacity,
    })
    .from(attendance)
    .where(eq(attendance.personId, personId))
    .unionAll(
      database()
        .select({
          meetingId: meetingOffices.meetingId,
          part: sql<MeetingPart>`${meetingOffices.kind}::text`.as("part"),
          capacity: meetingOffices.capacity,
        })
        .from(meetingOffices)
        .where(eq(meetingOffices.personId, personId)),
    )
    .unionAll(
      database()
        .select({
          meetingId: meetings.id,
          part: sql<MeetingPart>`'notes'`.as("part"),
          capacity: sql<string>`''`.as("capacity"),
        })
        .from(meetings)
        .where(eq(meetings.noteTakerId, personId)),
    )
    .as("told")
  const rows = await database()
    .select({
      id: meetings.id,
      slug: groups.slug,
      group: groups.shortName,
      number: meetings.number,
      startsAt: meetings.startsAt,
      part: told.part,
      capacity: told.capacity,
    })
    .from(told)
    .innerJoin(meetings, eq(meetings.id, told.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .orderBy(desc(meetings.startsAt), desc(meetings.number), told.part)
  const found = new Map<string, MeetingOfPerson>()
  for (const { part, capacity, ...meeting } of rows) {
    const one = found.get(meeting.id) ?? { ...meeting, parts: [] }
    one.parts.push({ part, capacity })
    found.set(meeting.id, one)
  }
  return [...found.values()]
}
