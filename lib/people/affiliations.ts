import { asc, inArray } from "drizzle-orm"
import type { Reader } from "@/db/client"
import { affiliations } from "@/db/schema/people"
import type { Affiliation } from "./model"

export type KeptAffiliation = Affiliation & { id: string; personId: string }

/** Every affiliation of the people, by person, the oldest first. */
export async function listAffiliations(
  reader: Reader,
  personIds: readonly string[],
): Promise<Map<string, KeptAffiliation[]>> {
  const known = new Map<string, KeptAffiliation[]>()
  if (personIds.length === 0) return known
  const rows = await reader
    .select()
    .from(affiliations)
    .where(inArray(affiliations.personId, [...personIds]))
    .orderBy(asc(affiliations.since), asc(affiliations.organisation))
  for (const row of rows) known.set(row.personId, [...(known.get(row.personId) ?? []), row])
  return known
}
