import { asc, eq, inArray } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { memberships } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { keepVersionsAway } from "@/lib/record/hold-erasures"
import type { mergeInput } from "./input"
import { holdMappingsOf } from "./merge/move-responsible"
import { moves } from "./merge/moves"
import type { Pair } from "./merge/pair"
import { namingGroups } from "./naming-groups"

/**
 * Makes two records of one person one: whatever pointed at either points at the kept one, which answers
 * to every name of both. The other record stays and leads to it. Refuses with `conflict` while both have
 * an account, since nobody can guess which address is used.
 */
export async function mergePeople(
  actor: Actor,
  { keptId, mergedId }: z.output<typeof mergeInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "person.merge")
    // A version that is being written knows people by the ids of today, and who of them was erased.
    await keepVersionsAway(tx)
    const pair = { kept: keptId, merged: mergedId }
    await holdMappingsOf(tx, pair)
    const { kept, merged } = await lockPair(tx, pair)
    await refuseTwoAccounts(tx, pair)
    for (const move of Object.values(moves)) await move(tx, pair, actor)
    await tx
      .update(people)
      .set({ stakeholderGroup: kept.stakeholderGroup ?? merged.stakeholderGroup })
      .where(eq(people.id, keptId))
    await tx
      .update(people)
      .set({ mergedInto: keptId, mergedAt: now() })
      .where(eq(people.id, mergedId))
    await record(tx, {
      name: "person.merged",
      actor,
      groupId: null,
      subject: { type: "person", id: keptId },
      data: { kept: keptId, merged: mergedId, name: kept.name },
      publicChange: await namingGroups(tx, keptId),
    })
    return { name: kept.name }
  })
}

/**
 * Both people, locked after the groups in which either is or was a member: changes of members lock a
 * group first too, so that neither waits for the other for ever.
 */
async function lockPair(tx: Transaction, pair: Pair) {
  const ids = [pair.kept, pair.merged]
  const joined = tx
    .select({ id: memberships.groupId })
    .from(memberships)
    .where(inArray(memberships.personId, ids))
  await tx
    .select({ id: groups.id })
    .from(groups)
    .where(inArray(groups.id, joined))
    .orderBy(asc(groups.id))
    .for("update")
  const rows = await tx
    .select()
    .from(people)
    .where(inArray(people.id, ids))
    .orderBy(asc(people.id))
    .for("update")
  const kept = rows.find(({ id }) => id === pair.kept)
  const merged = rows.find(({ id }) => id === pair.merged)
  if (!kept || !merged) throw notFound()
  if (kept === merged) throw new Refusal("conflict", "people.samePerson")
  const gone = rows.find(({ mergedInto }) => mergedInto !== null)
  if (gone) throw new Refusal("conflict", "people.mergedAlready", { name: gone.name })
  return { kept, merged }
}

async function refuseTwoAccounts(tx: Transaction, { kept, merged }: Pair) {
  const both = await tx
    .select({ email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.personId, [kept, merged]))
  if (both.length > 1) throw new Refusal("conflict", "people.twoAccounts")
}
