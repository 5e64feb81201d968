import { and, asc, eq, isNull, sql } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { annexActivities, editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappingAreas, mappingRows, mappings, rowMeetings } from "@/db/schema/mapping"
import { reports } from "@/db/schema/reports"
import { withoutRecords } from "@/lib/documents/without-records"
import { cellsOf, type StoredRow } from "@/lib/mapping/cells/row-cells"
import { type Activity, isOver } from "@/lib/mapping/model"
import { now } from "@/lib/platform/clock"
import { notFound } from "@/lib/platform/errors"
import { sha256Of } from "@/lib/record/canonical"
import { type Mentioned, mentionedIn } from "@/lib/record/seal"
import { isBackAmong, movingTo } from "./back-in-row"
import { type AnnexEntry, EDITION_SCHEMA, type EditionContent, type EditionRow } from "./model"
import { findToldInAnnex, type ToldInAnnex } from "./told-in-annex"

/** All of an edition but what freezing adds: its number, its time and its note. */
export type ComposedContent = Omit<EditionContent, "number" | "frozenAt" | "note">

/** A row whose activities of finished years would go to the annex, where entries with the ids `replaced` end. */
export type Move = { row: StoredRow; stay: Activity[]; go: Activity[]; replaced: string[] }

export type ComposedEdition = {
  /** The number that it would have. */
  number: number
  content: ComposedContent
  moves: Move[]
  /** What stands in the annex already and was written anew in its row, so that it leaves the annex. */
  back: AnnexEntry[]
  /** Who is mentioned in its texts, where they stand as words alone, and whom an earlier edition named in them. */
  mentioned: Mentioned[]
  /** A hash of number and content: two with one mark are the same edition. */
  mark: string
}

/**
 * Step: what an edition of a mapping would hold now. Rows that are not retired, in the order of the
 * table; activities whose years were all over when this year (UTC) began stand in the annex, with those
 * that earlier editions moved there. What is said of a retired row is what an edition said of it; the
 * words that it was left with were never shown. Nobody is named but in running text.
 */
export async function composeEdition(reader: Reader, mappingId: string): Promise<ComposedEdition> {
  const [front, areas, rows, annexed, meetings] = await readParts(reader, mappingId)
  if (!front) throw notFound()
  const year = now().getUTCFullYear()
  const number = front.newest + 1
  const slugs = new Map(areas.map(({ id, slug }) => [id, slug]))
  const areaOf = (row: StoredRow) => slugs.get(row.areaId) ?? ""
  const numbers = byRow(meetings)
  const current = rows.filter(({ retiredAt }) => !retiredAt)
  const before = byRow(annexed)
  const moves = current.flatMap((row) => moveOf(row, year, before.get(row.id) ?? []))
  const moving = new Map(moves.map((move) => [move.row.id, move]))
  const told = await findToldInAnnex(reader, mappingId, retiredIn(rows, before))
  const isArea = (area: string) => areas.some(({ slug }) => slug === area)
  // An area that an edition knew may have been removed since.
  const saidOf = (said?: ToldInAnnex) =>
    said && !isArea(said.area) ? { suggests: said.suggests } : said
  const content: ComposedContent = {
    schema: EDITION_SCHEMA,
    ...{ group: front.group, mandate: front.mandate, goal: front.goal, rule: front.rule },
    areas: areas.map(({ slug, title, crossCutting }) => ({ slug, title, crossCutting })),
    rows: current.map((row) => ({
      ...publishedRow(row, areaOf(row)),
      activities: moving.get(row.id)?.stay ?? cellsOf(row).activities,
      meetings: (numbers.get(row.id) ?? []).map((meeting) => meeting.number),
    })),
    annex: rows.flatMap((row): AnnexEntry[] =>
      [
        ...(before.get(row.id) ?? []).filter((one) => row.retiredAt || !isBack(row, one)),
        ...(moving.get(row.id)?.go ?? []).map((activity) => ({ activity, edition: number })),
      ]
        .sort(inOrder)
        .map(({ activity, edition }) => ({
          ...{ row: row.number, area: areaOf(row), suggests: row.suggests },
          ...(row.retiredAt ? saidOf(told.entries.get(`${row.number} ${activity.id}`)) : null),
          ...{ activity, edition },
        })),
    ),
  }
  const mentioned = [...told.mentioned, ...mentionedIn(current.map(({ synergies }) => synergies))]
  const back = current.flatMap((row) =>
    (before.get(row.id) ?? []).flatMap((entry): AnnexEntry[] =>
      isWrittenIn(row, entry)
        ? [{ row: row.number, area: areaOf(row), suggests: row.suggests, ...entry }]
        : [],
    ),
  )
  return { number, content, moves, back, mentioned, mark: sha256Of({ number, content }) }
}

/** The retired rows of which something stands in the annex. */
const retiredIn = (rows: readonly StoredRow[], annexed: ReadonlyMap<string, Annexed[]>) =>
  rows.filter(({ id, retiredAt }) => retiredAt && annexed.has(id)).map(({ number }) => number)

function byRow<One extends { rowId: string }>(all: readonly One[]): Map<string, One[]> {
  const rows = new Map<string, One[]>()
  for (const one of all) {
    const known = rows.get(one.rowId)
    if (known) known.push(one)
    else rows.set(one.rowId, [one])
  }
  return rows
}

const isBack = (row: StoredRow, { activity }: Annexed) =>
  isBackAmong(cellsOf(row).activities, activity)

/** Whether it is back in words alone, so that somebody may not know that it stands in the annex. */
const isWrittenIn = (row: StoredRow, entry: Annexed) =>
  isBack(row, entry) && cellsOf(row).activities.every(({ id }) => id !== entry.activity.id)

type Annexed = { activity: Activity; edition: number }

/** By the edition that moved them, then by their years. */
function inOrder(one: Annexed, other: Annexed): number {
  const key = ({ activity: { years, title, id } }: Annexed) => `${years.join(" ")} ${title} ${id}`
  return one.edition - other.edition || (key(one) < key(other) ? -1 : 1)
}

function moveOf(row: StoredRow, year: number, annexed: readonly Annexed[]): Move[] {
  const { activities } = cellsOf(row)
  const over = activities.filter((activity) => isOver(activity, year))
  if (over.length === 0) return []
  const annex = annexed.map(({ activity }) => activity)
  const stay = activities.filter((activity) => !over.includes(activity))
  return [{ row, ...movingTo(annex, activities, over), stay }]
}

function publishedRow(row: StoredRow, area: string): Omit<EditionRow, "activities" | "meetings"> {
  const { suggests, citation, synergies, scope, status, confirmed } = cellsOf(row)
  return {
    ...{ number: row.number, area, suggests, citation, scope: scope.scope, status, confirmed },
    synergies: withoutRecords(synergies),
    reason: scope.scope === "proposed" ? "" : scope.reason,
  }
}

function readParts(reader: Reader, mappingId: string) {
  const { slug, title, symbol, dated, link } = mandates
  return Promise.all([
    reader
      .select({
        group: { slug: groups.slug, shortName: groups.shortName, name: groups.name },
        mandate: { slug, title, symbol, dated, link },
        ...{ goal: mappings.goal, rule: mappings.rule },
        newest: sql<number>`(select coalesce(max(number), 0) from ${editions}
          where ${editions.mappingId} = ${mappings.id})::int`,
      })
      .from(mappings)
      .innerJoin(groups, eq(groups.id, mappings.groupId))
      .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
      .where(eq(mappings.id, mappingId))
      .then(([front]) => front),
    reader
      .select()
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, mappingId))
      .orderBy(asc(mappingAreas.position), asc(mappingAreas.slug)),
    reader
      .select({ row: mappingRows })
      .from(mappingRows)
      .innerJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
      .where(eq(mappingRows.mappingId, mappingId))
      .orderBy(
        ...[asc(mappingAreas.position), asc(mappingAreas.slug)],
        ...[asc(mappingRows.position), asc(mappingRows.number)],
      )
      .then((rows) => rows.map(({ row }) => row)),
    findAnnexed(reader, mappingId),
    findMeetings(reader, mappingId),
  ])
}

function findAnnexed(reader: Reader, mappingId: string) {
  return (
    reader
      .select({
        rowId: annexActivities.rowId,
        activity: sql<Activity>`${annexActivities.activity}`,
        edition: editions.number,
      })
      .from(editions)
      .innerJoin(annexActivities, eq(annexActivities.editionId, editions.id))
      .where(and(eq(editions.mappingId, mappingId), isNull(annexActivities.returnedAt)))
      // Of several that one takes the place of, the first keeps its name: which that is must not depend on a plan.
      .orderBy(asc(editions.number), sql`${annexActivities.activity} ->> 'id'`)
  )
}

/** The meetings that spoke of each row and have a published report: others are not named in public. */
function findMeetings(reader: Reader, mappingId: string) {
  return reader
    .selectDistinct({ rowId: rowMeetings.rowId, number: reports.number })
    .from(rowMeetings)
    .innerJoin(mappingRows, eq(mappingRows.id, rowMeetings.rowId))
    .innerJoin(reports, eq(reports.meetingId, rowMeetings.meetingId))
    .where(
      and(
        ...[eq(mappingRows.mappingId, mappingId), isNull(rowMeetings.removedAt)],
        sql`${reports.version} = (select max(version) from reports r where r.meeting_id = ${reports.meetingId})`,
      ),
    )
    .orderBy(asc(reports.number))
}
