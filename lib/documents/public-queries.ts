import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import type { Reader } from "@/db/client"
import { documentDispatches } from "@/db/schema/dispatches"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { database } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { openTexts } from "@/lib/record/open-content"
import { findEntry } from "@/lib/record/public-queries"
import type { DocumentKind } from "./facts"
import { languageIn } from "./language-in"
import { openDocumentVersion } from "./open-versions"
import { type PublicLeads, publicLeads } from "./public-leads"
import type { DocumentStatus } from "./status"
import type { VersionContent } from "./version-content"

/** A document as the public list shows it: its newest public version. */
export type PublicDocumentLine = {
  slug: string
  title: string
  kind: DocumentKind
  language: string
  status: DocumentStatus
  version: number
  name: string
  publishedAt: Date
}

/** A public version, and what stands around it: that may change, the version may not. */
export type PublicDocument = {
  content: VersionContent
  sha256: string
  /** Where this version stands on its group's ledger; null before it was taken in. */
  entry: { position: number; hash: string } | null
  /** Address of the portal without a slash at the end. */
  origin: string
  status: DocumentStatus
  /** What took its place, where that is public. */
  supersededBy: { slug: string; title: string } | null
  /** All public versions, the newest first. */
  versions: readonly { number: number; name: string; publishedAt: Date }[]
  /** To whom public versions were sent, and who answered; `day` is `YYYY-MM-DD`. */
  dispatches: readonly { kind: "sent" | "answered"; party: string; day: string; version: number }[]
  leads: PublicLeads
}

/** What a group has published of its documents, by title. */
export async function listPublishedDocuments(slug: string): Promise<PublicDocumentLine[]> {
  const fact = (name: string) => sql`${documentVersions.content} #>> ${`{document,${name}}`}`
  const rows = await database()
    .selectDistinctOn([documents.id], {
      id: documentVersions.id,
      slug: documents.slug,
      title: fact("title").mapWith(String),
      kind: sql<DocumentKind>`${fact("kind")}`,
      language: fact("language").mapWith(String),
      status: documents.status,
      version: documentVersions.number,
      name: documentVersions.name,
      publishedAt: documentPublications.publishedAt,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(eq(groups.slug, slug))
    .orderBy(documents.id, desc(documentVersions.number))
  const opened = await openTexts(
    database(),
    rows,
    (row) => row,
    ({ title, name }) => [title, name],
    (row, open) => ({ ...row, title: open(row.title), name: open(row.name) }),
  )
  const lines = opened.map(({ id: _, ...line }) => line)
  return lines.sort((one, other) => one.title.localeCompare(other.title, "en"))
}

/** A public version of a document, the newest where none is named; null when there is no such version. */
export async function findPublishedDocument(
  slug: string,
  document: string,
  version?: number,
): Promise<PublicDocument | null> {
  const stored = await database()
    .select({
      language: languageIn(documentVersions.content),
      id: documentVersions.id,
      number: documentVersions.number,
      name: documentVersions.name,
      publishedAt: documentPublications.publishedAt,
    })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(groups.slug, slug), eq(documents.slug, document)))
    .orderBy(desc(documentVersions.number))
  const versions = await openTexts(
    database(),
    stored,
    (row) => row,
    ({ name }) => [name],
    (row, open) => ({ ...row, name: open(row.name) }),
  )
  const wanted = version === undefined ? versions[0] : versions.find((v) => v.number === version)
  if (!wanted) return null
  const successor = alias(documents, "successor")
  const [row] = await database()
    .select({
      content: documentVersions.content,
      sha256: documentVersions.sha256,
      documentId: documents.id,
      groupId: documents.groupId,
      status: documents.status,
      successor: { slug: successor.slug, newest: newestPublic(successor) },
    })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(successor, eq(successor.id, documents.supersededBy))
    .where(eq(documentVersions.id, wanted.id))
  if (!row) return null
  const content = await openDocumentVersion(database(), { id: wanted.id, content: row.content })
  const { documentId, groupId, status, sha256, successor: next } = row
  const [dispatches, entry, leads] = await Promise.all([
    findDispatches(documentId),
    findEntry(wanted.id),
    publicLeads(database(), content.text, { groupId, groupSlug: slug, documentId }),
  ])
  return {
    ...{ content, sha256, entry, status, dispatches, leads },
    origin: env().origin,
    supersededBy: next?.newest
      ? { slug: next.slug, title: await openTitle(database(), next.newest) }
      : null,
    versions: versions.map(({ id: _, language: __, ...shown }) => shown),
  }
}

/** The slug of a document of a group by its id; null while nothing of it is public. */
export async function findPublishedSlug(group: string, id: string): Promise<string | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [found] = await database()
    .select({ slug: documents.slug })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(documentVersions, eq(documentVersions.documentId, documents.id))
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(groups.slug, group), eq(documents.id, id)))
    .limit(1)
  return found?.slug ?? null
}

/** The newest public version of a document, as far as its title needs it; null while none is public. */
function newestPublic(of: { id: AnyPgColumn }) {
  return sql<StoredTitle | null>`(select json_build_object('id', v.id,
      'title', v.content #>> '{document,title}', 'language', v.content #>> '{document,language}')
    from document_versions v join document_publications p on p.version_id = v.id
    where v.document_id = ${of.id} order by v.number desc limit 1)`
}

type StoredTitle = { id: string; title: string; language: string }

async function openTitle(reader: Reader, stored: StoredTitle): Promise<string> {
  const [opened] = await openTexts(
    reader,
    [stored],
    (row) => row,
    ({ title }) => [title],
    (row, open) => ({ ...row, title: open(row.title) }),
  )
  return opened?.title ?? ""
}

/**
 * What was sent of the public versions: to whom and when, and who answered. An answer that names no
 * version belongs to that of the sending which it answers. Notes and files stay inside.
 */
function findDispatches(documentId: string): Promise<PublicDocument["dispatches"][number][]> {
  const { kind, party, day, versionId } = documentDispatches
  const sending = alias(documentDispatches, "sending")
  return database()
    .select({ kind, party, day, version: documentVersions.number })
    .from(documentDispatches)
    .leftJoin(sending, and(eq(sending.id, documentDispatches.answers), isNull(sending.withdrawnAt)))
    .innerJoin(
      documentVersions,
      eq(documentVersions.id, sql`coalesce(${versionId}, ${sending.versionId})`),
    )
    .innerJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(
      and(eq(documentDispatches.documentId, documentId), isNull(documentDispatches.withdrawnAt)),
    )
    .orderBy(asc(day), asc(documentDispatches.enteredAt))
}
