import { and, count, eq, isNull, sql } from "drizzle-orm"
import type { z } from "zod"
import { accounts } from "@/db/schema/accounts"
import { secretariat } from "@/db/schema/members"
import { people } from "@/db/schema/people"
import { record } from "@/lib/activity/record"
import type { changeSecretariatInput } from "@/lib/people/input"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"

/**
 * Gives the secretariat's role to somebody with an open account, or ends it, from now on. Refuses with
 * `conflict` to end the last one.
 */
export async function changeSecretariat(
  actor: Actor,
  { personId, to }: z.output<typeof changeSecretariatInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "secretariat.change")
    // Two who end each other's role at once must not both succeed.
    await tx.execute(sql`lock table ${secretariat} in exclusive mode`)
    const open = and(eq(secretariat.personId, personId), isNull(secretariat.until))
    const [[person], [account], [stands]] = [
      await tx.select().from(people).where(eq(people.id, personId)),
      await tx.select().from(accounts).where(eq(accounts.personId, personId)),
      await tx.select().from(secretariat).where(open),
    ]
    if (!person || (to === "begin") === Boolean(stands)) throw notFound()
    if (to === "begin") {
      if (!account || account.disabledAt) throw new Refusal("conflict", "people.needsAccount")
      await tx.insert(secretariat).values({ personId, since: now() })
    } else {
      await tx.update(secretariat).set({ until: now() }).where(open)
      const [left] = await tx
        .select({ n: count() })
        .from(secretariat)
        .innerJoin(accounts, eq(accounts.personId, secretariat.personId))
        .where(and(isNull(secretariat.until), isNull(accounts.disabledAt)))
      if (left?.n === 0) throw new Refusal("conflict", "people.lastSecretariat")
    }
    await record(tx, {
      name: to === "begin" ? "secretariat.begun" : "secretariat.ended",
      actor,
      groupId: null,
      subject: { type: "person", id: personId },
      data: { person: personId, name: person.name },
    })
    return { name: person.name }
  })
}
