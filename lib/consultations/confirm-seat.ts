import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests, consultations } from "@/db/schema/consultations"

/**
 * Step: confirms the seat of a guest as of `at`, once: of two at the same time the second finds it
 * confirmed. Gives what the trail says of it, or null when it was confirmed before.
 */
export async function confirmSeat(
  tx: Transaction,
  { guestId, at }: { guestId: string; at: Date },
): Promise<{ title: string; guest: string } | null> {
  const [seat] = await tx
    .update(consultationGuests)
    .set({ confirmedAt: at })
    .where(and(eq(consultationGuests.id, guestId), isNull(consultationGuests.confirmedAt)))
    .returning({ id: consultationGuests.consultationId, name: consultationGuests.name })
  if (!seat) return null
  const [consultation] = await tx
    .select({ title: consultations.title })
    .from(consultations)
    .where(eq(consultations.id, seat.id))
  // Never the address: whoever gave no name is nobody on the trail.
  return { title: consultation?.title ?? "", guest: seat.name || "?" }
}
