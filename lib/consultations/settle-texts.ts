import { and, asc, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { holdDocument } from "@/lib/documents/hold"
import { holdText } from "@/lib/documents/hold-text"
import { lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"

/**
 * Step: holds what the texts of a consultation that is not open belong to. Everybody holds a meeting or a
 * document before the consultation that asks about it, so whoever opens one does this first.
 */
export async function holdTexts(tx: Transaction, consultationId: string): Promise<void> {
  for (const { meetingId, documentId } of await textsOf(tx, consultationId)) {
    if (meetingId) await lockMeeting(tx, meetingId)
    if (documentId) await holdDocument(tx, documentId)
  }
}

/**
 * Step: what was written together in the texts of a consultation that opens becomes a revision of each, so
 * that what is read is what stood there, to the last word. The caller holds the consultation.
 */
export async function settleTexts(tx: Transaction, consultationId: string): Promise<void> {
  for (const { meetingId, documentId } of await textsOf(tx, consultationId)) {
    if (meetingId) await lockMinutesIfAny(tx, meetingId)
    if (documentId) await holdText(tx, documentId)
  }
}

/** In an order that is the same for all who hold several. */
function textsOf(tx: Transaction, consultationId: string) {
  return tx
    .select({ meetingId: consultationTexts.meetingId, documentId: consultationTexts.documentId })
    .from(consultationTexts)
    .innerJoin(consultations, eq(consultations.id, consultationTexts.consultationId))
    .where(and(eq(consultations.id, consultationId), isNull(consultations.openedAt)))
    .orderBy(asc(consultationTexts.meetingId), asc(consultationTexts.documentId))
}
