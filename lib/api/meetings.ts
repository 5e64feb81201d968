import { and, desc, eq, getTableColumns, lt, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { meetings } from "@/db/schema/meetings"
import { reports } from "@/db/schema/reports"
import { nextChange } from "@/lib/meetings/announced"
import { announced } from "@/lib/meetings/public-queries"
import { endOf } from "@/lib/meetings/status"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { isNewest } from "@/lib/record/newest-version"
import { openRows } from "@/lib/record/open-content"
import { reportPath } from "@/lib/reports/addresses"
import {
  type Asked,
  address,
  type Endpoint,
  firstOf,
  instant,
  numberCursor,
  pageOf,
} from "./endpoint"
import { findGroupId } from "./groups"

const meeting = z.object({
  number: z.int().min(1),
  title: z.string(),
  startsAt: instant,
  endsAt: instant.meta({ description: "As planned; an hour after the start where nothing is." }),
  place: z.string(),
  state: z.enum(["planned", "held", "cancelled", "published"]),
  version: z.int().min(1).nullable().describe("Of the newest summary; null before the first."),
  publishedAt: instant.nullable(),
  links: z.object({
    self: address,
    page: address.nullable(),
    versions: address.nullable(),
  }),
})

/** What is published of a meeting says what its report says; a draft corrected since stays inside. */
const published = sql<{
  title: string
  startsAt: string
  minutes: number | null
  place: string
} | null>`${reports.content} -> 'meeting'`

/** A corrected number counts from the version on that was published with it. */
const publicNumber = sql<number>`coalesce(${reports.number}, ${meetings.number})`

async function listMeetings(groupId: string, limit: number, more?: SQL) {
  const { title, startsAt, minutes, place, cancelledAt } = getTableColumns(meetings)
  const rows = await database()
    .select({
      ...{ title, startsAt, minutes, place, cancelledAt, published },
      number: publicNumber,
      reportId: reports.id,
      language: sql<string>`coalesce(${reports.content} ->> 'language', '')`,
      version: reports.version,
      publishedAt: reports.publishedAt,
    })
    .from(meetings)
    .leftJoin(reports, and(eq(reports.meetingId, meetings.id), isNewest))
    .where(and(eq(meetings.groupId, groupId), or(sql`${reports.id} is not null`, announced), more))
    .orderBy(desc(publicNumber))
    .limit(limit)
  const opened = await openRows(
    database(),
    rows,
    ({ published }) => (published ? [published.title, published.place] : []),
    ({ published, ...row }, open) => ({
      ...row,
      published: published && {
        ...published,
        title: open(published.title),
        place: open(published.place),
      },
    }),
  )
  return opened.flatMap(({ published, ...row }) => {
    const facts = published ?? row
    const starts = facts.startsAt && new Date(facts.startsAt)
    if (!starts) return []
    return { ...row, ...facts, number: row.number, startsAt: starts }
  })
}

type Row = Awaited<ReturnType<typeof listMeetings>>[number]

function shown(row: Row, { group, page, api }: Asked) {
  const endsAt = endOf(row.startsAt, row.minutes)
  const after = row.cancelledAt ? "cancelled" : now() < endsAt ? "planned" : "held"
  const state: z.infer<typeof meeting>["state"] = row.version ? "published" : after
  const self = api(`/groups/${group}/meetings/${row.number}`)
  return {
    ...row,
    endsAt,
    state,
    links: {
      self,
      page: state === "held" ? null : page(reportPath(group, row.number)),
      versions: row.version ? `${self}/versions` : null,
    },
  }
}

export const meetingEndpoints: Endpoint[] = [
  {
    path: "/groups/{group}/meetings",
    id: "listMeetings",
    summary: "Meetings that a group has announced or published, the highest number first.",
    name: "Meetings",
    answer: pageOf(meeting),
    cursor: numberCursor,
    find: async (asked) => {
      const groupId = await findGroupId(asked)
      if (!groupId) return null
      const from = asked.after ? lt(publicNumber, Number(asked.after[0])) : undefined
      const rows = await listMeetings(groupId, asked.limit + 1, from)
      const { items, after } = firstOf(rows, asked.limit, ({ number }) => [number])
      const calls = items.map((row) => shown(row, asked))
      return { items: calls, after, until: nextChange(calls.flatMap(unpublished)) }
    },
  },
  {
    path: "/groups/{group}/meetings/{number}",
    id: "getMeeting",
    summary: "One meeting: when and where it is or was, and its newest summary.",
    name: "Meeting",
    answer: meeting,
    find: async (asked) => {
      const groupId = await findGroupId(asked)
      if (!groupId) return null
      const [row] = await listMeetings(groupId, 1, eq(publicNumber, asked.number))
      if (!row) return findMoved(asked, groupId)
      const thing = shown(row, asked)
      return { thing, until: nextChange(unpublished(thing)) }
    },
  },
]

/** Where a meeting is now that once had the number asked for; null when none had. */
async function findMoved(asked: Asked, groupId: string): Promise<{ moved: string } | null> {
  const [row] = await database()
    .select({ number: reports.number })
    .from(reports)
    .where(and(eq(reports.groupId, groupId), isNewest, bore(asked.number)))
  if (!row || row.number === asked.number) return null
  return { moved: asked.api(`/groups/${asked.group}/meetings/${row.number}`) }
}

/** Versions of the meeting of which one was published under a number. */
export const bore = (number: number): SQL =>
  sql`${reports.meetingId} in (select bore.meeting_id from reports bore
    where bore.group_id = ${reports.groupId} and bore.number = ${number})`

function unpublished(call: ReturnType<typeof shown>) {
  const { state } = call
  return state === "published" ? [] : [{ ...call, state }]
}
