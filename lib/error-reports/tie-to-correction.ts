import { and, eq, isNotNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { errorReports } from "@/db/schema/corrections"
import { notFound } from "@/lib/platform/errors"

/**
 * Step: notes that a correction was begun because of a reported error, which stays in the queue until it
 * is answered. `not_found` when no such error was reported, and confirmed, of this meeting's report.
 */
export async function tieToCorrection(
  tx: Transaction,
  { errorId, meetingId, correctionId }: Record<"errorId" | "meetingId" | "correctionId", string>,
): Promise<void> {
  const [tied] = await tx
    .update(errorReports)
    .set({ correctionId })
    .where(
      and(
        eq(errorReports.id, errorId),
        eq(errorReports.meetingId, meetingId),
        isNotNull(errorReports.confirmedAt),
      ),
    )
    .returning({ id: errorReports.id })
  if (!tied) throw notFound()
}
