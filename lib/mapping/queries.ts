import { and, asc, count, desc, eq, isNull, max, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { editions } from "@/db/schema/editions"
import { mandates, mappingAreas, mappingRows, mappings } from "@/db/schema/mapping"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { type DeskGroup, getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import { shownRow } from "./cells/row-cells"
import type { Area, Row } from "./model"

export type Mandate = {
  id: string
  slug: string
  title: string
  symbol: string
  dated: string | null
  link: string
}

const mandate = {
  id: mandates.id,
  slug: mandates.slug,
  title: mandates.title,
  symbol: mandates.symbol,
  dated: mandates.dated,
  link: mandates.link,
}

/** A mapping for its pages on the desk. */
export type DeskMapping = {
  id: string
  group: Pick<DeskGroup, "id" | "slug" | "shortName" | "name">
  mandate: Mandate
  goal: string
  rule: string
  months: number
  revision: number
  /** The number of its newest change. */
  change: number
  /** The newest edition. */
  edition: { number: number; frozenAt: Date } | null
  may: {
    edit: boolean
    decide: boolean
    hold: boolean
    bringIn: boolean
    freeze: boolean
    /** Open an edition for comments. */
    ask: boolean
  }
}

/** The mapping of a mandate in a group. `not_found` when the group has none. */
export async function getMapping(
  actor: Actor,
  groupSlug: string,
  mandateSlug: string,
): Promise<DeskMapping> {
  const group = await getDeskGroup(actor, groupSlug)
  const subject = { groupId: group.id }
  authorize(actor, "mapping.read", subject)
  const [found] = await database()
    .select({ mapping: mappings, mandate })
    .from(mappings)
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(and(eq(mappings.groupId, group.id), eq(mandates.slug, mandateSlug)))
  if (!found) throw notFound()
  const { id, goal, rule, months, revision, change } = found.mapping
  const [edition] = await database()
    .select({ number: editions.number, frozenAt: editions.frozenAt })
    .from(editions)
    .where(eq(editions.mappingId, id))
    .orderBy(desc(editions.number))
    .limit(1)
  return {
    ...{ id, goal, rule, months, revision, change },
    group,
    mandate: found.mandate,
    edition: edition ?? null,
    may: {
      edit: can(actor, "mapping.edit", subject),
      decide: can(actor, "mapping.decide", subject),
      hold: can(actor, "mapping.hold", subject),
      bringIn: can(actor, "mapping.bringIn", subject),
      freeze: can(actor, "edition.freeze", subject),
      ask: can(actor, "consultation.hold", subject),
    },
  }
}

export type MappingLine = { mandate: Mandate; rows: number; edition: number | null }

/** The mappings of a group by the titles of their mandates, with how many rows each has now. */
export async function listMappings(actor: Actor, groupSlug: string): Promise<MappingLine[]> {
  const group = await getDeskGroup(actor, groupSlug)
  authorize(actor, "mapping.read", { groupId: group.id })
  const rows = database()
    .select({ mappingId: mappingRows.mappingId, rows: count().as("rows") })
    .from(mappingRows)
    .where(isNull(mappingRows.retiredAt))
    .groupBy(mappingRows.mappingId)
    .as("counted")
  const newest = database()
    .select({ mappingId: editions.mappingId, number: max(editions.number).as("newest") })
    .from(editions)
    .groupBy(editions.mappingId)
    .as("newest")
  return database()
    .select({
      mandate,
      rows: sql<number>`coalesce(${rows.rows}, 0)::int`,
      edition: newest.number,
    })
    .from(mappings)
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .leftJoin(rows, eq(rows.mappingId, mappings.id))
    .leftJoin(newest, eq(newest.mappingId, mappings.id))
    .where(eq(mappings.groupId, group.id))
    .orderBy(asc(mandates.title))
}

/** Whom and what the ids in a table name. */
export type TableNames = {
  /** In their order. */
  areas: Area[]
  /** Members of the group today, and whoever is responsible for a row; by name. */
  people: { id: string; name: string; member: boolean }[]
}

/** The whole table: areas and rows in their order (retired ones too), and the people whom it names or may name. */
export type Table = TableNames & { rows: Row[] }

/** A mapping and the group whose it is. */
type Placed = { id: string; group: { id: string } }

const decider = alias(people, "decider")
const retirer = alias(people, "retirer")

/** The table of a mapping as it stands. Asks nobody: whoever has a `DeskMapping` may read it. */
export async function readTable(mapping: Placed): Promise<Table> {
  const [names, rows] = await Promise.all([
    readNames(mapping),
    database()
      .select({ row: mappingRows, decidedBy: decider.name, retiredBy: retirer.name })
      .from(mappingRows)
      .innerJoin(mappingAreas, eq(mappingAreas.id, mappingRows.areaId))
      .leftJoin(decider, eq(decider.id, mappingRows.scopeBy))
      .leftJoin(retirer, eq(retirer.id, mappingRows.retiredBy))
      .where(eq(mappingRows.mappingId, mapping.id))
      .orderBy(asc(mappingAreas.position), asc(mappingRows.position), asc(mappingRows.number)),
  ])
  return { ...names, rows: rows.map(({ row, ...by }) => shownRow(row, by)) }
}

/** The areas of a mapping, and the people whom its rows name or may name. Asks nobody. */
export async function readNames(mapping: Placed): Promise<TableNames> {
  const [areas, named] = await Promise.all([
    database()
      .select()
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, mapping.id))
      .orderBy(asc(mappingAreas.position), asc(mappingAreas.slug)),
    findPeople(mapping),
  ])
  return { areas: areas.map(({ mappingId: _, ...area }) => area), people: named }
}

/** Members of the group today, and whoever is responsible for a row of the mapping; by name. */
export function findPeople({ id, group }: Placed): Promise<Table["people"]> {
  const responsible = sql`${people.id} in (select responsible_id from ${mappingRows} where mapping_id = ${id})`
  return database()
    .select({
      id: people.id,
      name: people.name,
      member: sql<boolean>`${memberships.id} is not null`,
    })
    .from(people)
    .leftJoin(
      memberships,
      and(
        eq(memberships.personId, people.id),
        eq(memberships.groupId, group.id),
        isNull(memberships.until),
      ),
    )
    .where(sql`${memberships.id} is not null or ${responsible}`)
    .orderBy(asc(people.name))
}
