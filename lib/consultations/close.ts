import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { closeNow } from "./close-now"
import type { oneConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { checkRevision } from "./revision"
import { closeLack, consultationStatus } from "./status"

/** Closes an open consultation before its time. Comments that arrived until now are filed. */
export async function closeConsultation(
  actor: Actor,
  { consultationId, revision }: z.output<typeof oneConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const consultation = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId: consultation.groupId })
    const at = now()
    const lack = closeLack(consultationStatus(consultation, at))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(consultation, revision)
    await closeNow(tx, consultation, actor, at)
  })
}
