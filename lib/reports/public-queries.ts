import { and, asc, desc, eq, gt, lt, sql } from "drizzle-orm"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { nextChange } from "@/lib/meetings/announced"
import { listAnnouncedMeetings } from "@/lib/meetings/public-queries"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { openContents, openRows, openVersion } from "@/lib/record/open-content"
import { findEntry } from "@/lib/record/public-queries"
import type { ReportContent } from "./model"
import type { Neighbour, ReportSetting } from "./setting"

export interface PublishedReport {
  report: ReportContent
  setting: ReportSetting
}

/** A line of a list: the newest version of a meeting's report. */
export interface PublishedLine {
  slug: string
  groupShortName: string
  number: number
  title: string
  startsAt: Date
  version: number
  publishedAt: Date
  provenance: "written" | "archive"
  /** Titles of the agenda's first level, in the language of the report. */
  agenda: string[]
  language: string
  decisions: number
  actions: number
}

/** A published version, the newest where none is named; null when there is no such version. */
export async function findPublishedReport(
  slug: string,
  number: number,
  version?: number,
): Promise<PublishedReport | null> {
  const rows = await database()
    .select({ version: reports.version, publishedAt: reports.publishedAt })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), eq(reports.number, number)))
    .orderBy(desc(reports.version))
  const wanted = version ?? rows[0]?.version
  if (!rows.some((row) => row.version === wanted) || wanted === undefined) return null
  const [stored] = await database()
    .select({ id: reports.id, content: reports.content, sha256: reports.sha256 })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), eq(reports.number, number), eq(reports.version, wanted)))
  if (!stored) return null
  const report = await openVersion(database(), stored)
  const { origin } = env()
  const [around, entry] = [await findNeighbours(slug, number), await findEntry(stored.id)]
  return { report, setting: { origin, versions: rows, sha256: stored.sha256, entry, ...around } }
}

/** The meetings before and after a number that have a page: published ones, and calls to come. */
async function findNeighbours(
  slug: string,
  number: number,
): Promise<Pick<ReportSetting, "previous" | "next" | "until">> {
  const published = (side: "before" | "after") =>
    database()
      .select({ number: reports.number, startsAt })
      .from(reports)
      .innerJoin(groups, eq(groups.id, reports.groupId))
      .where(
        and(
          eq(groups.slug, slug),
          side === "before" ? lt(reports.number, number) : gt(reports.number, number),
        ),
      )
      .orderBy(
        side === "before" ? desc(reports.number) : asc(reports.number),
        desc(reports.version),
      )
      .limit(1)
  const [before, after, announced] = await Promise.all([
    published("before"),
    published("after"),
    listAnnouncedMeetings(slug),
  ])
  const known: Neighbour[] = [
    ...[...before, ...after].map((row) => ({ ...row, state: "published" as const })),
    ...announced.flatMap(({ number, startsAt, state }) =>
      state === "planned" ? [{ number, startsAt, state }] : [],
    ),
  ].sort((one, other) => one.number - other.number)
  return {
    previous: known.findLast((each) => each.number < number) ?? null,
    next: known.find((each) => each.number > number) ?? null,
    until: nextChange(announced),
  }
}

const startsAt = sql<Date>`(${reports.content} #>> '{meeting,startsAt}')::timestamptz`.mapWith(
  (value: string | Date) => new Date(value),
)
const counted = (type: "decision" | "action") =>
  sql<number>`jsonb_array_length(jsonb_path_query_array(${reports.content}, ${`$.sections[*].content[*] ? (@.type == "${type}")`}::jsonpath))`.mapWith(
    Number,
  )

const line = {
  reportId: reports.id,
  slug: groups.slug,
  groupShortName: groups.shortName,
  number: reports.number,
  title: sql<string>`${reports.content} #>> '{meeting,title}'`,
  startsAt,
  version: reports.version,
  publishedAt: reports.publishedAt,
  provenance: sql<"written" | "archive">`${reports.content} ->> 'provenance'`,
  agenda: sql<string[]>`jsonb_path_query_array(${reports.content}, '$.agenda[*].title')`,
  language: sql<string>`${reports.content} ->> 'language'`,
  decisions: counted("decision"),
  actions: counted("action"),
}

/** Lines with the names that stand in their titles. */
async function openLines(
  rows: readonly (PublishedLine & { reportId: string })[],
): Promise<PublishedLine[]> {
  const opened = await openRows(
    database(),
    rows,
    ({ title, agenda }) => [title, ...agenda],
    (row, open) => ({ ...row, title: open(row.title), agenda: row.agenda.map(open) }),
  )
  return opened.map(({ reportId: _, ...row }) => row)
}

const newest = sql`not exists (select from reports newer where newer.meeting_id = ${reports.meetingId} and newer.version > ${reports.version})`

/** The newest version of every report of a group, by start, the latest first. */
export async function listPublishedReports(slug: string): Promise<PublishedLine[]> {
  const rows = await database()
    .select(line)
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), newest))
    .orderBy(desc(startsAt))
  return openLines(rows)
}

/** The latest meetings of all groups that have a report; `limit` lines. */
export async function listNewReports(limit: number): Promise<PublishedLine[]> {
  const rows = await database()
    .select(line)
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(newest)
    .orderBy(desc(startsAt), asc(groups.slug))
    .limit(limit)
  return openLines(rows)
}

/** The records of the latest reports of a group, whole, for what is gathered from them. */
export async function listLatestRecords(slug: string, limit: number): Promise<ReportContent[]> {
  const rows = await database()
    .select({ id: reports.id, content: reports.content })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), newest))
    .orderBy(desc(startsAt))
    .limit(limit)
  return openContents(database(), rows)
}
