import { and, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { inboundMails } from "@/db/schema/consultations"

/** Tries to file one mail. A server that ended in as many of them is not asked for another one. */
export const mostTries = 3

/**
 * Step: counts a try to file a mail, in a change of its own before the mail is looked at: whatever then ends
 * the server, the next one knows. Resolves to the number of this try; null for a mail that is settled, or none.
 */
export async function countTry(tx: Transaction, mailId: string): Promise<number | null> {
  const [mail] = await tx
    .update(inboundMails)
    .set({ tries: sql`${inboundMails.tries} + 1` })
    .where(and(eq(inboundMails.id, mailId), eq(inboundMails.outcome, "waiting")))
    .returning({ tries: inboundMails.tries })
  return mail?.tries ?? null
}

/** Step: takes a try back that failed by the database: that says nothing of the mail. */
export async function takeTryBack(tx: Transaction, mailId: string): Promise<void> {
  await tx
    .update(inboundMails)
    .set({ tries: sql`greatest(${inboundMails.tries} - 1, 0)` })
    .where(eq(inboundMails.id, mailId))
}
