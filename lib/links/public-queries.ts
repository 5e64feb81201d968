import { and, eq, or, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { publishedLinks } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { reports } from "@/db/schema/reports"
import { database } from "@/lib/platform/database"
import { openRows, openTexts } from "@/lib/record/open-content"

/** A published text that speaks of something, with the words of its link. */
export type PublicBacklink = {
  id: string
  words: string
  /** The decision of a report that it speaks of, by its id in the text; null for the whole record. */
  decision: string | null
  from:
    | { kind: "report"; number: number; title: string }
    | { kind: "document"; slug: string; title: string }
}

/** The published reports and documents of a group that speak of a meeting or of one of its decisions. */
export async function listReportBacklinks(
  slug: string,
  number: number,
  decisions: readonly string[],
): Promise<PublicBacklink[]> {
  const { target, targetId } = publishedLinks
  const meeting = sql`(select r.meeting_id from reports r join groups g on g.id = r.group_id
    where g.slug = ${slug} and r.number = ${number} order by r.version desc limit 1)`
  const ids = sql.param(decisions.filter((id) => /^[0-9a-f-]{36}$/.test(id)))
  return list(
    slug,
    or(
      and(eq(target, "meeting"), eq(targetId, meeting)),
      and(eq(target, "decision"), sql`${targetId} = any(${ids}::uuid[])`),
    ),
  )
}

/** The published reports and documents of a group that speak of a document. */
export async function listDocumentBacklinks(
  slug: string,
  document: string,
): Promise<PublicBacklink[]> {
  const { target, targetId } = publishedLinks
  const id = sql`(select d.id from documents d join groups g on g.id = d.group_id
    where g.slug = ${slug} and d.slug = ${document})`
  return list(slug, and(eq(target, "document"), eq(targetId, id)))
}

/** By the titles under which they are public: what a draft is called now is nobody's business. */
async function list(slug: string, speaking: ReturnType<typeof and>): Promise<PublicBacklink[]> {
  const newest = (wanted: SQL | PgColumn) => sql`(select ${wanted} from ${reports}
    where ${reports.meetingId} = ${publishedLinks.fromMeetingId} order by ${reports.version} desc limit 1)`
  const report = newest(reports.content)
  const version = (wanted: SQL) => sql`(select ${wanted} from document_versions v
    join document_publications p on p.version_id = v.id
    where v.document_id = ${publishedLinks.fromDocumentId} order by v.number desc limit 1)`
  const rows = await database()
    .select({
      id: publishedLinks.id,
      words: publishedLinks.words,
      target: publishedLinks.target,
      targetId: publishedLinks.targetId,
      reportId: sql<string | null>`${newest(reports.id)}`.as("report_id"),
      language: sql<string>`coalesce(${report} ->> 'language', '')`.as("language"),
      number: sql<number | null>`(${report} #>> '{meeting,number}')::int`.as("number"),
      meetingTitle: sql<string | null>`${report} #>> '{meeting,title}'`.as("meeting_title"),
      slug: documents.slug,
      title: sql<string | null>`${version(sql`v.content #>> '{document,title}'`)}`.as("title"),
      versionId: sql<string | null>`${version(sql`v.id`)}`.as("version_id"),
      documentLanguage: sql<string>`${version(sql`v.content #>> '{document,language}'`)}`.as(
        "document_language",
      ),
    })
    .from(publishedLinks)
    .innerJoin(groups, eq(groups.id, publishedLinks.groupId))
    .leftJoin(documents, eq(documents.id, publishedLinks.fromDocumentId))
    .where(and(eq(groups.slug, slug), speaking))
    .orderBy(sql`number`, sql`title`, publishedLinks.id)
  const opened = await openRows(
    database(),
    rows,
    ({ meetingTitle }) => [meetingTitle ?? ""],
    (row, open) => ({ ...row, meetingTitle: open(row.meetingTitle ?? "") }),
  )
  const titled = await openTexts(
    database(),
    opened,
    (row) => ({ id: row.versionId, language: row.documentLanguage }),
    ({ title }) => [title ?? ""],
    (row, open) => ({ ...row, title: open(row.title ?? "") }),
  )
  return titled.flatMap(({ id, words, target, targetId, number, meetingTitle, slug, title }) => {
    const of = { id, words, decision: target === "decision" ? targetId : null }
    if (number !== null)
      return { ...of, from: { kind: "report" as const, number, title: meetingTitle ?? "" } }
    return slug && title ? { ...of, from: { kind: "document" as const, slug, title } } : []
  })
}
