import { eq } from "drizzle-orm"
import type { z } from "zod"
import { comments } from "@/db/schema/comments"
import { consultationGuests } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { authorize } from "@/lib/policy/can"
import { confirmSeat } from "./confirm-seat"
import { guestSubject } from "./guest-link"
import type { confirmGuestInput } from "./input"
import { isUnnamedByMail, nameByMail } from "./mailed-answers"
import { holdSeat } from "./seat"

/**
 * Confirms that an address is the guest's own, with the press of a button on the page that the mailed link
 * opens, and takes how they want to be called, and whether beside what they mailed. Sent again it only
 * changes that, which the trail says without either name.
 */
export async function confirmGuest(
  actor: Actor,
  input: z.output<typeof confirmGuestInput>,
): Promise<void> {
  const { token, unnamed, ...said } = input
  await transaction(async (tx) => {
    const guest = await holdSeat(tx, token)
    authorize(actor, "consultation.confirm", guestSubject(guest.id))
    const before = { name: guest.name, unnamed: await isUnnamedByMail(tx, guest.id) }
    await tx.update(consultationGuests).set(said).where(eq(consultationGuests.id, guest.id))
    await nameByMail(tx, guest.id, unnamed)
    const data = await confirmSeat(tx, { guestId: guest.id, at: now() })
    const about = {
      actor,
      groupId: guest.groupId,
      subject: { type: "consultation", id: guest.consultationId },
    }
    if (data) await record(tx, { ...about, name: "consultation.confirmed", data })
    const isNamedAnew = before.unnamed !== null && before.unnamed !== unnamed
    if (before.name === said.name && !isNamedAnew) return
    if ((await tx.$count(comments, eq(comments.guestId, guest.id))) === 0) return
    await record(tx, {
      ...about,
      name: "consultation.guestChanged",
      data: { title: guest.consultationTitle, guestId: guest.id },
    })
  })
}
