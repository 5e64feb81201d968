import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests } from "@/db/schema/consultations"
import { Refusal } from "@/lib/platform/errors"
import { findGuestByLink, type LinkedGuest } from "./guest-link"
import { lockConsultation } from "./lock"

/**
 * Step: the guest that a link stands for, held against losing their seat until the transaction ends.
 * Refuses with `not_found` a link that is unknown, and with `conflict` one whose invitation was taken back.
 */
export async function holdSeat(tx: Transaction, token: string): Promise<LinkedGuest> {
  const guest = await findGuestByLink(tx, token)
  if (!guest) throw new Refusal("not_found", "consultation.linkSpent")
  if (await isTakenBack(tx, guest)) throw takenBack()
  return guest
}

/**
 * Step: whether the invitation of a guest was taken back; it then stays so until the transaction ends. In
 * a consultation for members alone none stands.
 */
export async function isTakenBack(
  tx: Transaction,
  { id, consultationId }: { id: string; consultationId: string },
): Promise<boolean> {
  // Whoever takes one back holds the consultation, so it is asked again with that in hand.
  const { audience } = await lockConsultation(tx, consultationId, "share")
  const [seat] = await tx
    .select({ at: consultationGuests.takenBackAt })
    .from(consultationGuests)
    .where(eq(consultationGuests.id, id))
  return seat === undefined || seat.at !== null || audience === "members"
}

export const takenBack = () => new Refusal("conflict", "consultation.takenBack")
