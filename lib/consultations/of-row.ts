import { and, asc, eq, isNotNull, isNull } from "drizzle-orm"
import { backlinks } from "@/db/schema/backlinks"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { documents } from "@/db/schema/documents"
import { mappingRows } from "@/db/schema/mapping"
import { rowPlace } from "@/lib/editions/edition-document"
import type { Actor } from "@/lib/platform/actor"
import { database } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"

/** A consultation in which a row of a mapping is open for comments; `place` is the heading it stands under. */
export type ConsultationOfRow = { slug: string; title: string; closesAt: Date; place: string }

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
      editionId: documents.originEditionId,
      number: mappingRows.number,
    })
    .from(backlinks)
    .innerJoin(mappingRows, eq(mappingRows.id, backlinks.targetId))
    .innerJoin(documents, eq(documents.id, backlinks.fromDocumentId))
    .innerJoin(consultationTexts, eq(consultationTexts.documentId, documents.id))
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(
      and(
        ...[eq(backlinks.groupId, groupId), eq(backlinks.target, "mapping-row")],
        ...[eq(backlinks.targetId, rowId), isNotNull(documents.originEditionId)],
        ...[isNotNull(consultations.openedAt), isNull(consultations.closedAt)],
        isNull(consultations.cancelledAt),
      ),
    )
    .orderBy(asc(consultations.closesAt), asc(consultations.slug))
  return rows.map(({ editionId, number, ...shown }) => ({
    ...shown,
    place: rowPlace(editionId ?? "", number),
  }))
}
