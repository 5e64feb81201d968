import { and, asc, eq, ne, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { documentRevisions, documents } from "@/db/schema/documents"
import { importFiles } from "@/db/schema/imports"
import { people } from "@/db/schema/people"
import { type DeskGroup, getDeskGroup } from "@/lib/groups/queries"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize, can } from "@/lib/policy/can"
import { findCurrentText } from "./current-text"
import type { DocumentFacts, DocumentKind, Successor } from "./facts"
import { findFacts } from "./find-facts"
import type { DocumentText } from "./model"
import type { DocumentStatus } from "./status"

export type DocumentLine = {
  id: string
  slug: string
  title: string
  kind: DocumentKind
  status: DocumentStatus
  language: string
  /** Who looks after it. */
  responsible: string | null
  savedAt: Date
  by: string | null
  /** The newest version that is public. */
  publicVersion: number | null
}

const current = and(
  eq(documentRevisions.documentId, documents.id),
  eq(documentRevisions.number, documents.revision),
)
const responsible = alias(people, "responsible")
const publicVersion = sql<number | null>`(select max(v.number)
  from document_versions v join document_publications p on p.version_id = v.id
  where v.document_id = ${documents.id})`

const line = {
  id: documents.id,
  slug: documents.slug,
  title: documents.title,
  kind: documents.kind,
  status: documents.status,
  language: documents.language,
  responsible: responsible.name,
  savedAt: documentRevisions.savedAt,
  by: people.name,
  publicVersion,
}

/** The documents of a group by their titles, with who saved them last and when. */
export async function listDocuments(actor: Actor, slug: string): Promise<DocumentLine[]> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "document.read", { groupId: group.id })
  return database()
    .select(line)
    .from(documents)
    .innerJoin(documentRevisions, current)
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .leftJoin(responsible, eq(responsible.id, documents.responsibleId))
    .where(eq(documents.groupId, group.id))
    .orderBy(asc(documents.title), asc(documents.slug))
}

/** A document of a group, for its pages. `file` is the name of the file that it was brought in from. */
export type GroupDocument = DocumentLine & {
  group: Pick<DeskGroup, "id" | "slug" | "shortName">
  /** The number of its current revision, and that of what is said of it. */
  revision: number
  facts: DocumentFacts
  text: DocumentText
  supersededBy: Successor | null
  file: string | null
  may: { write: boolean; hold: boolean; publish: boolean; fill: boolean }
}

/** One document of a group, as it now stands. `not_found` when the group has none at that address. */
export async function getDocument(
  actor: Actor,
  slug: string,
  document: string,
): Promise<GroupDocument> {
  const group = await getDeskGroup(actor, slug)
  authorize(actor, "document.read", { groupId: group.id })
  const successor = alias(documents, "successor")
  const [row] = await database()
    .select({
      ...line,
      revision: documents.revision,
      responsibleId: documents.responsibleId,
      successor: { slug: successor.slug, title: successor.title, status: successor.status },
      file: importFiles.name,
    })
    .from(documents)
    .innerJoin(documentRevisions, current)
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .leftJoin(responsible, eq(responsible.id, documents.responsibleId))
    .leftJoin(successor, eq(successor.id, documents.supersededBy))
    .leftJoin(importFiles, eq(importFiles.documentId, documents.id))
    .where(and(eq(documents.groupId, group.id), eq(documents.slug, document)))
  if (!row) throw notFound()
  const { responsibleId, successor: supersededBy, ...shown } = row
  const [facts, now] = await Promise.all([
    findFacts(database(), row.id),
    findCurrentText(database(), row.id, row.revision),
  ])
  const subject = { groupId: group.id, responsibleId }
  return {
    ...shown,
    supersededBy,
    facts,
    ...now,
    group: { id: group.id, slug: group.slug, shortName: group.shortName },
    may: {
      write: can(actor, "document.edit", subject),
      hold: can(actor, "document.hold", subject),
      publish: can(actor, "document.publish", subject),
      fill: can(actor, "document.edit", subject),
    },
  }
}

/** The other documents of a group, for whoever names one: what replaces this, or was missing. */
export async function listOtherDocuments(
  actor: Actor,
  groupId: string,
  documentId: string | null,
): Promise<{ id: string; title: string }[]> {
  authorize(actor, "document.read", { groupId })
  return database()
    .select({ id: documents.id, title: documents.title })
    .from(documents)
    .where(
      and(
        eq(documents.groupId, groupId),
        documentId === null ? undefined : ne(documents.id, documentId),
      ),
    )
    .orderBy(asc(documents.title), asc(documents.slug))
}

/** A document for whoever may change what is said of it; refuses others. */
export async function getDocumentForHolder(
  actor: Actor,
  slug: string,
  document: string,
): Promise<GroupDocument> {
  const found = await getDocument(actor, slug, document)
  const responsibleId = found.facts.responsible?.id ?? null
  authorize(actor, "document.hold", { groupId: found.group.id, responsibleId })
  return found
}
