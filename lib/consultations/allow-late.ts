import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { reviews } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { authorize } from "@/lib/policy/can"
import { checkStillOpenable } from "./check-still-openable"
import type { allowLateInput } from "./input"
import { lockConsultation } from "./lock"
import { checkRevision } from "./revision"
import { allowLateLack, consultationStatus } from "./status"
import { settleWindow } from "./window"

/**
 * Lets comments come late, and be marked, in a consultation that is over, until an instant to come; where
 * they are taken already it gives that another end. Refuses one that is not over or was called off, one
 * whose compendium is published, and the window of a review.
 */
export async function allowLateComments(
  actor: Actor,
  input: z.output<typeof allowLateInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const before = await lockConsultation(tx, input.consultationId)
    const { id, groupId, groupSlug, title } = before
    authorize(actor, "consultation.hold", { groupId })
    const lack = allowLateLack(consultationStatus(before, now()))
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(before, input.revision)
    await checkStillOpenable(tx, id, "consultation.lateHasCompendium")
    // The window is over by the clock, and the review with it, before that is noted of the review.
    if ((await tx.$count(reviews, eq(reviews.consultationId, id))) > 0)
      throw new Refusal("conflict", "consultation.reviewIsOver")
    const { lateUntil } = settleWindow(input.zone, {
      ...{ opens: before.opensAt, closes: before.closesAt },
      late: { day: input.lateDay, time: input.lateTime },
    })
    if (lateUntil === null || lateUntil <= now())
      throw new Refusal("invalid", "fields", {}, { lateDay: "consultation.lateInThePast" })
    await tx
      .update(consultations)
      .set({ lateUntil, revision: before.revision + 1 })
      .where(eq(consultations.id, id))
    await record(tx, {
      name: "consultation.lateAllowed",
      actor,
      groupId,
      subject: { type: "consultation", id },
      data: { title, until: lateUntil.toISOString() },
      publicChange: [groupSlug],
    })
  })
}
