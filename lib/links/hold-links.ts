import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

/**
 * Step: one at a time keeps the links of a meeting, a document or a mapping. Whoever keeps what is public
 * holds them before reading the version: a name that is erased meanwhile would come back otherwise.
 */
export async function holdLinks(tx: Transaction, speakerId: string): Promise<void> {
  const key = `links of ${speakerId}`
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`)
}
