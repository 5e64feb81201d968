import { asc, eq } from "drizzle-orm"
import { inboundMails } from "@/db/schema/consultations"
import { database } from "@/lib/platform/database"

/** Mails that were taken in and not yet settled, the oldest first: their jobs were lost or gave up. */
export async function findUnfiled(): Promise<string[]> {
  const rows = await database()
    .select({ id: inboundMails.id })
    .from(inboundMails)
    .where(eq(inboundMails.outcome, "waiting"))
    .orderBy(asc(inboundMails.receivedAt))
  return rows.map(({ id }) => id)
}
