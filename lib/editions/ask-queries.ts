import { desc, eq } from "drizzle-orm"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { type ConsultationStatus, consultationStatus } from "@/lib/consultations/status"
import type { DeskMapping } from "@/lib/mapping/queries"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { openEdition } from "./open"

/** What the form needs that opens the newest edition for comments. */
export type EditionToAsk = {
  id: string
  number: number
  frozenAt: Date
  /** Those that have rows, with how many. */
  areas: { slug: string; title: string; rows: number }[]
  /** How many documents were made of it. */
  made: number
}

/** The newest edition of a mapping for whoever may open it for comments. `not_found` before the first one. */
export async function getEditionToAsk(
  actor: Actor,
  { id, group }: Pick<DeskMapping, "id" | "group">,
): Promise<EditionToAsk> {
  authorize(actor, "consultation.hold", { groupId: group.id })
  const [newest] = await database()
    .select({
      ...{ id: editions.id, number: editions.number, frozenAt: editions.frozenAt },
      content: editions.content,
    })
    .from(editions)
    .where(eq(editions.mappingId, id))
    .orderBy(desc(editions.number))
    .limit(1)
  if (!newest) throw notFound()
  const { areas, rows } = await openEdition(database(), newest)
  const counted = areas.map(({ slug, title }) => ({
    ...{ slug, title },
    rows: rows.filter(({ area }) => area === slug).length,
  }))
  return {
    ...{ id: newest.id, number: newest.number, frozenAt: newest.frozenAt },
    areas: counted.filter((area) => area.rows > 0),
    made: await database().$count(documents, eq(documents.originEditionId, newest.id)),
  }
}

/** A document that was made of an edition, and a consultation on it; one without any has none. */
export type AskedLine = {
  id: string
  edition: number
  slug: string
  title: string
  consultation: { slug: string; title: string; status: ConsultationStatus; closesAt: Date } | null
}

/** How many of them are listed. */
const mostAsked = 50

/**
 * The documents that were made of editions of a mapping, the newest first, once for each consultation.
 * Asks nobody: whoever has a `DeskMapping` may read it.
 */
export async function listAsked({ id }: Pick<DeskMapping, "id">): Promise<AskedLine[]> {
  const rows = await database()
    .select({
      ...{ id: documents.id, edition: editions.number, slug: documents.slug },
      title: documents.title,
      consultation: consultations,
    })
    .from(editions)
    .innerJoin(documents, eq(documents.originEditionId, editions.id))
    .leftJoin(consultationTexts, eq(consultationTexts.documentId, documents.id))
    .leftJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(eq(editions.mappingId, id))
    .orderBy(desc(documents.createdAt), documents.id, desc(consultations.closesAt))
    .limit(mostAsked)
  return rows.map(({ consultation, ...line }) => ({
    ...line,
    consultation: consultation && {
      ...{ slug: consultation.slug, title: consultation.title, closesAt: consultation.closesAt },
      status: consultationStatus(consultation, now()),
    },
  }))
}
