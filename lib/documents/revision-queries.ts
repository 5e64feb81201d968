import { and, asc, desc, eq, inArray } from "drizzle-orm"
import { documentRevisions, documents } from "@/db/schema/documents"
import { documentContributors } from "@/db/schema/live-documents"
import { people } from "@/db/schema/people"
import { isApplied, restoredFrom } from "@/lib/minutes/model"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { type Page, pageOf } from "@/lib/platform/pages"
import { authorize } from "@/lib/policy/can"

/** A saved revision of a document, without its text. */
export type DocumentRevision = {
  number: number
  savedAt: Date
  /** Who wrote since the revision before, else who saved it; nobody when the portal itself wrote. */
  authors: string[]
  restoredFrom: number | null
  /** Whether it holds words that a comment proposed, and that were put in with one press. */
  applied: boolean
}

/** How many revisions a page of the history shows. */
export const documentHistoryPage = 100

/** A page of the revisions of a document, the newest first. */
export async function listDocumentRevisions(
  actor: Actor,
  { groupId, documentId }: { groupId: string; documentId: string },
  page = 1,
): Promise<Page<DocumentRevision>> {
  authorize(actor, "document.read", { groupId })
  const read = await database()
    .select({
      number: documentRevisions.number,
      savedAt: documentRevisions.savedAt,
      by: people.name,
      note: documentRevisions.note,
    })
    .from(documentRevisions)
    .innerJoin(documents, eq(documents.id, documentRevisions.documentId))
    .leftJoin(people, eq(people.id, documentRevisions.authorId))
    .where(and(eq(documentRevisions.documentId, documentId), eq(documents.groupId, groupId)))
    .orderBy(desc(documentRevisions.number))
    .limit(documentHistoryPage + 1)
    .offset((page - 1) * documentHistoryPage)
  const { lines: rows, more } = pageOf(read, documentHistoryPage)
  const numbers = rows.map(({ number }) => number)
  const wrote = await writersOf(documentId, numbers)
  const lines = rows.map(({ note, by, ...row }) => ({
    ...row,
    authors: wrote.get(row.number) ?? (by === null ? [] : [by]),
    restoredFrom: restoredFrom(note),
    applied: isApplied(note),
  }))
  return { lines, more }
}

async function writersOf(documentId: string, numbers: number[]): Promise<Map<number, string[]>> {
  const found = new Map<number, string[]>()
  if (numbers.length === 0) return found
  const rows = await database()
    .select({ number: documentContributors.number, name: people.name })
    .from(documentContributors)
    .innerJoin(people, eq(people.id, documentContributors.personId))
    .where(
      and(
        eq(documentContributors.documentId, documentId),
        inArray(documentContributors.number, numbers),
      ),
    )
    .orderBy(asc(people.name))
  for (const { number, name } of rows) found.set(number, [...(found.get(number) ?? []), name])
  return found
}
