import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { people } from "@/db/schema/people"
import { giveAccount } from "@/lib/accounts/give-account"
import { record } from "@/lib/activity/record"
import type { inviteInput } from "@/lib/people/input"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { writeAccount, writeWelcome } from "./letters"
import { beginMembership, lockGroup, openMembership } from "./membership"

/**
 * Lets a person of the register sign in, makes them a member of a group, or both, and tells them by mail
 * when that is asked for. Refuses with `conflict` an address in use, a member, and an invitation to nothing.
 */
export async function invitePerson(
  actor: Actor,
  { personId, email, groupId, role, tell, locale }: z.output<typeof inviteInput>,
): Promise<{ name: string }> {
  return transaction(async (tx) => {
    authorize(actor, "account.invite")
    const group = groupId === null ? null : await lockGroup(tx, groupId)
    const person = await lockPerson(tx, personId)
    if (person.email === null && email !== null) await giveAccount(tx, personId, email)
    else if (!group) throw new Refusal("conflict", "fields", {}, { groupId: "people.inviteToWhat" })
    if (group) {
      if (await openMembership(tx, group.id, personId))
        throw new Refusal("conflict", "members.already", { name: person.name })
      await beginMembership(tx, { groupId: group.id, personId, role })
    }
    const address = person.email ?? email
    if (tell && address !== null) {
      const to = { to: address, name: person.name, locale }
      if (group) await writeWelcome(tx, group, to)
      else await writeAccount(tx, to)
    }
    await record(tx, {
      name: "account.invited",
      actor,
      groupId,
      subject: { type: "person", id: personId },
      data: { person: personId, name: person.name },
      publicChange: group && role === "co-chair" ? [group.slug] : [],
    })
    return { name: person.name }
  })
}

async function lockPerson(tx: Transaction, personId: string) {
  const [person] = await tx
    .select({ id: people.id, name: people.name })
    .from(people)
    .where(and(eq(people.id, personId), isNull(people.mergedInto)))
    .for("update")
  if (!person) throw notFound()
  const [account] = await tx.select().from(accounts).where(eq(accounts.personId, personId))
  if (account?.disabledAt) throw new Refusal("conflict", "members.accountDisabled")
  return { ...person, email: account?.email ?? null }
}
