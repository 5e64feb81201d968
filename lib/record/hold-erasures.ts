import { sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"

const key = sql`hashtextextended('erasures of names', 0)`

/**
 * Step: no name is erased, and no two people become one, until this transaction ends. Whoever writes a version
 * holds this before anything else: a name that goes at that moment, or whose id does, would stand in the
 * version, and whoever held something else already could wait for each other for ever.
 */
export async function keepErasuresAway(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock_shared(${key})`)
}

/** Step: waits for every version that is being written, and lets no other begin until this transaction ends. */
export async function keepVersionsAway(tx: Transaction): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(${key})`)
}
