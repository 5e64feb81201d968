import { asc, eq, inArray } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests, consultationTexts } from "@/db/schema/consultations"
import { meetings } from "@/db/schema/meetings"
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
  await holdMeetings(tx, consultationId)
  // Whoever takes one back holds the consultation, so it is asked again with that in hand.
  const { audience } = await lockConsultation(tx, consultationId, "share")
  const [seat] = await tx
    .select({ at: consultationGuests.takenBackAt })
    .from(consultationGuests)
    .where(eq(consultationGuests.id, id))
  return seat === undefined || seat.at !== null || audience === "members"
}

/**
 * A comment on minutes holds their meeting, and the clock holds that before the consultation: so does
 * whoever comes with a seat, or the two would wait for each other. In the order of `holdTexts`.
 */
async function holdMeetings(tx: Transaction, consultationId: string): Promise<void> {
  const asked = tx
    .select({ id: consultationTexts.meetingId })
    .from(consultationTexts)
    .where(eq(consultationTexts.consultationId, consultationId))
  await tx
    .select({ id: meetings.id })
    .from(meetings)
    .where(inArray(meetings.id, asked))
    .orderBy(asc(meetings.id))
    .for("key share")
}

export const takenBack = () => new Refusal("conflict", "consultation.takenBack")
