import { eq } from "drizzle-orm"
import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { consultations, consultationTexts } from "@/db/schema/consultations"
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
 * and texts that the group does not have. The same form sent again gives what it made; with something
 * else in it, `conflict`.
 */
export async function planConsultation(
  actor: Actor,
  input: z.output<typeof planConsultationInput>,
): Promise<{ id: string; slug: string }> {
  const { groupId, title, question, audience, zone, texts, submission } = input
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
    const planned = { groupId, title, question, audience, ...window, askedBy }
    const before = await plannedBefore(tx, submission, planned, texts)
    if (before) return before
    const id = submission
    await tx
      .insert(consultations)
      .values({ id, groupId, slug, title, question, audience, ...window, askedBy })
    await writeTexts(tx, { id, groupId }, texts)
    await record(tx, {
      name: "consultation.planned",
      actor,
      groupId,
      subject: { type: "consultation", id },
      data: { title },
      publicChange: [groupSlug],
    })
    await enqueue(tx, "consultations", { consultationId: id })
    return { id, slug }
  })
}

type Planned = Partial<typeof consultations.$inferSelect>
type Texts = z.output<typeof planConsultationInput>["texts"]

/** What this form made before: the answer to it may not have come. The caller holds the addresses of the group. */
async function plannedBefore(
  tx: Transaction,
  submission: string,
  given: Planned,
  texts: Texts,
): Promise<{ id: string; slug: string } | null> {
  const [before] = await tx.select().from(consultations).where(eq(consultations.id, submission))
  if (!before) return null
  const names = Object.keys(given) as (keyof Planned)[]
  const isSame = names.every(
    (name) => JSON.stringify(before[name] ?? null) === JSON.stringify(given[name] ?? null),
  )
  const of = await tx
    .select({ meetingId: consultationTexts.meetingId, documentId: consultationTexts.documentId })
    .from(consultationTexts)
    .where(eq(consultationTexts.consultationId, submission))
  const asked = new Set(of.map(({ meetingId, documentId }) => meetingId ?? documentId))
  if (isSame && asked.size === texts.length && texts.every(({ textId }) => asked.has(textId)))
    return { id: before.id, slug: before.slug }
  throw new Refusal("conflict", "consultation.plannedBefore")
}
