import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { nextChange } from "@/lib/meetings/announced"
import { listAnnouncedMeetings } from "@/lib/meetings/public-queries"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { isNewest } from "@/lib/record/newest-version"
import { namesOf, openContents, openRows, openValue, openVersion } from "@/lib/record/open-content"
import { findEntry } from "@/lib/record/public-queries"
import type { ReportContent, ReportCorrection, ReportWithdrawal } from "./model"
import type { Neighbour, ReportSetting, VersionLine } from "./setting"

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
  /** Whether the newest version takes the report back. */
  withdrawn: boolean
}

/**
 * A published version, the newest where none is named. Null when there is no such version, and when the
 * newest one bears another number: then `findRenumbered` leads there.
 */
export async function findPublishedReport(
  slug: string,
  number: number,
  version?: number,
): Promise<PublishedReport | null> {
  const rows = await versionsOf(slug, number)
  const stored = version ? rows.find((row) => row.version === version) : rows[0]
  if (!stored || rows[0]?.number !== number) return null
  const report = await openVersion(database(), {
    id: stored.id,
    content: await contentOf(stored.id),
  })
  const { origin } = env()
  const [versions, around, entry] = await Promise.all([
    openLinesOf(rows),
    findNeighbours(slug, number),
    findEntry(stored.id),
  ])
  return { report, setting: { origin, versions, sha256: stored.sha256, entry, ...around } }
}

/** All versions of the report of which one stands or stood under a number, the newest first. */
async function versionsOf(slug: string, number: number) {
  const bearer = alias(reports, "bearer")
  const bearers = database()
    .select({ meetingId: bearer.meetingId })
    .from(bearer)
    .innerJoin(groups, eq(groups.id, bearer.groupId))
    .where(and(eq(groups.slug, slug), eq(bearer.number, number)))
  return database()
    .select({
      id: reports.id,
      number: reports.number,
      version: reports.version,
      publishedAt: reports.publishedAt,
      sha256: reports.sha256,
      language: sql<string>`coalesce(${reports.content} ->> 'language', 'en')`,
      correction: sql<ReportCorrection | null>`${reports.content} -> 'correction'`,
      withdrawal: sql<ReportWithdrawal | null>`${reports.content} -> 'withdrawal'`,
    })
    .from(reports)
    .where(inArray(reports.meetingId, bearers))
    .orderBy(desc(reports.version))
}

/** What the versions say of themselves, with the names that stand in it. */
async function openLinesOf(rows: Awaited<ReturnType<typeof versionsOf>>): Promise<VersionLine[]> {
  const telling = rows.filter(({ correction, withdrawal }) => correction ?? withdrawal)
  const names = await namesOf(
    database(),
    telling.map(({ id }) => id),
  )
  return rows.map(({ id, version, publishedAt, language, correction, withdrawal }) => {
    const open = <Value>(sealed: Value) => openValue(sealed, names.get(id) ?? new Map(), language)
    const said = { correction: open(correction ?? null), withdrawal: open(withdrawal ?? null) }
    return { version, publishedAt, ...said }
  })
}

async function contentOf(id: string): Promise<unknown> {
  const [row] = await database()
    .select({ content: reports.content })
    .from(reports)
    .where(eq(reports.id, id))
  return row?.content
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
          isNewest,
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
  withdrawn: sql<boolean>`coalesce(jsonb_typeof(${reports.content} -> 'withdrawal') = 'object', false)`,
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

/** The newest version of every report of a group, by start, the latest first. */
export async function listPublishedReports(slug: string): Promise<PublishedLine[]> {
  const rows = await database()
    .select(line)
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), isNewest))
    .orderBy(desc(startsAt))
  return openLines(rows)
}

/** The latest meetings of all groups that have a report; `limit` lines. */
export async function listNewReports(limit: number): Promise<PublishedLine[]> {
  const rows = await database()
    .select(line)
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(isNewest)
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
    .where(and(eq(groups.slug, slug), isNewest))
    .orderBy(desc(startsAt))
    .limit(limit)
  return openContents(database(), rows)
}
