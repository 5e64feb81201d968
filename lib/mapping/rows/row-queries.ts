import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { mappingAreas, mappingChanges, mappingRows } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { shownRow } from "../cells/row-cells"
import type { CellField, Deed, Row, Way } from "../model"
import { type DeskMapping, getMapping, readNames, type TableNames } from "../queries"

const decider = alias(people, "decider")
const retirer = alias(people, "retirer")

/** A row for its own page, with the rows around it. */
export type RowPage = TableNames & {
  mapping: DeskMapping
  row: Row
  /** The numbers of the rows before and after it in the table. */
  before: number | null
  after: number | null
  /** The other rows of its area, in their order. */
  beside: { id: string; number: number; suggests: string; position: number }[]
}

/** A row of a mapping by its number; a retired one too. `not_found` when there is none. */
export async function getRow(
  actor: Actor,
  address: { group: string; mandate: string },
  number: number,
): Promise<RowPage> {
  const mapping = await getMapping(actor, address.group, address.mandate)
  const [found] = await database()
    .select({ row: mappingRows, decidedBy: decider.name, retiredBy: retirer.name })
    .from(mappingRows)
    .leftJoin(decider, eq(decider.id, mappingRows.scopeBy))
    .leftJoin(retirer, eq(retirer.id, mappingRows.retiredBy))
    .where(and(eq(mappingRows.mappingId, mapping.id), eq(mappingRows.number, number)))
  if (!found) throw notFound()
  const { row, ...names } = found
  const [around, beside, named] = await Promise.all([
    findAround(mapping.id, number),
    database()
      .select({
        id: mappingRows.id,
        number: mappingRows.number,
        suggests: mappingRows.suggests,
        position: mappingRows.position,
      })
      .from(mappingRows)
      .where(
        and(
          eq(mappingRows.areaId, row.areaId),
          isNull(mappingRows.retiredAt),
          sql`${mappingRows.id} <> ${row.id}`,
        ),
      )
      .orderBy(asc(mappingRows.position), asc(mappingRows.number)),
    readNames(mapping),
  ])
  return { mapping, row: shownRow(row, names), ...around, beside, ...named }
}

async function findAround(mappingId: string, number: number) {
  const place = sql`order by ${mappingAreas.position}, ${mappingAreas.slug}, ${mappingRows.position}, ${mappingRows.number}`
  const inOrder = database()
    .select({
      number: mappingRows.number,
      before: sql<number | null>`lag(${mappingRows.number}) over (${place})`.as("before"),
      after: sql<number | null>`lead(${mappingRows.number}) over (${place})`.as("after"),
    })
    .from(mappingRows)
    .innerJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
    .where(and(eq(mappingRows.mappingId, mappingId), isNull(mappingRows.retiredAt)))
    .as("in_order")
  const [around] = await database().select().from(inOrder).where(eq(inOrder.number, number))
  return { before: around?.before ?? null, after: around?.after ?? null }
}

/** One change of a row, as its history tells it. */
export type HistoryEntry = {
  change: number
  field: CellField | Deed
  revision: number
  before: unknown
  after: unknown
  by: string | null
  way: Way
  at: Date
}

/** How many changes a page of a history shows. */
export const historyLength = 50

/** The changes of a row, or of one of its cells, newest first; `more` when there are older ones. */
export async function listHistory(
  rowId: string,
  { field, from }: { field: CellField | null; from: number | null },
): Promise<{ entries: HistoryEntry[]; more: boolean }> {
  const found = await database()
    .select({
      change: mappingChanges.change,
      field: mappingChanges.field,
      revision: mappingChanges.revision,
      before: mappingChanges.before,
      after: mappingChanges.after,
      by: people.name,
      way: mappingChanges.way,
      at: mappingChanges.at,
    })
    .from(mappingChanges)
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(
      and(
        eq(mappingChanges.rowId, rowId),
        field ? eq(mappingChanges.field, field) : undefined,
        from ? sql`${mappingChanges.change} < ${from}` : undefined,
      ),
    )
    .orderBy(desc(mappingChanges.change))
    .limit(historyLength + 1)
  return {
    entries: found.slice(0, historyLength) as HistoryEntry[],
    more: found.length > historyLength,
  }
}

/** A row that was taken out of the table. */
export type RetiredRow = {
  id: string
  number: number
  area: string
  suggests: string
  reason: string
  by: string | null
  at: Date
}

/** The retired rows of a mapping, the latest first. */
export async function listRetired(mapping: Pick<DeskMapping, "id">): Promise<RetiredRow[]> {
  const found = await database()
    .select({
      id: mappingRows.id,
      number: mappingRows.number,
      area: mappingAreas.title,
      suggests: mappingRows.suggests,
      reason: mappingRows.retiredReason,
      by: retirer.name,
      at: mappingRows.retiredAt,
    })
    .from(mappingRows)
    .innerJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
    .leftJoin(retirer, eq(retirer.id, mappingRows.retiredBy))
    .where(and(eq(mappingRows.mappingId, mapping.id), isNotNull(mappingRows.retiredAt)))
    .orderBy(desc(mappingRows.retiredAt), asc(mappingRows.number))
  return found.flatMap(({ at, ...row }) => (at ? { ...row, at } : []))
}

/** What removed areas, and people who left, are called that only the history of a row still names. */
export async function namesOfHistory({ mapping, row, areas, people: there }: RowPage): Promise<{
  areas: { id: string; name: string }[]
  people: { id: string; name: string }[]
}> {
  const changes = await database()
    .select({ before: mappingChanges.before, after: mappingChanges.after })
    .from(mappingChanges)
    .where(
      and(eq(mappingChanges.rowId, row.id), inArray(mappingChanges.field, ["area", "responsible"])),
    )
  const known = new Set([...areas, ...there].map(({ id }) => id))
  const ids = new Set(changes.flatMap(({ before, after }) => [before, after]))
  const unknown = [...ids].filter((id): id is string => typeof id === "string" && !known.has(id))
  if (unknown.length === 0) return { areas: [], people: [] }
  const [gone, left] = await Promise.all([
    database()
      .select({
        id: sql<string>`${mappingChanges.areaId}`,
        name: sql<string>`${mappingChanges.before} ->> 'title'`,
      })
      .from(mappingChanges)
      .where(
        and(
          eq(mappingChanges.mappingId, mapping.id),
          eq(mappingChanges.field, "removed"),
          inArray(mappingChanges.areaId, unknown),
        ),
      ),
    database()
      .select({ id: people.id, name: people.name })
      .from(people)
      .where(inArray(people.id, unknown)),
  ])
  return { areas: gone, people: left }
}
