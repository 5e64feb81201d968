import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { recordNames } from "@/db/schema/record"
import type { EntryKind } from "../model"
import { commitmentOf } from "../seal"

export type StoredName = typeof recordNames.$inferSelect

/** The names that stand beside these versions, by version. */
export async function readNames(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, StoredName[]>> {
  const found = new Map<string, StoredName[]>()
  for (let at = 0; at < ids.length; at += 500) {
    const rows = await reader
      .select()
      .from(recordNames)
      .where(inArray(recordNames.subjectId, ids.slice(at, at + 500)))
    for (const row of rows) {
      const known = found.get(row.subjectId)
      if (known) known.push(row)
      else found.set(row.subjectId, [row])
    }
  }
  return found
}

/** What is wrong with the names beside a version: each has to be the one to which the record is committed. */
export function nameDifferences(
  kind: EntryKind,
  committed: Readonly<Record<string, string>>,
  names: readonly StoredName[],
): string[] {
  const found: string[] = []
  const commitments = new Map(Object.entries(committed))
  for (const { key, name, salt, commitment, kind: of } of names) {
    const sealed = commitments.get(key)
    commitments.delete(key)
    if (sealed !== commitment || of !== kind)
      found.push(`the commitment of ${key} is not the one in the record`)
    else if (name !== null && salt !== null && commitmentOf(salt, name) !== commitment)
      found.push(`${key} does not stand for the name that was published`)
  }
  for (const key of commitments.keys())
    found.push(`what ${key} stands for is missing, and nobody erased it`)
  return found
}
