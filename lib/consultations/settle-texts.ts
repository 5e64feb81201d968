import { and, asc, DrizzleQueryError, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
import { findRevision } from "@/lib/documents/find-revision"
import { holdDocument } from "@/lib/documents/hold"
import { holdText } from "@/lib/documents/hold-text"
import { lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny, lockRevision } from "@/lib/minutes/lock"

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
 * that what is read is what stood there, to the last word. Where that cannot be read the last revision
 * stands: who was asked is not kept waiting for it, and the log says so. Throws where there is none either.
 * The caller holds the consultation.
 */
export async function settleTexts(tx: Transaction, consultationId: string): Promise<void> {
  for (const { meetingId, documentId } of await textsOf(tx, consultationId)) {
    if (meetingId) await settled(tx, lockMinutesIfAny, meetingId, () => lockRevision(tx, meetingId))
    if (documentId) await settled(tx, holdText, documentId, () => lastOf(tx, documentId))
  }
}

async function settled(
  tx: Transaction,
  settle: (part: Transaction, id: string) => Promise<unknown>,
  id: string,
  last: () => Promise<unknown>,
): Promise<void> {
  try {
    await tx.transaction((part) => settle(part, id))
  } catch (error) {
    // What the database says is tried again: it may be another who was faster.
    if (error instanceof DrizzleQueryError || !(await last())) throw error
    process.stderr.write(
      `Opened with its last revision, as the text ${id} was not read: ${error}\n`,
    )
  }
}

async function lastOf(tx: Transaction, documentId: string): Promise<unknown> {
  const { revision } = await holdDocument(tx, documentId)
  return findRevision(tx, documentId, revision)
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
