import { eq } from "drizzle-orm"
import type { z } from "zod"
import { consultations } from "@/db/schema/consultations"
import { record } from "@/lib/activity/record"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { emptySeats } from "./empty-seats"
import type { editConsultationInput, editOpenConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { remindedFor } from "./model"
import { checkRevision } from "./revision"
import { consultationStatus, editLack } from "./status"
import { listTexts, writeTexts } from "./texts"
import { settleWindow } from "./window"

type Input = z.output<typeof editConsultationInput> | z.output<typeof editOpenConsultationInput>

/**
 * Changes a consultation and resolves to the names of what is different. Texts, audience and opening can
 * be changed until it opens, title, question and end until it closes. Made one for members alone, it takes
 * back the invitations that were given. Refuses (`conflict`) a form that showed an older revision.
 */
export async function editConsultation(actor: Actor, input: Input): Promise<{ fields: string[] }> {
  return transaction(async (tx) => {
    const before = await lockConsultation(tx, input.consultationId)
    const { id, groupId, groupSlug } = before
    authorize(actor, "consultation.hold", { groupId })
    const status = consultationStatus(before, now())
    const lack = editLack(status)
    if (lack) throw new Refusal("conflict", lack)
    checkRevision(before, input.revision)
    // What was open when the form was shown may not take back what people have begun to answer.
    const early = "texts" in input && status === "planned" ? input : null
    if ("texts" in input && !early) throw new Refusal("conflict", "consultation.openedMeanwhile")
    const window = settleWindow(input.zone, {
      opens: early ? { day: early.opensDay, time: early.opensTime } : before.opensAt,
      closes: { day: input.closesDay, time: input.closesTime },
      late: { day: input.lateDay, time: input.lateTime },
    })
    if (window.closesAt <= now())
      throw new Refusal("invalid", "fields", {}, { closesDay: "consultation.closesInThePast" })
    const { title, question } = input
    const next = { title, question, audience: early?.audience ?? before.audience, ...window }
    const fields = Object.entries(next).flatMap(([name, value]) =>
      String(value) === String(before[name as keyof typeof next]) ? [] : [name],
    )
    if (early && differs(await listTexts(tx, [id]), early.texts)) {
      await writeTexts(tx, before, early.texts)
      fields.push("texts")
    }
    if (fields.length === 0) return { fields }
    const takenBack =
      next.audience === "members" && before.audience !== "members"
        ? await emptySeats(tx, { consultationId: id, takenBackBy: personOf(actor) })
        : 0
    await tx
      .update(consultations)
      .set({
        ...{ ...next, revision: before.revision + 1 },
        remindedAt: remindedFor(window, before.remindedAt, now()),
      })
      .where(eq(consultations.id, id))
    await record(tx, {
      name: "consultation.edited",
      actor,
      groupId,
      subject: { type: "consultation", id },
      data: { title, fields, ...(takenBack > 0 && { takenBack }) },
      publicChange: [groupSlug],
    })
    await enqueue(tx, "consultations", { consultationId: id })
    return { fields }
  })
}

function differs(
  stored: readonly { textId: string }[],
  chosen: readonly { textId: string }[],
): boolean {
  const ids = (texts: readonly { textId: string }[]) => texts.map(({ textId }) => textId).join()
  return ids(stored) !== ids(chosen)
}
