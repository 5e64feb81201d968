import { inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { people } from "@/db/schema/people"

/** The names of people by their ids; those that are not known are left out. Does not authorize. */
export async function namesOf(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await reader
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(inArray(people.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
