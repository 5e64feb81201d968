import { and, eq, sql } from "drizzle-orm"
import { inboundMails } from "@/db/schema/consultations"
import { transaction } from "@/lib/platform/database"

/** Tries to file one mail. A server that ended in as many of them is not asked for another one. */
export const mostTries = 3

/**
 * Counts a try to file a mail, for good, before the mail is looked at: whatever then ends the server, the
 * next one knows. Resolves to the number of this try; null for a mail that is settled, or none.
 */
export async function countTry(mailId: string): Promise<number | null> {
  return transaction(async (tx) => {
    const [mail] = await tx
      .update(inboundMails)
      .set({ tries: sql`${inboundMails.tries} + 1` })
      .where(and(eq(inboundMails.id, mailId), eq(inboundMails.outcome, "waiting")))
      .returning({ tries: inboundMails.tries })
    return mail?.tries ?? null
  })
}

/** Takes a try back that failed by the database: that says nothing of the mail. */
export async function takeTryBack(mailId: string): Promise<void> {
  await transaction(async (tx) => {
    await tx
      .update(inboundMails)
      .set({ tries: sql`greatest(${inboundMails.tries} - 1, 0)` })
      .where(eq(inboundMails.id, mailId))
  })
}
