import { and, eq, isNotNull, lt } from "drizzle-orm"
import { inboundMails } from "@/db/schema/consultations"
import { daysFromNow } from "@/lib/platform/clock"
import { database } from "@/lib/platform/database"

/** Days for which a mail that was refused is kept whole, so that somebody can look at what went wrong. */
export const keptDays = 30

/**
 * Forgets the words of mails that were refused long ago: a stranger's, or of somebody who was told. That
 * they came, and why they were refused, stays. For the clock, which calls it daily. Resolves to how many
 * were forgotten.
 */
export async function forgetRefused(): Promise<number> {
  const forgotten = await database()
    .update(inboundMails)
    .set({ raw: null })
    .where(
      and(
        eq(inboundMails.outcome, "refused"),
        isNotNull(inboundMails.raw),
        lt(inboundMails.settledAt, daysFromNow(-keptDays)),
      ),
    )
    .returning({ id: inboundMails.id })
  return forgotten.length
}
