import { and, eq, isNull, lt, or, sql } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { affiliations } from "@/db/schema/people"
import { now } from "@/lib/platform/clock"
import { listAffiliations } from "./affiliations"
import { affiliationOn, foldName } from "./model"

/** Whether what is said of somebody's place differs from the affiliation that holds today. */
export function movesTo(
  current: { organisation: string; capacity: string } | null,
  said: { organisation: string; capacity: string },
): boolean {
  if (said.organisation === "") return false
  if (!current) return true
  const same = (a: string, b: string) => foldName(a) === foldName(b)
  // A list that leaves the capacity out does not take it away.
  return (
    !same(current.organisation, said.organisation) ||
    (said.capacity !== "" && !same(current.capacity, said.capacity))
  )
}

/**
 * Step: from today on the person belongs elsewhere; what held until now ends yesterday. Changes
 * nothing when the affiliation is the same or empty. Resolves to whether it changed.
 */
export async function changeAffiliation(
  tx: Transaction,
  personId: string,
  said: { organisation: string; capacity: string },
): Promise<boolean> {
  const today = now().toISOString().slice(0, 10)
  const known = (await listAffiliations(tx, [personId])).get(personId) ?? []
  const current = affiliationOn(known, today)
  if (!movesTo(current, said)) return false
  if (current) {
    if (current.since === today)
      await tx.delete(affiliations).where(eq(affiliations.id, current.id))
    await tx
      .update(affiliations)
      .set({ until: sql`${today}::date - 1` })
      .where(
        and(
          eq(affiliations.id, current.id),
          or(isNull(affiliations.since), lt(affiliations.since, today)),
        ),
      )
  }
  await tx
    .insert(affiliations)
    .values({ personId, ...said, since: known.length > 0 ? today : null })
  return true
}
