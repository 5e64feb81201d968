import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm"
import { backlinks } from "@/db/schema/backlinks"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { editions } from "@/db/schema/editions"
import { mappingRows } from "@/db/schema/mapping"
import { rowPlace } from "@/lib/mapping/row-place"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** A consultation in which a row of a mapping is open for comments; `place` is the heading it stands under. */
export type ConsultationOfRow = {
  slug: string
  title: string
  closesAt: Date
  /** The number of the edition whose row is asked about. */
  edition: number
  place: string
}

/**
 * The consultations that are open now on documents made of an edition with a row of a group's mapping in
 * it, the one that closes first before the others.
 */
export async function listConsultationsOfRow(
  actor: Actor,
  groupId: string,
  rowId: string,
): Promise<ConsultationOfRow[]> {
  authorize(actor, "consultation.read", { groupId })
  const rows = await database()
    .select({
      ...{ slug: consultations.slug, title: consultations.title },
      closesAt: consultations.closesAt,
      textId: consultationTexts.id,
      ...{ editionId: editions.id, edition: editions.number },
      number: mappingRows.number,
    })
    .from(backlinks)
    .innerJoin(mappingRows, eq(mappingRows.id, backlinks.targetId))
    .innerJoin(documents, eq(documents.id, backlinks.fromDocumentId))
    .innerJoin(editions, eq(editions.id, documents.originEditionId))
    .innerJoin(consultationTexts, eq(consultationTexts.documentId, documents.id))
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        ...[eq(backlinks.groupId, groupId), eq(backlinks.target, "mapping-row")],
        ...[eq(backlinks.targetId, rowId), isNotNull(consultations.openedAt)],
        ...[isNull(consultations.closedAt), isNull(consultations.cancelledAt)],
        eq(editions.mappingId, mappingRows.mappingId),
      ),
    )
    .orderBy(asc(consultations.closesAt), asc(consultations.slug))
  const placed = rows.map(({ editionId, number, ...row }) => ({
    ...row,
    place: rowPlace(editionId, number),
  }))
  const standing = await textsWith(placed)
  return placed.flatMap(({ textId, ...row }) => (standing.has(textId) ? [row] : []))
}

/** The texts that have their heading: a section of another row may speak of one that is not asked about. */
async function textsWith(
  wanted: readonly { textId: string; place: string }[],
): Promise<ReadonlySet<string>> {
  if (wanted.length === 0) return new Set()
  const rows = await database().execute<{ id: string }>(sql`
    select t.id from jsonb_to_recordset(${JSON.stringify(wanted)}::text::jsonb) as n("textId" uuid, place text)
    join consultation_texts t on t.id = n."textId"
    join document_revisions r on r.document_id = t.document_id and r.number = t.revision
    where r.text @> jsonb_build_object('content', jsonb_build_array(
      jsonb_build_object('type', 'heading', 'attrs', jsonb_build_object('id', n.place))))`)
  return new Set(rows.map(({ id }) => id))
}
