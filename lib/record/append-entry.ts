import { desc, eq, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { ledgerEntries } from "@/db/schema/record"
import { sha256Of } from "./canonical"
import { type Entry, type EntryKind, sealedEntry } from "./model"

/** A published version that goes on the ledger of its group. */
export type NewEntry = {
  groupId: string
  kind: EntryKind
  subjectId: string
  address: string
  sha256: string
  at: Date
}

/** Step: nobody else puts anything on the ledger of a group until this transaction ends. */
export async function holdLedger(tx: Transaction, groupId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`ledger ${groupId}`}, 0))`)
}

/**
 * Step: puts a published version on its group's ledger, sealed over the entry before. Whoever publishes in
 * the group at the same time waits here until this transaction is over; call it after every other lock.
 */
export async function appendEntry(
  tx: Transaction,
  { groupId, kind, subjectId, address, sha256, at }: NewEntry,
): Promise<{ position: number; hash: string }> {
  await holdLedger(tx, groupId)
  const [last] = await tx
    .select({ position: ledgerEntries.position, hash: ledgerEntries.hash })
    .from(ledgerEntries)
    .where(eq(ledgerEntries.groupId, groupId))
    .orderBy(desc(ledgerEntries.position))
    .limit(1)
  const entry: Entry = {
    ...{ kind, address, sha256, at },
    position: (last?.position ?? 0) + 1,
    previous: last?.hash ?? null,
  }
  const hash = sha256Of(sealedEntry(entry))
  await tx.insert(ledgerEntries).values({ ...entry, groupId, subjectId, hash })
  return { position: entry.position, hash }
}
