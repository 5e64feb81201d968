import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationGuests } from "@/db/schema/consultations"
import { now } from "@/lib/platform/clock"

/**
 * Step: takes back every invitation to a consultation that becomes one for members alone, and resolves to
 * how many they were. Whoever widens it again has to invite them anew.
 */
export async function emptySeats(
  tx: Transaction,
  { consultationId, takenBackBy }: { consultationId: string; takenBackBy: string | null },
): Promise<number> {
  const seats = await tx
    .update(consultationGuests)
    .set({ takenBackAt: now(), takenBackBy })
    .where(
      and(
        eq(consultationGuests.consultationId, consultationId),
        isNull(consultationGuests.takenBackAt),
      ),
    )
    .returning({ id: consultationGuests.id })
  return seats.length
}
