import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests, consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"

/**
 * Step: confirms the seat of a guest as of `at` and records `consultation.confirmed`, once: of two at the
 * same time the second finds it confirmed. Says whether this was the first.
 */
export async function confirmSeat(
  tx: Transaction,
  given: { actor: Actor; guestId: string; groupId: string; at: Date },
): Promise<boolean> {
  const { actor, guestId, groupId, at } = given
  const [seat] = await tx
    .update(consultationGuests)
    .set({ confirmedAt: at })
    .where(and(eq(consultationGuests.id, guestId), isNull(consultationGuests.confirmedAt)))
    .returning({ id: consultationGuests.consultationId, name: consultationGuests.name })
  if (!seat) return false
  const [consultation] = await tx
    .select({ title: consultations.title })
    .from(consultations)
    .where(eq(consultations.id, seat.id))
  await record(tx, {
    name: "consultation.confirmed",
    actor,
    groupId,
    subject: { type: "consultation", id: seat.id },
    // Never the address: whoever gave no name is nobody on the trail.
    data: { title: consultation?.title ?? "", guest: seat.name || "?" },
  })
  return true
}
