import { and, eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { minutes, minutesRevisions } from "@/db/schema/minutes"
import { people } from "@/db/schema/people"
import { lockState } from "@/lib/live/lock"
import { findState, type StoredState } from "@/lib/live/stored"
import { notFound } from "@/lib/platform/errors"
import type { CurrentRevision } from "./current"
import { minutesOf } from "./live/kind"
import { settleDocument } from "./live/settle"
import { storedText } from "./read-text"

/** The current revision, and the shared document where the minutes were opened for writing before. */
export type HeldMinutes = CurrentRevision & { document: StoredState | null }

/**
 * Step: holds the minutes of a meeting until the transaction ends. What was written together since the
 * last revision is made one first, so that what is returned is all that anybody was told is saved.
 * `not_found` before their start.
 */
export async function lockMinutes(tx: Transaction, meetingId: string): Promise<HeldMinutes> {
  const held = await lockMinutesIfAny(tx, meetingId)
  if (!held) throw notFound()
  return held
}

/** Step: as `lockMinutes`; null before the minutes are started. */
export async function lockMinutesIfAny(
  tx: Transaction,
  meetingId: string,
): Promise<HeldMinutes | null> {
  const current = await lockRevision(tx, meetingId)
  if (!current) return null
  await lockState(tx, minutesOf(meetingId))
  const document = await findState(tx, minutesOf(meetingId))
  if (!document) return { ...current, document }
  return { ...(await settleDocument(tx, meetingId, current, document)), document }
}

/** Step: holds the pointer of the minutes, and nothing of their shared document; null before their start. */
export async function lockRevision(
  tx: Transaction,
  meetingId: string,
): Promise<CurrentRevision | null> {
  // Not the key: whoever keeps what is written holds the state, and refers to these minutes from its blocks.
  const [held] = await tx
    .select({ revision: minutes.revision })
    .from(minutes)
    .where(eq(minutes.meetingId, meetingId))
    .for("no key update")
  if (!held) return null
  const [current] = await tx
    .select({
      text: minutesRevisions.text,
      savedAt: minutesRevisions.savedAt,
      author: people.name,
      authorId: minutesRevisions.authorId,
      upto: minutesRevisions.upto,
    })
    .from(minutesRevisions)
    .leftJoin(people, eq(people.id, minutesRevisions.authorId))
    .where(
      and(eq(minutesRevisions.meetingId, meetingId), eq(minutesRevisions.number, held.revision)),
    )
  if (!current) throw new Error(`Minutes ${meetingId} point at no revision`)
  return { ...held, ...current, text: storedText(current.text) }
}
