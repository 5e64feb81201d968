import { asc, eq } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { groups } from "@/db/schema/groups"
import { ledgerEntries } from "@/db/schema/record"
import { sha256Of } from "../canonical"
import { sealedEntry } from "../model"
import type { Difference } from "./model"

/** An entry of the ledger, with the group that it belongs to. */
export type StoredEntry = typeof ledgerEntries.$inferSelect & { group: string }

/** All entries, by group and position. */
export async function readEntries(reader: Reader): Promise<StoredEntry[]> {
  const rows = await reader
    .select({ entry: ledgerEntries, group: groups.slug })
    .from(ledgerEntries)
    .innerJoin(groups, eq(groups.id, ledgerEntries.groupId))
    .orderBy(asc(groups.slug), asc(ledgerEntries.position))
  return rows.map(({ entry, group }) => ({ ...entry, group }))
}

/** Where an entry stands, as it is told. */
export const nameOf = ({ group, position, address }: StoredEntry): string =>
  `/${group}/${address} (entry ${position})`

/**
 * What is wrong with a chain itself: a hash that its entry does not have, a gap, a link that leads
 * elsewhere. What it seals is looked at apart.
 */
export function chainDifferences(entries: readonly StoredEntry[]): Difference[] {
  const found: Difference[] = []
  let before: StoredEntry | null = null
  for (const entry of entries) {
    const previous: StoredEntry | null = before?.group === entry.group ? before : null
    const where = nameOf(entry)
    const position = (previous?.position ?? 0) + 1
    if (entry.position !== position)
      found.push({ where, what: `entry ${position} of the ledger is missing before it` })
    if (entry.previous !== (previous?.hash ?? null))
      found.push({ where, what: "it is not sealed over the entry before it" })
    if (sha256Of(sealedEntry(entry)) !== entry.hash)
      found.push({ where, what: "the entry's hash is not the hash of what it says" })
    before = entry
  }
  return found
}
