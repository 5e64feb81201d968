import { and, eq, or, type SQL, sql } from "drizzle-orm"
import { publishedLinks } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { mandates, mappingRows, mappings } from "@/db/schema/mapping"
import { database } from "@/lib/platform/database"
import { type PublicSpeaker, speakersOf } from "./public-speakers"

/** A published text that speaks of something, with the words of its link. */
export type PublicBacklink = {
  id: string
  words: string
  /** The decision of a report that it speaks of, by its id in the text; null for the whole record. */
  decision: string | null
  from: PublicSpeaker
}

/** What speaks of something in public: the first links, and how many there are beside them. */
export type PublicBacklinks = { shown: PublicBacklink[]; more: number }

/** Links that a page shows of one record. */
export const mostLinks = 100

const nothing: PublicBacklinks = { shown: [], more: 0 }

/** What is published of a group and speaks of a meeting or of one of its decisions. */
export async function listReportBacklinks(
  slug: string,
  number: number,
  decisions: readonly string[],
): Promise<PublicBacklinks> {
  const { target, targetId } = publishedLinks
  const meeting = sql`(select r.meeting_id from reports r join groups g on g.id = r.group_id
    where g.slug = ${slug} and r.number = ${number} order by r.version desc limit 1)`
  const ids = sql.param(decisions.filter((id) => /^[0-9a-f-]{36}$/.test(id)))
  const of = or(
    and(eq(target, "meeting"), eq(targetId, meeting)),
    and(eq(target, "decision"), sql`${targetId} = any(${ids}::uuid[])`),
  )
  return (await list(slug, of, "all", mostLinks)).get("all") ?? nothing
}

/** What is published of a group and speaks of a document. */
export async function listDocumentBacklinks(
  slug: string,
  document: string,
): Promise<PublicBacklinks> {
  const { target, targetId } = publishedLinks
  const id = sql`(select d.id from documents d join groups g on g.id = d.group_id
    where g.slug = ${slug} and d.slug = ${document})`
  const of = and(eq(target, "document"), eq(targetId, id))
  return (await list(slug, of, "all", mostLinks)).get("all") ?? nothing
}

/**
 * What is published of a group and speaks of rows of its mapping of a mandate, by the numbers of the
 * rows: of each the first `most`. A row of which nothing speaks is not in it.
 */
export async function listRowBacklinks(
  slug: string,
  mandate: string,
  numbers: readonly number[],
  most: number,
): Promise<Map<number, PublicBacklinks>> {
  const rows = await database()
    .select({ id: mappingRows.id, number: mappingRows.number })
    .from(mappingRows)
    .innerJoin(mappings, eq(mappings.id, mappingRows.mappingId))
    .innerJoin(groups, eq(groups.id, mappings.groupId))
    .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
    .where(
      and(
        ...[eq(groups.slug, slug), eq(mandates.slug, mandate)],
        sql`${mappingRows.number} = any(${sql.param([...numbers])}::int[])`,
      ),
    )
  const { target, targetId } = publishedLinks
  const ids = sql.param(rows.map(({ id }) => id))
  const of = and(eq(target, "mapping-row"), sql`${targetId} = any(${ids}::uuid[])`)
  const found = await list(slug, of, "each", most)
  return new Map(
    rows.flatMap(({ id, number }) => {
      const links = found.get(id)
      return links ? [[number, links] as const] : []
    }),
  )
}

/**
 * The first links that speak of `of`, of all together or of each target, named as they are public: what
 * a draft is called now is nobody's business.
 */
async function list(
  slug: string,
  of: SQL | undefined,
  by: "all" | "each",
  most: number,
): Promise<Map<string, PublicBacklinks>> {
  const { id, words, target, targetId, fromMeetingId, fromDocumentId, fromRowId } = publishedLinks
  const number = sql`(select r.number from reports r where r.meeting_id = ${fromMeetingId}
    order by r.version desc limit 1)`
  const over = by === "each" ? sql`partition by ${targetId}` : sql``
  const inOrder = sql`${number}, ${documents.slug}, ${mappingRows.mappingId}, ${mappingRows.number}, ${id}`
  const some = database()
    .select({
      ...{ id, words, target, targetId, fromMeetingId, fromDocumentId, fromRowId },
      place: sql<number>`row_number() over (${over} order by ${inOrder})`.as("place"),
      all: sql<number>`count(*) over (${over})`.mapWith(Number).as("all_of_it"),
    })
    .from(publishedLinks)
    .innerJoin(groups, eq(groups.id, publishedLinks.groupId))
    .leftJoin(documents, eq(documents.id, fromDocumentId))
    .leftJoin(mappingRows, eq(mappingRows.id, fromRowId))
    .where(and(eq(groups.slug, slug), of))
    .as("some")
  const rows = await database()
    .select()
    .from(some)
    .where(sql`${some.place} <= ${most}`)
    .orderBy(some.place)
  const speakers = await speakersOf(rows)
  const found = new Map<string, PublicBacklinks>()
  for (const row of rows) {
    const key = by === "each" ? row.targetId : "all"
    const links = found.get(key) ?? { shown: [], more: Math.max(0, row.all - most) }
    found.set(key, links)
    const from = speakers.get(row.fromMeetingId ?? row.fromDocumentId ?? row.fromRowId ?? "")
    const decision = row.target === "decision" ? row.targetId : null
    if (from) links.shown.push({ id: row.id, words: row.words, decision, from })
  }
  return found
}
