import { and, eq, isNull } from "drizzle-orm"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import type { LockedConsultation } from "./lock"
import { reminderAt } from "./model"

/**
 * Step: two days before the end, notes once for each end that it is time to remind; whoever has not
 * answered is told by what follows from the event. Nothing in a window that is no longer than that.
 */
export async function remindNow(
  tx: Transaction,
  consultation: LockedConsultation,
  actor: Actor,
  at: Date,
): Promise<boolean> {
  const due = reminderAt(consultation)
  if (due === null || due > at || consultation.remindedAt) return false
  const { id, groupId, title } = consultation
  const [reminded] = await tx
    .update(consultations)
    .set({ remindedAt: at })
    .where(and(eq(consultations.id, id), isNull(consultations.remindedAt)))
    .returning({ id: consultations.id })
  if (!reminded) return false
  await record(tx, {
    name: "consultation.reminded",
    actor,
    groupId,
    subject: { type: "consultation", id },
    data: { title },
  })
  return true
}
