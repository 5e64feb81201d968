import { and, count, eq, gt, inArray, isNull, lte, or } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { accounts } from "@/db/schema/accounts"
import { consultationCalls, consultationGuests } from "@/db/schema/consultations"
import { memberships } from "@/db/schema/members"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { addGuests } from "./add-guests"
import { giveSeats } from "./give-seats"
import { guestAddress, type inviteGuestsInput } from "./input"
import { lockConsultation } from "./lock"
import { consultationLimits } from "./model"
import { consultationStatus, inviteLack } from "./status"

/**
 * Invites people without an account by their addresses; each gets a link of their own by mail, at the
 * opening or at once when it is open. Who was invited before is not invited again, unless that was taken
 * back; members of the group are left out: they are asked as members. Refuses the whole list when one of it
 * is no address, and names that one.
 */
export async function inviteGuests(
  actor: Actor,
  { consultationId, locale, addresses }: z.output<typeof inviteGuestsInput>,
): Promise<{ invited: number; before: number; members: number; names: string }> {
  return transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    const { groupId, title, audience } = consultation
    authorize(actor, "consultation.hold", { groupId })
    const lack = inviteLack(consultationStatus(consultation, now()), audience)
    if (lack) throw new Refusal("conflict", lack)
    const wrong = addresses.find((each) => !guestAddress.safeParse(each).success)
    if (wrong !== undefined)
      throw new Refusal(
        "invalid",
        "fields",
        { address: wrong.slice(0, 80) },
        { addresses: "consultation.notAnAddress" },
      )
    const invitedBy = personOf(actor)
    const members = await membersBehind(tx, groupId, addresses)
    const emails = addresses.filter((each) => !members.has(each))
    const added = await addGuests(tx, { consultationId, emails, locale, invitedBy })
    const anew = await giveSeats(tx, { consultationId, emails, invitedBy })
    const invited = added.length + anew
    // Somebody who came by themselves is from now on one of the invited, and knows what is asked.
    const known = await tx
      .update(consultationGuests)
      .set({ invitedBy })
      .where(
        and(
          eq(consultationGuests.consultationId, consultationId),
          inArray(consultationGuests.email, emails),
          isNull(consultationGuests.invitedBy),
        ),
      )
      .returning({ recipientId: consultationGuests.id })
    if (known.length > 0)
      await tx
        .insert(consultationCalls)
        .values(known.map((guest) => ({ ...guest, consultationId, kind: "opening" })))
        .onConflictDoNothing()
    const [all] = await tx
      .select({ n: count() })
      .from(consultationGuests)
      .where(
        and(
          eq(consultationGuests.consultationId, consultationId),
          isNull(consultationGuests.takenBackAt),
        ),
      )
    if ((all?.n ?? 0) > consultationLimits.guests && invitedBy)
      throw new Refusal(
        "invalid",
        "fields",
        { most: consultationLimits.guests },
        { addresses: "consultation.tooMany" },
      )
    await record(tx, {
      name: "consultation.invited",
      actor,
      groupId,
      subject: { type: "consultation", id: consultationId },
      data: { title, invited },
    })
    return {
      ...{ invited, before: emails.length - invited },
      ...{ members: members.size, names: [...members].join(", ") },
    }
  })
}

/** Those of some addresses under which members of a group sign in at this moment. */
async function membersBehind(
  tx: Transaction,
  groupId: string,
  addresses: readonly string[],
): Promise<Set<string>> {
  const rows = await tx
    .select({ email: accounts.email })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.personId, accounts.personId))
    .where(
      and(
        inArray(accounts.email, [...addresses]),
        isNull(accounts.disabledAt),
        eq(memberships.groupId, groupId),
        lte(memberships.since, now()),
        or(isNull(memberships.until), gt(memberships.until, now())),
      ),
    )
  return new Set(rows.map(({ email }) => email))
}
