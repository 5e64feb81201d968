import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import type { Author } from "./model"

/**
 * Step: lets what an author types under a key be kept, and be sent, one after the other, until each has
 * committed: a draft that is kept meanwhile is seen by its own comment, or sees it.
 */
export async function holdDraft(tx: Transaction, author: Author, key: string): Promise<void> {
  const whose = "personId" in author ? author.personId : author.guestId
  const held = `draft of ${whose} ${key}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${held}, 0))`)
}
