import { and, eq, isNull, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { commentDrafts } from "@/db/schema/comments"
import { tidy } from "@/lib/comments/tidy"
import { filedBefore } from "@/lib/comments/write-comment"
import { type LockedConsultation, lockConsultation } from "./lock"
import { takenNow } from "./taken-now"

/** A comment that arrived, before anybody knows whether it can be filed. `arrivedAt` decides, not when it is filed. */
export type Arrival = {
  consultationId: string
  arrivedAt: Date
  author: { personId: string } | { guestId: string }
  text: string
  submission: string
  /** On which text of the consultation, or as an answer in which thread; it is filed there once it may be. */
  consultationTextId?: string | null
  threadId?: string
  /** What else the form holds; a mail has none of it. */
  place?: string | null
  quote?: string | null
  unnamed?: boolean
}

type TakenIn =
  /** The same form or mail was filed before, perhaps in time: whatever the clock says now. */
  | { before: { threadId: string; commentId: string } }
  | { filed: true; late: boolean; consultation: LockedConsultation }
  /** Not filed, but kept for its author. `lack` is a key under `errors`. */
  | { filed: false; lack: string }

/**
 * Step: holds the consultation against being closed meanwhile and says whether a comment that arrived at
 * an instant is filed. What was filed before is given back. One that is not is kept for its author, once
 * for the same submission. The transaction must be committed for that, so the caller refuses after it.
 */
export async function takeIn(tx: Transaction, arrival: Arrival): Promise<TakenIn> {
  const before = await filedBefore(tx, arrival, arrival.author)
  if (before) return { before }
  const consultation = await lockConsultation(tx, arrival.consultationId, "share")
  const taking = await takenNow(tx, consultation, arrival.arrivedAt)
  if ("late" in taking) return { filed: true, late: taking.late, consultation }
  await tx
    .insert(commentDrafts)
    .values({
      personId: "personId" in arrival.author ? arrival.author.personId : null,
      guestId: "guestId" in arrival.author ? arrival.author.guestId : null,
      key: keptKey(consultation.id, arrival.submission),
      text: tidy(arrival.text),
      place: arrival.place ?? null,
      quote: arrival.quote ? tidy(arrival.quote) : null,
      unnamed: arrival.unnamed ?? false,
      consultationTextId: arrival.consultationTextId ?? null,
      threadId: arrival.threadId ?? null,
      keptBecause: taking.lack,
      savedAt: arrival.arrivedAt,
    })
    .onConflictDoNothing()
  return { filed: false, lack: taking.lack }
}

/** Step: a comment that was kept is filed now, so it need not be kept any longer. */
export async function forgetKept(
  tx: Transaction,
  { consultationId, author, submission }: Pick<Arrival, "consultationId" | "author" | "submission">,
): Promise<void> {
  const mine =
    "personId" in author
      ? eq(commentDrafts.personId, author.personId)
      : and(isNull(commentDrafts.personId), eq(commentDrafts.guestId, author.guestId))
  await tx
    .delete(commentDrafts)
    .where(and(mine, eq(commentDrafts.key, keptKey(consultationId, submission))))
}

/** In a query of drafts: what came when no comments were taken, and the portal knows where it belongs. */
export const isSendable = sql<boolean>`(${commentDrafts.keptBecause} is not null and
  num_nonnulls(${commentDrafts.consultationTextId}, ${commentDrafts.threadId}) > 0)`

/** Where a comment that was not filed is kept. */
const keptKey = (consultationId: string, submission: string): string =>
  `${keptPrefix(consultationId)}${submission}`

/** What the keys of all comments begin with that a consultation did not take. */
export const keptPrefix = (consultationId: string): string => `consultation:${consultationId}:`
