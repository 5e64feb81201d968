import { and, desc, eq, isNotNull, sql } from "drizzle-orm"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { agendaItems, meetingFormerNumbers, meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { isNewest } from "@/lib/record/newest-version"
import { openRows } from "@/lib/record/open-content"
import { agendaTree, readAgenda } from "./agenda"
import { type AnnouncedMeeting, announce, type PlannedItem, plannedItem } from "./announced"
import { calendarMeeting, nextEnd, type PublicCalendar } from "./public-calendar"

// A draft from the archive was never announced: it becomes public with its report or not at all.
export const announced = and(
  isNotNull(meetings.number),
  isNotNull(meetings.startsAt),
  eq(meetings.fromArchive, false),
  sql`not exists (select from ${reports} where ${reports.meetingId} = ${meetings.id})`,
)

export const shown = {
  number: meetings.number,
  title: meetings.title,
  startsAt: meetings.startsAt,
  minutes: meetings.minutes,
  place: meetings.place,
  cancelledAt: meetings.cancelledAt,
}

/** Calls of a group that have no published report, the latest first. */
export async function listAnnouncedMeetings(slug: string): Promise<AnnouncedMeeting[]> {
  const rows = await database()
    .select(shown)
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(and(eq(groups.slug, slug), announced))
    .orderBy(desc(meetings.startsAt))
  return rows.flatMap((row) => announce(row, now()))
}

/**
 * One announced call with its planned agenda, while it is still to come; a cancelled one without.
 * Null when there is none, when it has a report, and from its end on: then it is the minutes' business.
 */
export async function findAnnouncedMeeting(
  slug: string,
  number: number,
): Promise<(AnnouncedMeeting & { agenda: PlannedItem[] }) | null> {
  const [row] = await database()
    .select({ id: meetings.id, ...shown })
    .from(meetings)
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .where(and(eq(groups.slug, slug), eq(meetings.number, number), announced))
  const [meeting] = row ? announce(row, now()) : []
  if (!row || !meeting || meeting.state === "held") return null
  if (meeting.state === "cancelled") return { ...meeting, agenda: [] }
  const { id, parentId, position, title, minutes } = agendaItems
  const items = await database()
    .select({ id, parentId, position, title, minutes })
    .from(agendaItems)
    .where(eq(agendaItems.meetingId, row.id))
  const known = items.map((item) => ({ ...item, presenter: "", coverage: null }))
  return { ...meeting, agenda: agendaTree(readAgenda(known)).map(plannedItem) }
}

/**
 * The number under which a meeting stands in public today, asked with one that it once had: that of its
 * newest report, where there is one.
 */
export async function findRenumbered(slug: string, number: number): Promise<number | null> {
  const [row] = await database()
    .select({
      number: sql<number | null>`coalesce((select ${reports.number} from ${reports}
        where ${reports.meetingId} = ${meetings.id} order by ${reports.version} desc limit 1), ${meetings.number})`,
    })
    .from(meetingFormerNumbers)
    .innerJoin(groups, eq(groups.id, meetingFormerNumbers.groupId))
    .innerJoin(meetings, eq(meetings.id, meetingFormerNumbers.meetingId))
    .where(and(eq(groups.slug, slug), eq(meetingFormerNumbers.number, number)))
  return row?.number === number ? null : (row?.number ?? null)
}

// What is published says of a meeting what its report says; a draft corrected since stays inside.
const published = sql<{
  number: number
  title: string
  startsAt: string
  minutes: number | null
  place: string
} | null>`
  ${reports.content} -> 'meeting'`
const language = sql<string>`coalesce(${reports.content} ->> 'language', 'en')`
const titlesOf = ({ published }: { published: { title: string; place: string } | null }) =>
  published ? [published.title, published.place] : []
// The call itself no longer tells the number that was freed.
const numberFreed = sql<boolean>`exists (select from ${events} where ${events.subjectType} = 'meeting'
  and ${events.subjectId} = ${meetings.id}::text and ${events.name} = 'meeting.cancelled'
  and ${events.data} ->> 'number' is not null)`
/** Every meeting that a group has announced or published, by start; null when there is no such group. */
export async function findPublicCalendar(slug: string): Promise<PublicCalendar | null> {
  const [group] = await database()
    .select({ slug: groups.slug, shortName: groups.shortName, name: groups.name, id: groups.id })
    .from(groups)
    .where(eq(groups.slug, slug))
  if (!group) return null
  const rows = await database()
    .select({
      ...shown,
      id: meetings.id,
      fromArchive: meetings.fromArchive,
      numberFreed,
      revision: meetings.revision,
      changedAt: meetings.changedAt,
      published,
      publishedAt: reports.publishedAt,
      reportId: reports.id,
      language,
    })
    .from(meetings)
    .leftJoin(reports, and(eq(reports.meetingId, meetings.id), isNewest))
    .where(eq(meetings.groupId, group.id))
  const { id: _, ...named } = group
  const opened = await openRows(database(), rows, titlesOf, (row, open) => ({
    ...row,
    published: row.published && {
      ...row.published,
      title: open(row.published.title),
      place: open(row.published.place),
    },
  }))
  const entries = opened.flatMap((row) => calendarMeeting(row, now()))
  entries.sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
  return { group: named, meetings: entries, origin: env().origin, until: nextEnd(entries, now()) }
}
