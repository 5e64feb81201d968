import type { z } from "zod"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { oneConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { openNow } from "./open-now"
import { checkRevision } from "./revision"
import { holdTexts } from "./settle-texts"
import { consultationStatus, openLack } from "./status"

/** Opens a planned consultation before its time. */
export async function openConsultation(
  actor: Actor,
  { consultationId, revision }: z.output<typeof oneConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    await holdTexts(tx, consultationId)
    const consultation = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId: consultation.groupId })
    const at = now()
    const lack = openLack(consultationStatus(consultation, at))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(consultation, revision)
    await openNow(tx, consultation, actor, at)
  })
}
