import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { checkStillOpenable } from "./check-still-openable"
import type { extendConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { remindedFor } from "./model"
import { openDocuments } from "./open-documents"
import { checkRevision } from "./revision"
import { consultationStatus, extendLack } from "./status"
import { settleWindow } from "./window"

/**
 * Moves the end of a consultation back; one that is over is open again until then, and its drafts with
 * it. Refuses an end that is no later than the present one, a consultation whose compendium is
 * published, and the window of a review that is over.
 */
export async function extendConsultation(
  actor: Actor,
  input: z.output<typeof extendConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockConsultation(tx, input.consultationId)
    const { id, groupId, title } = before
    authorize(actor, "consultation.hold", { groupId })
    const lack = extendLack(consultationStatus(before, now()))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(before, input.revision)
    await checkStillOpenable(tx, id, "consultation.hasCompendium")
    const { closesAt } = settleWindow(input.zone, {
      opens: before.opensAt,
      closes: { day: input.closesDay, time: input.closesTime },
      late: { day: null, time: null },
    })
    if (closesAt <= before.closesAt || closesAt <= now())
      throw new Refusal("invalid", "fields", {}, { closesDay: "consultation.notLater" })
    // Late comments are taken for as long after the new end as they were after the old one.
    const lateUntil =
      before.lateUntil &&
      new Date(closesAt.getTime() + before.lateUntil.getTime() - before.closesAt.getTime())
    await tx
      .update(consultations)
      .set({
        ...{ closesAt, lateUntil, closedAt: null, revision: before.revision + 1 },
        remindedAt: remindedFor({ ...before, closesAt }, before.remindedAt, now()),
      })
      .where(eq(consultations.id, id))
    if (before.closedAt) await openDocuments(tx, actor, id)
    await record(tx, {
      name: "consultation.edited",
      actor,
      groupId,
      subject: { type: "consultation", id },
      data: { title, fields: ["closesAt"] },
      publicChange: [before.groupSlug],
    })
    await enqueue(tx, "consultations", { consultationId: id })
  })
}
