import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import type { oneConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { checkRevision } from "./revision"
import { consultationStatus, endLateLack } from "./status"

/** Takes no more late comments in a consultation from now on; those that came stay. Refuses one that takes none. */
export async function endLateComments(
  actor: Actor,
  { consultationId: id, revision }: z.output<typeof oneConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockConsultation(tx, id)
    const { groupId, groupSlug, title, closesAt } = before
    authorize(actor, "consultation.hold", { groupId })
    const at = now()
    const lack = endLateLack(consultationStatus(before, at))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(before, revision)
    await tx
      .update(consultations)
      // None were taken late where the end is this very instant.
      .set({ lateUntil: at > closesAt ? at : null, revision: before.revision + 1 })
      .where(eq(consultations.id, id))
    await record(tx, {
      name: "consultation.lateEnded",
      actor,
      groupId,
      subject: { type: "consultation", id },
      data: { title },
      publicChange: [groupSlug],
    })
  })
}
