import { and, eq, max, or, sql } from "drizzle-orm"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { reportFiles } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { findPublishedDocument } from "@/lib/documents/public-queries"
import { database } from "@/lib/platform/database"
import { isNewest } from "@/lib/record/newest-version"
import { type DocumentFile, documentFile } from "./document-files"
import type { DocumentFormat, MadeFormat } from "./formats"
import type { MadeFile } from "./keep-file"
import { makeFile } from "./make"

/** A version stands under the number that it bears, and under that of the newest version of its report. */
const standsUnder = (number: number) =>
  and(
    sql`${reports.meetingId} in (select bearer.meeting_id from reports bearer
      where bearer.group_id = ${reports.groupId} and bearer.number = ${number})`,
    or(
      eq(reports.number, number),
      sql`(select newest.number from reports newest where newest.meeting_id = ${reports.meetingId}
        order by newest.version desc limit 1) = ${number}`,
    ),
  )

/**
 * A file of a published version; null when there is no such version under that number. One that is not
 * there yet is made now, and kept.
 */
export async function findReportFile(
  slug: string,
  number: number,
  version: number,
  format: MadeFormat,
): Promise<MadeFile | null> {
  const [found] = await database()
    .select({ id: reports.id, kept: reportFiles })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .leftJoin(
      reportFiles,
      and(eq(reportFiles.reportId, reports.id), eq(reportFiles.format, format)),
    )
    .where(and(eq(groups.slug, slug), standsUnder(number), eq(reports.version, version)))
  if (!found) return null
  return found.kept ?? makeFile(found.id, format)
}

/**
 * The newest published version of a meeting's report; null when none is published, and when the newest
 * one bears another number: then `findRenumbered` leads there.
 */
export async function findNewestVersion(slug: string, number: number): Promise<number | null> {
  const [row] = await database()
    .select({ version: reports.version })
    .from(reports)
    .innerJoin(groups, eq(groups.id, reports.groupId))
    .where(and(eq(groups.slug, slug), eq(reports.number, number), isNewest))
  return row?.version ?? null
}

/**
 * A file of a published version of a document; null when there is no such version. Its JSON, whose form
 * names the entry on the ledger, is there as soon as the entry is.
 */
export async function findDocumentFile(
  slug: string,
  document: string,
  version: number,
  format: DocumentFormat,
): Promise<DocumentFile | null> {
  const published = await findPublishedDocument(slug, document, version)
  if (!published || (format === "json" && !published.entry)) return null
  return documentFile(published, format)
}

/** The newest public version of a document; null when nothing of it is public. */
export async function findNewestDocumentVersion(
  slug: string,
  document: string,
): Promise<number | null> {
  const [row] = await database()
    .select({ version: max(documentVersions.number) })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(groups.slug, slug), eq(documents.slug, document)))
  return row?.version ?? null
}
