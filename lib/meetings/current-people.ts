import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { people } from "@/db/schema/people"

/** For each id the person who stands for it today: themselves, or whom they were merged into. The unknown are left out. */
export async function currentPeople(
  reader: Reader,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: people.id, mergedInto: people.mergedInto })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, mergedInto }) => [id, mergedInto ?? id]))
}
