import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

const key = sql`hashtextextended('erasures of names', 0)`

/**
 * Step: no name is erased until this transaction ends. Whoever writes a version holds this before asking who was
 * erased; otherwise a name that goes at that moment would stand in the version.
 */
export async function keepErasuresAway(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${key})`)
}

/** Step: waits for every version that is being written, and lets no other begin until this transaction ends. */
export async function keepVersionsAway(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`)
}
