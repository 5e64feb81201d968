import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import type { Actor } from "@/lib/platform/actor"
import { personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { claimSlug } from "./address"
import { groupSlugOf } from "./group-slug"
import type { planConsultationInput } from "./input"
import { writeTexts } from "./texts"
import { settleWindow } from "./window"

/**
 * Plans a consultation of the group's texts and resolves to its address. It opens by itself at the
 * instant that is said, or by hand before. Refuses, at its field, times that do not exist or are over,
 * and texts that the group does not have.
 */
export async function planConsultation(
  actor: Actor,
  input: z.output<typeof planConsultationInput>,
): Promise<{ id: string; slug: string }> {
  const { groupId, title, question, audience, zone, texts } = input
  authorize(actor, "consultation.hold", { groupId })
  const askedBy = personOf(actor)
  if (!askedBy) throw new Refusal("forbidden", "forbidden")
  const window = settleWindow(zone, {
    opens: { day: input.opensDay, time: input.opensTime },
    closes: { day: input.closesDay, time: input.closesTime },
    late: { day: input.lateDay, time: input.lateTime },
  })
  if (window.closesAt <= now())
    throw new Refusal("invalid", "fields", {}, { closesDay: "consultation.closesInThePast" })
  return transaction(async (tx) => {
    const groupSlug = await groupSlugOf(tx, groupId)
    const slug = await claimSlug(tx, groupId, title)
    const [made] = await tx
      .insert(consultations)
      .values({ groupId, slug, title, question, audience, ...window, askedBy })
      .returning({ id: consultations.id })
    if (!made) throw new Error("A consultation was not written")
    await writeTexts(tx, { id: made.id, groupId }, texts)
    await record(tx, {
      name: "consultation.planned",
      actor,
      groupId,
      subject: { type: "consultation", id: made.id },
      data: { title },
      publicChange: [groupSlug],
    })
    await enqueue(tx, "consultations", { consultationId: made.id })
    return { id: made.id, slug }
  })
}
