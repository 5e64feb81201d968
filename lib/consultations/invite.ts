import { and, count, eq, inArray, isNull } from "drizzle-orm"
import type { z } from "zod"
import { consultationGuests } from "@/db/schema/consultations"
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
 * back. Refuses the whole list
 * when one of it is no address, and names that one.
 */
export async function inviteGuests(
  actor: Actor,
  { consultationId, locale, addresses }: z.output<typeof inviteGuestsInput>,
): Promise<{ invited: number; before: number }> {
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
    const added = await addGuests(tx, { consultationId, emails: addresses, locale, invitedBy })
    const anew = await giveSeats(tx, { consultationId, emails: addresses, invitedBy })
    const invited = added.length + anew
    // Somebody who came by themselves is from now on one of the invited.
    await tx
      .update(consultationGuests)
      .set({ invitedBy })
      .where(
        and(
          eq(consultationGuests.consultationId, consultationId),
          inArray(consultationGuests.email, addresses),
          isNull(consultationGuests.invitedBy),
        ),
      )
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
    return { invited, before: addresses.length - invited }
  })
}
