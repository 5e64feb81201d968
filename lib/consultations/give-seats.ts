import { and, eq, inArray, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultationCalls, consultationGuests } from "@/db/schema/consultations"

/**
 * Step: gives addresses whose invitation was taken back their seat once more, with the link that they had:
 * as invited by somebody, who are written to as if for the first time, or as come by themselves. Resolves
 * to how many they were.
 */
export async function giveSeats(
  tx: Transaction,
  given: { consultationId: string; emails: readonly string[]; invitedBy: string | null },
): Promise<number> {
  const { consultationId, emails, invitedBy } = given
  const seats = await tx
    .update(consultationGuests)
    .set({ invitedBy, takenBackAt: null, takenBackBy: null })
    .where(
      and(
        eq(consultationGuests.consultationId, consultationId),
        inArray(consultationGuests.email, [...emails]),
        isNotNull(consultationGuests.takenBackAt),
      ),
    )
    .returning({ id: consultationGuests.id })
  const ids = seats.map(({ id }) => id)
  if (ids.length > 0 && invitedBy !== null)
    await tx
      .delete(consultationCalls)
      .where(
        and(
          eq(consultationCalls.consultationId, consultationId),
          eq(consultationCalls.kind, "opening"),
          inArray(consultationCalls.recipientId, ids),
        ),
      )
  return ids.length
}
