import { and, asc, desc, eq, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { missingDocuments } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { meetings } from "@/db/schema/meetings"
import { people } from "@/db/schema/people"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** A document that a text speaks of and that nobody had put there; `filled` says what now stands for it. */
export type MissingDocument = {
  id: string
  label: string
  in:
    | { kind: "meeting"; meetingId: string; number: number | null; title: string }
    | { kind: "document"; slug: string; title: string }
  filled: {
    href: string | null
    slug: string | null
    title: string
    at: Date
    by: string | null
  } | null
  /** Filled, and still no link: minutes that are closed take it when they are opened again. */
  waits: boolean
}

const filler = alias(people, "filler")
const filledBy = alias(documents, "filled_by")

/** The documents that texts of a group miss, those still open first; what has left its text is left out. */
export async function listMissing(actor: Actor, groupId: string): Promise<MissingDocument[]> {
  authorize(actor, "document.read", { groupId })
  const rows = await database()
    .select({
      id: missingDocuments.id,
      label: missingDocuments.label,
      meetingId: missingDocuments.meetingId,
      number: meetings.number,
      meetingTitle: meetings.title,
      slug: documents.slug,
      title: documents.title,
      filledAt: missingDocuments.filledAt,
      filledHref: missingDocuments.filledHref,
      filledSlug: filledBy.slug,
      filledTitle: filledBy.title,
      by: filler.name,
    })
    .from(missingDocuments)
    .leftJoin(meetings, eq(meetings.id, missingDocuments.meetingId))
    .leftJoin(documents, eq(documents.id, missingDocuments.documentId))
    .leftJoin(filledBy, eq(filledBy.id, missingDocuments.filledDocumentId))
    .leftJoin(filler, eq(filler.id, missingDocuments.filledBy))
    .where(and(eq(missingDocuments.groupId, groupId), isNull(missingDocuments.goneAt)))
    .orderBy(
      desc(sql`${missingDocuments.filledAt} is null`),
      asc(missingDocuments.label),
      asc(missingDocuments.id),
    )
  return rows.map((row) => ({
    id: row.id,
    label: row.label,
    in: row.meetingId
      ? {
          kind: "meeting",
          meetingId: row.meetingId,
          number: row.number,
          title: row.meetingTitle ?? "",
        }
      : { kind: "document", slug: row.slug ?? "", title: row.title ?? "" },
    filled: row.filledAt && {
      href: row.filledHref,
      slug: row.filledSlug,
      title: row.filledTitle ?? row.filledHref ?? "",
      at: row.filledAt,
      by: row.by,
    },
    // In open minutes filling it makes a link of the words, and then it has left them.
    waits: row.meetingId !== null && row.filledAt !== null,
  }))
}
