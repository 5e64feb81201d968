import { and, desc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { documentPublications, documents, documentVersions } from "@/db/schema/documents"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { openTexts } from "@/lib/record/open-content"
import { findRevisionText } from "./find-revision"
import { languageIn } from "./language-in"
import type { DocumentText } from "./model"
import { openDocumentVersion } from "./open-versions"
import type { VersionContent } from "./version-content"

/** A version as a list shows it. `publishedAt` is null while members alone can read it. */
export type VersionLine = {
  id: string
  number: number
  name: string
  note: string
  revision: number
  madeAt: Date
  by: string | null
  publishedAt: Date | null
}

const maker = alias(people, "maker")
const line = {
  id: documentVersions.id,
  number: documentVersions.number,
  name: documentVersions.name,
  note: documentVersions.note,
  revision: documentVersions.revision,
  madeAt: documentVersions.madeAt,
  by: maker.name,
  publishedAt: documentPublications.publishedAt,
}

type Of = { groupId: string; documentId: string }
type Which = { kind: "revision" | "version"; number: number }

/** The versions of a document, the newest first. */
export async function listVersions(
  actor: Actor,
  { groupId, documentId }: Of,
): Promise<VersionLine[]> {
  authorize(actor, "document.read", { groupId })
  const rows = await database()
    .select({ ...line, language: languageIn(documentVersions.content) })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(maker, eq(maker.id, documentVersions.madeBy))
    .leftJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(and(eq(documentVersions.documentId, documentId), eq(documents.groupId, groupId)))
    .orderBy(desc(documentVersions.number))
  const opened = await openTexts(
    database(),
    rows,
    (row) => row,
    ({ name, note }) => [name, note],
    (row, open) => ({ ...row, name: open(row.name), note: open(row.note) }),
  )
  return opened.map(({ language: _, ...shown }) => shown)
}

/** One version, whole. `not_found` when the document has none of that number. */
export async function getVersion(
  actor: Actor,
  { groupId, documentId }: Of,
  number: number,
): Promise<VersionLine & { content: VersionContent; sha256: string }> {
  authorize(actor, "document.read", { groupId })
  const [row] = await database()
    .select({ ...line, content: documentVersions.content, sha256: documentVersions.sha256 })
    .from(documentVersions)
    .innerJoin(documents, eq(documents.id, documentVersions.documentId))
    .leftJoin(maker, eq(maker.id, documentVersions.madeBy))
    .leftJoin(documentPublications, eq(documentPublications.versionId, documentVersions.id))
    .where(
      and(
        eq(documentVersions.documentId, documentId),
        eq(documents.groupId, groupId),
        eq(documentVersions.number, number),
      ),
    )
  if (!row) throw notFound()
  const content = await openDocumentVersion(database(), row)
  const { name, note } = content.version
  return { ...row, name, note, content }
}

/** The text of a revision, or of a version where `which` says so; `not_found` when there is none. */
export async function getTextOf(actor: Actor, of: Of, which: Which): Promise<DocumentText> {
  if (which.kind === "version") return (await getVersion(actor, of, which.number)).content.text
  authorize(actor, "document.read", { groupId: of.groupId })
  const [own] = await database()
    .select({ id: documents.id })
    .from(documents)
    .where(and(eq(documents.id, of.documentId), eq(documents.groupId, of.groupId)))
  const text = own && (await findRevisionText(database(), own.id, which.number))
  if (!text) throw notFound()
  return text
}
