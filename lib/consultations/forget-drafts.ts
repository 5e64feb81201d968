import { and, eq, inArray, lt, sql } from "drizzle-orm"
import { commentDrafts } from "@/db/schema/comments"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"
import { guestDraftDays } from "./model"

/**
 * Forgets what guests typed and did not send, and what they sent too late, when that was long ago and so was the
 * end of the consultation, as it stands: one that was opened once more goes on. Members' stay, as they do.
 * For the clock, which calls it daily. Resolves to how many were forgotten.
 */
export async function forgetGuestDrafts(): Promise<number> {
  const before = daysFromNow(-guestDraftDays)
  const { cancelledAt, closesAt, lateUntil } = consultations
  const guestsOfEnded = database()
    .select({ id: consultationGuests.id })
    .from(consultationGuests)
    .innerJoin(consultations, eq(consultations.id, consultationGuests.consultationId))
    .where(
      sql`coalesce(${cancelledAt}, greatest(${closesAt}, ${lateUntil})) < ${before.toISOString()}::timestamptz`,
    )
  const forgotten = await database()
    .delete(commentDrafts)
    .where(and(lt(commentDrafts.savedAt, before), inArray(commentDrafts.guestId, guestsOfEnded)))
    .returning({ id: commentDrafts.id })
  return forgotten.length
}
