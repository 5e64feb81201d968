import { and, desc, eq, type SQL, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { attendance, meetingOffices, meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import { reports } from "@/db/schema/reports"
import { now } from "@/lib/platform/clock"
import { type MeetingState, meetingState } from "./status"

/** A meeting as a list shows it. */
export type MeetingLine = {
  id: string
  number: number | null
  title: string
  startsAt: Date | null
  zone: string
  state: MeetingState
  /** The newest published version, null when there is none. */
  version: number | null
  chairs: string[]
  present: number
}

const chairs = sql<string[]>`coalesce((
  select array_agg(${people.name} order by ${meetingOffices.position})
  from ${meetingOffices} join ${people} on ${people.id} = ${meetingOffices.personId}
  where ${meetingOffices.meetingId} = ${meetings.id} and ${meetingOffices.kind} = 'chair'), '{}')`
const present = sql<number>`(select count(*)::int from ${attendance}
  where ${attendance.meetingId} = ${meetings.id} and ${attendance.kind} = 'present')`
const version = sql<number | null>`(select max(${reports.version}) from ${reports}
  where ${reports.meetingId} = ${meetings.id})`

/** The year of the start, in UTC. */
export const startYear = sql<
  number | null
>`extract(year from ${meetings.startsAt} at time zone 'UTC')::int`

/** The meetings of a group that fit, the latest first, those without a start before them. */
export async function meetingLines(
  reader: Reader,
  groupId: string,
  fits?: SQL,
): Promise<MeetingLine[]> {
  const rows = await reader
    .select({
      id: meetings.id,
      number: meetings.number,
      title: meetings.title,
      startsAt: meetings.startsAt,
      zone: meetings.zone,
      minutes: meetings.minutes,
      fromArchive: meetings.fromArchive,
      cancelledAt: meetings.cancelledAt,
      version,
      chairs,
      present,
    })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(and(eq(groups.id, groupId), fits))
    .orderBy(sql`${meetings.startsAt} desc nulls first`, desc(meetings.number), meetings.createdAt)
  return rows.map(({ minutes, fromArchive, cancelledAt, ...row }) => ({
    ...row,
    state: meetingState({ ...row, minutes, fromArchive, cancelledAt }, now()),
  }))
}
