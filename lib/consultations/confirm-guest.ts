import { and, eq, isNull } from "drizzle-orm"
import type { z } from "zod"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findGuestByLink, guestSubject } from "./guest-link"
import type { confirmGuestInput } from "./input"

/**
 * Confirms that an address is the guest's own, with the press of a button on the page that the mailed link
 * opens, and takes how they want to be called. Sent again it only changes that.
 */
export async function confirmGuest(
  actor: Actor,
  input: z.output<typeof confirmGuestInput>,
): Promise<void> {
  const { token, ...said } = input
  await transaction(async (tx) => {
    const guest = await findGuestByLink(tx, token)
    if (!guest) throw new Refusal("not_found", "consultation.linkSpent")
    authorize(actor, "consultation.confirm", guestSubject(guest.id))
    await tx.update(consultationGuests).set(said).where(eq(consultationGuests.id, guest.id))
    // Two presses at once are one after the other here: the second finds it confirmed.
    const [first] = await tx
      .update(consultationGuests)
      .set({ confirmedAt: now() })
      .where(and(eq(consultationGuests.id, guest.id), isNull(consultationGuests.confirmedAt)))
      .returning({ id: consultationGuests.id })
    if (!first) return
    const [consultation] = await tx
      .select({ title: consultations.title })
      .from(consultations)
      .where(eq(consultations.id, guest.consultationId))
    await record(tx, {
      name: "consultation.confirmed",
      actor,
      groupId: guest.groupId,
      subject: { type: "consultation", id: guest.consultationId },
      data: { title: consultation?.title ?? "", guest: said.name },
    })
  })
}
