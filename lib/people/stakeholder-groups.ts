import { asc, eq, inArray } from "drizzle-orm"
import type { Reader, Transaction } from "@/db/client"
import { formerStakeholderGroups, people } from "@/db/schema/people"
import { now } from "@/lib/platform/clock"
import type { StakeholderGroup } from "./model"

/** What somebody counted to at an instant; what is known of them since where nothing was known then. */
export type StakeholderGroupAt = (personId: string, at: Date) => StakeholderGroup | null

/** The stakeholder groups of people at any time, read once for all of them. */
export async function stakeholderGroupsAtAnyTime(
  reader: Reader,
  personIds: readonly string[],
): Promise<StakeholderGroupAt> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return () => null
  const [current, former] = await Promise.all([
    reader
      .select({ id: people.id, stakeholderGroup: people.stakeholderGroup })
      .from(people)
      .where(inArray(people.id, ids)),
    reader
      .select()
      .from(formerStakeholderGroups)
      .where(inArray(formerStakeholderGroups.personId, ids))
      .orderBy(asc(formerStakeholderGroups.until)),
  ])
  const known = new Map(current.map(({ id, stakeholderGroup }) => [id, stakeholderGroup]))
  return (personId, at) => {
    const then = former.find((each) => each.personId === personId && each.until > at)
    return then?.stakeholderGroup ?? known.get(personId) ?? null
  }
}

/**
 * Step: from now on a person counts to this group; what they did before stays with the one that held then.
 * With `throughout` this one always held, and what stood there before was a mistake.
 */
export async function changeStakeholderGroup(
  tx: Transaction,
  personId: string,
  to: StakeholderGroup | null,
  { throughout = false }: { throughout?: boolean } = {},
): Promise<void> {
  const mine = eq(people.id, personId)
  const [person] = await tx
    .select({ was: people.stakeholderGroup })
    .from(people)
    .where(mine)
    .for("no key update")
  if (throughout)
    await tx.delete(formerStakeholderGroups).where(eq(formerStakeholderGroups.personId, personId))
  else if (person?.was && person.was !== to)
    await tx
      .insert(formerStakeholderGroups)
      .values({ personId, stakeholderGroup: person.was, until: now() })
  if (person && person.was !== to) await tx.update(people).set({ stakeholderGroup: to }).where(mine)
}
