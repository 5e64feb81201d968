import { and, desc, eq, sql } from "drizzle-orm"
import { compendia, consultations } from "@/db/schema/consultations"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { ledgerEntries } from "@/db/schema/record"
import { documentPath } from "@/lib/documents/addresses"
import { database } from "@/lib/platform/database"
import { routing } from "@/lib/platform/locales"
import { openTexts } from "@/lib/record/open-content"
import { type FeedEntry, longestFeed } from "./model"

/** Public versions of a group's documents, one entry each. */
export async function documentEntries(group: { id: string; slug: string }): Promise<FeedEntry[]> {
  const said = (place: string) => sql<string>`${documentVersions.content} #>> ${`{${place}}`}`
  const rows = await database()
    .select({
      id: documentVersions.id,
      at: documentPublications.publishedAt,
      slug: documents.slug,
      version: documentVersions.number,
      name: documentVersions.name,
      title: said("document,title"),
      note: said("version,note"),
      language: said("document,language"),
      hash: ledgerEntries.hash,
    })
    .from(documentPublications)
    .innerJoin(documentVersions, eq(documentVersions.id, documentPublications.versionId))
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.kind, "document"), eq(ledgerEntries.subjectId, documentVersions.id)),
    )
    .where(eq(documents.groupId, group.id))
    .orderBy(desc(documentPublications.publishedAt))
    .limit(longestFeed)
  const opened = await openTexts(
    database(),
    rows,
    (row) => row,
    ({ title, name, note }) => [title, name, note],
    (row, open) => ({
      ...row,
      ...{ title: open(row.title), name: open(row.name), note: open(row.note) },
    }),
  )
  return opened.map(({ id, at, slug, hash, version, title, name, note }) => ({
    ...{ id, at, hash, path: documentPath(group.slug, slug, version) },
    happening: { kind: "document", version, title, name, note },
  }))
}

/** The published answers to what a group asked, one entry for each version of a compendium. */
export async function compendiumEntries(group: { id: string; slug: string }): Promise<FeedEntry[]> {
  const rows = await database()
    .select({
      id: compendia.id,
      at: compendia.publishedAt,
      slug: consultations.slug,
      version: compendia.version,
      // As this version says it: its names are its own.
      title: sql<string>`${compendia.content} #>> '{consultation,title}'`,
      hash: ledgerEntries.hash,
    })
    .from(compendia)
    .innerJoin(consultations, eq(consultations.id, compendia.consultationId))
    .leftJoin(
      ledgerEntries,
      and(eq(ledgerEntries.kind, "compendium"), eq(ledgerEntries.subjectId, compendia.id)),
    )
    .where(eq(consultations.groupId, group.id))
    .orderBy(desc(compendia.publishedAt))
    .limit(longestFeed)
  const opened = await openTexts(
    database(),
    rows,
    ({ id }) => ({ id, language: routing.defaultLocale }),
    ({ title }) => [title],
    (row, open) => ({ ...row, title: open(row.title) }),
  )
  return opened.map(({ id, at, slug, hash, version, title }) => ({
    ...{ id, at, hash },
    path: `/${group.slug}/consultations/${slug}/compendium/v${version}`,
    happening: { kind: "compendium", version, title },
  }))
}
