import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultationGuests } from "@/db/schema/consultations"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { findGuestByLink, guestSubject } from "./guest-link"
import type { guestLinkInput } from "./input"

/** No more mail about this consultation to the guest who holds the link. Their link goes on working. */
export async function silenceGuest(
  actor: Actor,
  { token }: z.output<typeof guestLinkInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const guest = await findGuestByLink(tx, token)
    if (!guest) throw new Refusal("not_found", "consultation.linkSpent")
    authorize(actor, "consultation.confirm", guestSubject(guest.id))
    await tx
      .update(consultationGuests)
      .set({ silencedAt: guest.silencedAt ?? now() })
      .where(eq(consultationGuests.id, guest.id))
  })
}
