import { and, asc, desc, eq, sql } from "drizzle-orm"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { isSymbol, roadmap } from "@/lib/mapping/known-mandates"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { routing } from "@/lib/platform/locales"
import { countErased, openTexts } from "@/lib/record/open-content"
import { findEntry } from "@/lib/record/public-queries"
import type { EditionContent } from "./model"
import { openEdition } from "./open"

/** A frozen edition with what stands around it. */
export type PublicEdition = {
  id: string
  content: EditionContent
  sha256: string
  /** How many of its names were erased, counted before it was read: a file of it holds no more. */
  erased: number
  /** Where it stands on the group's ledger. */
  entry: { position: number; hash: string } | null
  /** Address of the portal without a slash at the end. */
  origin: string
  /** All editions of the mapping, the newest first. */
  editions: readonly { number: number; frozenAt: Date }[]
}

/**
 * How the Roadmap is called in the address of a group's mapping of it: by its symbol, as another document
 * may have taken the word. Null where the group published none.
 */
export async function findRoadmap(group: string): Promise<string | null> {
  const all = await database()
    .selectDistinct({ slug: mandates.slug, symbol: mandates.symbol })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(groups.slug, group))
  return all.find(({ symbol }) => isSymbol(symbol, roadmap.symbol))?.slug ?? null
}

/** An edition of a group's mapping, the newest where none is named; null when there is no such edition. */
export async function findEdition(
  group: string,
  mandate: string,
  number?: number,
): Promise<PublicEdition | null> {
  const all = await database()
    .select({ id: editions.id, number: editions.number, frozenAt: editions.frozenAt })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(and(eq(groups.slug, group), eq(mandates.slug, mandate)))
    .orderBy(desc(editions.number))
  const wanted = number === undefined ? all[0] : all.find((one) => one.number === number)
  if (!wanted) return null
  const erased = await countErased(database(), wanted.id)
  const [[row], entry] = await Promise.all([
    database()
      .select({ content: editions.content, sha256: editions.sha256 })
      .from(editions)
      .where(eq(editions.id, wanted.id)),
    findEntry(wanted.id),
  ])
  if (!row) return null
  return {
    id: wanted.id,
    content: await openEdition(database(), { id: wanted.id, content: row.content }),
    sha256: row.sha256,
    ...{ entry, erased, origin: env().origin },
    editions: all.map(({ id: _, ...shown }) => shown),
  }
}

export type EditionLine = {
  number: number
  frozenAt: Date
  note: string
  rows: number
  annex: number
}

const line = {
  id: editions.id,
  number: editions.number,
  frozenAt: editions.frozenAt,
  note: editions.note,
  rows: sql<number>`jsonb_array_length(${editions.content} -> 'rows')`.mapWith(Number),
  annex: sql<number>`jsonb_array_length(${editions.content} -> 'annex')`.mapWith(Number),
}
const mandate = {
  slug: mandates.slug,
  title: sql<string>`${editions.content} #>> '{mandate,title}'`,
  symbol: sql<string>`${editions.content} #>> '{mandate,symbol}'`,
}

export type PublicMappingLine = {
  mandate: { slug: string; title: string; symbol: string }
  /** The newest edition. */
  edition: EditionLine
}

/** The mappings of a group that have an edition, as their newest one calls them. */
export async function listPublicMappings(group: string): Promise<PublicMappingLine[]> {
  const rows = await database()
    .selectDistinctOn([mandates.title, mandates.id], { mandate, edition: line })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(groups.slug, group))
    .orderBy(asc(mandates.title), asc(mandates.id), desc(editions.number))
  const opened = await openTexts(
    database(),
    rows,
    (row) => inUsual(row.edition.id),
    (row) => [row.mandate.title, row.edition.note],
    (row, open) => ({
      mandate: { ...row.mandate, title: open(row.mandate.title) },
      edition: { ...row.edition, note: open(row.edition.note) },
    }),
  )
  return opened.map(({ mandate, edition: { id: _, ...edition } }) => ({ mandate, edition }))
}

/** An edition speaks the portal's own language. */
const inUsual = (id: string) => ({ id, language: routing.defaultLocale })

/** All editions of a group's mapping, the newest first. */
export async function listEditions(group: string, mandateSlug: string): Promise<EditionLine[]> {
  const rows = await database()
    .select(line)
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(and(eq(groups.slug, group), eq(mandates.slug, mandateSlug)))
    .orderBy(desc(editions.number))
  const opened = await openTexts(
    database(),
    rows,
    ({ id }) => inUsual(id),
    ({ note }) => [note],
    (row, open) => ({ ...row, note: open(row.note) }),
  )
  return opened.map(({ id: _, ...shown }) => shown)
}

/** A row of the newest edition of a mapping that names a meeting as one that spoke of it. */
export type DiscussedRow = {
  mandate: { slug: string; title: string }
  number: number
  suggests: string
}

/**
 * The rows of the newest editions of a group that were discussed at a meeting, by mandate and in their order.
 * An edition names it by the number that it bore then.
 */
export async function listRowsDiscussedAt(group: string, meeting: number): Promise<DiscussedRow[]> {
  const ids = sql`select m.id from meetings m join groups g on g.id = m.group_id
    where g.slug = ${group} and (m.number = ${meeting} or m.id = (
      select former.meeting_id from meeting_former_numbers former
        where former.group_id = g.id and former.number = ${meeting}))`
  const borne = sql`select ${meeting}::int as number
    union select number from meetings where id in (${ids}) and number is not null
    union select number from meeting_former_numbers where meeting_id in (${ids})`
  const newest = database()
    .selectDistinctOn([editions.mappingId], {
      id: editions.id,
      slug: mandate.slug,
      title: mandate.title.as("title"),
      content: editions.content,
    })
    .from(editions)
    .innerJoin(mappings, eq(mappings.id, editions.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(eq(groups.slug, group))
    .orderBy(editions.mappingId, desc(editions.number))
    .as("newest")
  const rows = await database().execute<DiscussedRow & { id: string }>(sql`
    select id, jsonb_build_object('slug', slug, 'title', title) as mandate,
      (row ->> 'number')::int as number, row ->> 'suggests' as suggests
    from ${newest}, jsonb_array_elements(content -> 'rows') with ordinality as rows (row, place)
    where exists (select from (${borne}) as borne where row -> 'meetings' @> to_jsonb(borne.number))
    order by title, slug, place`)
  const opened = await openTexts(
    database(),
    rows,
    ({ id }) => inUsual(id),
    ({ mandate, suggests }) => [mandate.title, suggests],
    (row, open) => ({
      ...row,
      ...{ mandate: { ...row.mandate, title: open(row.mandate.title) } },
      suggests: open(row.suggests),
    }),
  )
  return opened.map(({ id: _, ...row }) => row)
}
