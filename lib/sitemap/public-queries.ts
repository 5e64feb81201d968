import { desc, eq, max, sql } from "drizzle-orm"
import { compendia, consultations } from "@/db/schema/consultations"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mandates, mappings } from "@/db/schema/mapping"
import { meetings } from "@/db/schema/meetings"
import { ledgerEntries } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { isPublic } from "@/lib/consultations/public-queries"
import { documentPath } from "@/lib/documents/addresses"
import { annexPath, coveragePath, editionsPath, mappingPath } from "@/lib/editions/addresses"
import { announce, nextChange } from "@/lib/meetings/announced"
import { announced, shown } from "@/lib/meetings/public-queries"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { isNewest } from "@/lib/record/newest-version"
import { reportPath } from "@/lib/reports/addresses"
import type { Sitemap, SitemapPage } from "./model"

/**
 * Every public page of the portal by its one address, what changed last first. A version of a report
 * has an address for citing, and the page to be found is the newest: that one is named.
 */
export async function findSitemap(): Promise<Sitemap> {
  const at = now()
  const db = database()
  const [all, published, calls, texts, asked, answered, mapped] = await Promise.all([
    db
      .select({
        slug: groups.slug,
        recorded: sql<boolean>`exists (select from ${ledgerEntries} where ${eq(ledgerEntries.groupId, groups.id)})`,
      })
      .from(groups)
      .orderBy(groups.slug),
    db
      .select({ slug: groups.slug, number: reports.number, at: reports.publishedAt })
      .from(reports)
      .innerJoin(groups, eq(groups.id, reports.groupId))
      .where(isNewest)
      .orderBy(desc(reports.publishedAt)),
    db
      .select({ slug: groups.slug, changedAt: meetings.changedAt, ...shown })
      .from(meetings)
      .innerJoin(groups, eq(groups.id, meetings.groupId))
      .where(announced),
    db
      .select({
        slug: groups.slug,
        document: documents.slug,
        at: max(documentPublications.publishedAt),
      })
      .from(documentPublications)
      .innerJoin(documentVersions, eq(documentVersions.id, documentPublications.versionId))
      .innerJoin(documents, eq(documents.id, documentVersions.documentId))
      .innerJoin(groups, eq(groups.id, documents.groupId))
      .groupBy(groups.slug, documents.slug),
    db
      .select({ slug: groups.slug, consultation: consultations.slug })
      .from(consultations)
      .innerJoin(groups, eq(groups.id, consultations.groupId))
      .where(isPublic(at)),
    db
      .select({
        slug: groups.slug,
        consultation: consultations.slug,
        at: max(compendia.publishedAt),
      })
      .from(compendia)
      .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
      .innerJoin(groups, eq(groups.id, consultations.groupId))
      .groupBy(groups.slug, consultations.slug),
    db
      .select({ slug: groups.slug, mandate: mandates.slug, at: max(editions.frozenAt) })
      .from(editions)
      .innerJoin(mappings, eq(mappings.id, editions.mappingId))
      .innerJoin(mandates, eq(mandates.id, mappings.mandateId))
      .innerJoin(groups, eq(groups.id, mappings.groupId))
      .groupBy(groups.slug, mandates.slug),
  ])
  const planned = calls.flatMap((row) =>
    announce(row, at).map((call) => ({ ...call, slug: row.slug, changedAt: row.changedAt })),
  )
  const page = (path: string, changedAt: Date | null = null): SitemapPage => ({ path, changedAt })
  const pages = [
    page("/"),
    ...all.flatMap(({ slug, recorded }) => [
      page(`/${slug}`),
      page(`/${slug}/meetings`),
      page(`/${slug}/mapping`),
      page(`/${slug}/documents`),
      page(`/${slug}/consultations`),
      ...(recorded ? [page(`/${slug}/record`)] : []),
    ]),
    ...planned
      .filter(({ state }) => state !== "held")
      .map((call) => page(reportPath(call.slug, call.number), call.changedAt)),
    ...texts.map((text) => page(documentPath(text.slug, text.document), text.at)),
    ...asked.map(({ slug, consultation }) => page(`/${slug}/consultations/${consultation}`)),
    ...answered.map((answer) =>
      page(`/${answer.slug}/consultations/${answer.consultation}/compendium`, answer.at),
    ),
    ...mapped.flatMap(({ slug, mandate, at: frozenAt }) => [
      page(mappingPath(slug, mandate), frozenAt),
      page(editionsPath(slug, mandate), frozenAt),
      page(annexPath(slug, mandate), frozenAt),
      page(coveragePath(slug, mandate), frozenAt),
    ]),
    ...published.map((report) => page(reportPath(report.slug, report.number), report.at)),
  ]
  return { pages, origin: env().origin, until: nextChange(planned) }
}
