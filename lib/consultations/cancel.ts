import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { cancelConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { endDocuments } from "./open-documents"
import { checkRevision } from "./revision"
import { cancelLack, consultationStatus } from "./status"

/** Calls a consultation off, for good and with a reason that everybody can read. Comments that were made stay. */
export async function cancelConsultation(
  actor: Actor,
  { consultationId, revision, reason }: z.output<typeof cancelConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    const { id, groupId, groupSlug, title } = consultation
    authorize(actor, "consultation.hold", { groupId })
    const lack = cancelLack(consultationStatus(consultation, now()))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(consultation, revision)
    await tx
      .update(consultations)
      .set({ cancelledAt: now(), cancelReason: reason, revision: revision + 1 })
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
  })
}
