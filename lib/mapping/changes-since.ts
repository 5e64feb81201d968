import { and, asc, eq, gt, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { mappingAreas, mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { people } from "@/db/schema/people"
import { database } from "@/lib/platform/database"
import { shownRow } from "./cells/row-cells"
import type { Area, CellField, Change, Deed, Row, Way } from "./model"
import { findPeople, readTable, type Table } from "./queries"

/** So many changes are told one by one; whoever missed more gets the table. */
export const mostChanges = 500

/** What is new in a mapping: `to` is the number of its newest change. */
export type News =
  | {
      kind: "changes"
      to: number
      changes: Omit<Change, "before">[]
      /** Rows that were added, moved, retired or brought back, as they stand. */
      rows: Row[]
      /** All of them where one changed, null otherwise. */
      areas: Area[] | null
      /** All of them where somebody was made responsible, null otherwise. */
      people: Table["people"] | null
    }
  | { kind: "table"; to: number; table: Table }

type Which = { id: string; group: { id: string } }

const decider = alias(people, "decider")
const retirer = alias(people, "retirer")
const deeds: readonly string[] = [
  ...(["added", "moved", "retired", "returned"] as const),
  ...(["removed", "edited"] as const),
] satisfies Deed[]

/**
 * What happened in a mapping after change `since`, in its order; null when nothing did. A change has the
 * next number and is committed before the one after it, so that none is missed. Asks nobody.
 */
export async function changesSince(mapping: Which, since: number): Promise<News | null> {
  const found = await database()
    .select({
      change: mappingChanges.change,
      rowId: mappingChanges.rowId,
      areaId: mappingChanges.areaId,
      field: mappingChanges.field,
      revision: mappingChanges.revision,
      after: mappingChanges.after,
      authorId: mappingChanges.authorId,
      author: people.name,
      way: mappingChanges.way,
      at: mappingChanges.at,
    })
    .from(mappingChanges)
    .leftJoin(people, eq(people.id, mappingChanges.authorId))
    .where(and(eq(mappingChanges.mappingId, mapping.id), gt(mappingChanges.change, since)))
    .orderBy(asc(mappingChanges.change))
    .limit(mostChanges + 1)
  const last = found.at(-1)
  if (!last) return null
  if (found.length > mostChanges) return wholeTable(mapping)
  const changes = found.map(({ authorId, author, field, way, at, ...one }) => ({
    ...one,
    field: field as CellField | Deed,
    author: authorId ? { id: authorId, name: author ?? "" } : null,
    way: way as Way,
    at: at.toISOString(),
  }))
  // A row that goes into another area gets a place there.
  const done = changes.filter(({ field }) => field === "area" || deeds.includes(field))
  const [rows, areas, named] = await Promise.all([
    readRows([...new Set(done.flatMap(({ rowId }) => rowId ?? []))]),
    changes.some(({ areaId }) => areaId) ? readAreas(mapping.id) : null,
    changes.some(({ field }) => field === "responsible") ? findPeople(mapping) : null,
  ])
  return { kind: "changes", to: last.change, changes, rows, areas, people: named }
}

async function wholeTable(mapping: Which): Promise<News> {
  // The number is read first: what the table holds beyond it is told once more, which harms nothing.
  const [now] = await database()
    .select({ change: mappings.change })
    .from(mappings)
    .where(eq(mappings.id, mapping.id))
  return { kind: "table", to: now?.change ?? 0, table: await readTable(mapping) }
}

async function readRows(ids: string[]): Promise<Row[]> {
  if (ids.length === 0) return []
  const found = await database()
    .select({ row: mappingRows, decidedBy: decider.name, retiredBy: retirer.name })
    .from(mappingRows)
    .leftJoin(decider, eq(decider.id, mappingRows.scopeBy))
    .leftJoin(retirer, eq(retirer.id, mappingRows.retiredBy))
    .where(inArray(mappingRows.id, ids))
  return found.map(({ row, ...names }) => shownRow(row, names))
}

async function readAreas(mappingId: string): Promise<Area[]> {
  const areas = await database()
    .select()
    .from(mappingAreas)
    .where(eq(mappingAreas.mappingId, mappingId))
    .orderBy(asc(mappingAreas.position), asc(mappingAreas.slug))
  return areas.map(({ mappingId: _, ...area }) => area)
}
