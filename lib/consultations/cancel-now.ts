import { eq } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import type { LockedConsultation } from "./lock"
import { endDocuments } from "./open-documents"

/** Step: calls a held consultation off, for good and with a reason that everybody can read. */
export async function cancelNow(
  tx: Transaction,
  consultation: LockedConsultation,
  actor: Actor,
  { at, reason }: { at: Date; reason: string },
): Promise<void> {
  const { id, groupId, groupSlug, title, revision } = consultation
  await tx
    .update(consultations)
    .set({ cancelledAt: at, cancelReason: reason, revision: revision + 1 })
    .where(eq(consultations.id, id))
  if (consultation.openedAt) await endDocuments(tx, actor, id)
  await record(tx, {
    name: "consultation.cancelled",
    actor,
    groupId,
    subject: { type: "consultation", id },
    data: { title, reason },
    publicChange: [groupSlug],
  })
}
