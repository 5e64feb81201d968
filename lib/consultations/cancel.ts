import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { cancelNow } from "./cancel-now"
import type { cancelConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { checkRevision } from "./revision"
import { cancelLack, consultationStatus } from "./status"

/** Calls a consultation off, for good and with a reason that everybody can read. Comments that were made stay. */
export async function cancelConsultation(
  actor: Actor,
  { consultationId, revision, reason }: z.output<typeof cancelConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId: consultation.groupId })
    const at = now()
    const lack = cancelLack(consultationStatus(consultation, at))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(consultation, revision)
    await cancelNow(tx, consultation, actor, { at, reason })
  })
}
