import { and, eq, isNotNull, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { missingDocuments } from "@/db/schema/backlinks"

/**
 * Step: a change that brings placeholders of a held meeting's minutes back leaves what they were filled
 * with. Other changes open them again: see `keepLinks`.
 */
export async function keepFilled<Result>(
  tx: Transaction,
  meetingId: string,
  change: () => Promise<Result>,
): Promise<Result> {
  const { id, filledAt } = missingDocuments
  const filled = await tx
    .select({
      id,
      set: {
        filledDocumentId: missingDocuments.filledDocumentId,
        filledHref: missingDocuments.filledHref,
        filledBy: missingDocuments.filledBy,
        filledAt,
      },
    })
    .from(missingDocuments)
    .where(and(eq(missingDocuments.meetingId, meetingId), isNotNull(filledAt)))
    .orderBy(id)
    .for("update")
  const changed = await change()
  for (const { id: rowId, set } of filled)
    await tx
      .update(missingDocuments)
      .set(set)
      .where(and(eq(id, rowId), isNull(filledAt)))
  return changed
}
