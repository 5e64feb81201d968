import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { formerStakeholderGroups, people } from "@/db/schema/people"
import type { Pair } from "./pair"

/**
 * Step: what a duplicate counted to before says nothing of somebody of whom something is known already:
 * their own comments would count to another group. It is theirs where nothing is.
 */
export async function moveStakeholderGroups(
  tx: Transaction,
  { kept, merged }: Pair,
): Promise<void> {
  const hasOne = and(eq(people.id, kept), isNotNull(people.stakeholderGroup))
  const had = eq(formerStakeholderGroups.personId, kept)
  const isKnown =
    (await tx.$count(people, hasOne)) + (await tx.$count(formerStakeholderGroups, had)) > 0
  const mine = eq(formerStakeholderGroups.personId, merged)
  if (isKnown) await tx.delete(formerStakeholderGroups).where(mine)
  else await tx.update(formerStakeholderGroups).set({ personId: kept }).where(mine)
}
