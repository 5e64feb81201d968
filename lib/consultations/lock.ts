import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { notFound } from "@/lib/platform/errors"

export type LockedConsultation = typeof consultations.$inferSelect & { groupSlug: string }

/**
 * Step: holds a consultation until the transaction ends and returns it with the slug of its group. For
 * a change it waits for comments that are being filed; `share` is for filing one, which many may do at
 * once. Does not authorize. `not_found` when there is none.
 */
export async function lockConsultation(
  tx: Transaction,
  consultationId: string,
  strength: "update" | "share" = "update",
): Promise<LockedConsultation> {
  const [held] = await tx
    .select({ consultation: consultations, groupSlug: groups.slug })
    .from(consultations)
    .innerJoin(groups, eq(groups.id, consultations.groupId))
    .where(eq(consultations.id, consultationId))
    .for(strength, { of: consultations })
  if (!held) throw notFound()
  return { ...held.consultation, groupSlug: held.groupSlug }
}
