import { and, eq, isNull, lt } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { groups } from "@/db/schema/groups"
import { joinRequests, memberships } from "@/db/schema/members"
import { countLetter, refuseBeyond } from "@/lib/accounts/limit"
import type { Actor } from "@/lib/platform/actor"
import { daysFromNow, now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound } from "@/lib/platform/errors"
import { hashOf, newToken } from "@/lib/platform/secrets"
import { authorize } from "@/lib/policy/can"
import type { askToJoinInput } from "./input"
import { writeAlready, writeConfirmation } from "./letters"
import { confirmDays } from "./request-link"

/**
 * Takes a request to join, which counts once its address is confirmed through the mailed link. Whoever is
 * a member already is told so by mail; the caller's answer is the same. Refuses with `too_many` beyond the limits.
 */
export async function askToJoin(
  actor: Actor,
  input: z.output<typeof askToJoinInput> & { network: string },
): Promise<void> {
  authorize(actor, "join.ask")
  const { slug, network, ...said } = input
  const count = await transaction(async (tx) => {
    const [group] = await tx.select().from(groups).where(eq(groups.slug, slug))
    if (!group) throw notFound()
    const within = await countLetter(tx, "join", { network, email: said.email })
    if (within !== "within") return within
    const to = { to: said.email, locale: said.locale }
    if (await isMember(tx, group.id, said.email)) {
      await writeAlready(tx, group, to)
      return within
    }
    await forgetUnconfirmed(tx)
    const token = newToken()
    await tx
      .insert(joinRequests)
      .values({ ...said, groupId: group.id, tokenHash: hashOf(token), createdAt: now() })
    await writeConfirmation(tx, group, to, token)
    return within
  })
  refuseBeyond(count, "join.tooMany")
}

async function forgetUnconfirmed(tx: Transaction): Promise<void> {
  const before = daysFromNow(-confirmDays)
  await tx
    .delete(joinRequests)
    .where(and(isNull(joinRequests.confirmedAt), lt(joinRequests.createdAt, before)))
}

async function isMember(tx: Transaction, groupId: string, email: string): Promise<boolean> {
  const [found] = await tx
    .select({ id: memberships.id })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.personId, memberships.personId))
    .where(
      and(
        eq(memberships.groupId, groupId),
        eq(accounts.email, email),
        isNull(accounts.disabledAt),
        isNull(memberships.until),
      ),
    )
  return found !== undefined
}
