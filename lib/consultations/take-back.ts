import { and, eq } from "drizzle-orm"
import type { z } from "zod"
import { consultationGuests } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { notFound, Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { takeBackInput } from "./input"
import { lockConsultation } from "./lock"

/**
 * Takes an invitation back: from then on its link opens nothing, an answer by mail is not taken, and no
 * mail goes to its address. What the guest said stays. Refuses with `conflict` whoever came by themselves.
 */
export async function takeBackInvitation(
  actor: Actor,
  { consultationId, guestId }: z.output<typeof takeBackInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { groupId, title } = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId })
    const seat = and(
      eq(consultationGuests.id, guestId),
      eq(consultationGuests.consultationId, consultationId),
    )
    const [guest] = await tx.select().from(consultationGuests).where(seat)
    if (!guest) throw notFound()
    if (guest.takenBackAt) return
    if (!guest.invitedBy) throw new Refusal("conflict", "consultation.cameThemselves")
    await tx
      .update(consultationGuests)
      .set({ takenBackAt: now(), takenBackBy: personOf(actor) })
      .where(seat)
    await record(tx, {
      name: "consultation.invitationTakenBack",
      actor,
      groupId,
      subject: { type: "consultation", id: consultationId },
      data: { title },
    })
  })
}
