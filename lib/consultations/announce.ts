import type { z } from "zod"
import { record } from "@/lib/activity/record"
import { postOnList } from "@/lib/notices/post-on-list"
import { whenText } from "@/lib/notices/sentence"
import type { Actor } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { notFound, Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { routing } from "@/lib/platform/locales"
import { authorize } from "@/lib/policy/can"
import type { announceConsultationInput } from "./input"
import { lockConsultation } from "./lock"
import { findConsultation } from "./queries"
import { consultationStatus } from "./status"

/**
 * Announces an open consultation on the group's mailing list, with what is asked and its public page; one
 * of members alone with its days and the desk only, since whoever reads the list's archive may be no member.
 * Refuses with `conflict` one that is not open or was announced there before, and a group without a list.
 */
export async function announceConsultation(
  actor: Actor,
  { consultationId }: z.output<typeof announceConsultationInput>,
): Promise<void> {
  await transaction(async (tx) => {
    const { groupId } = await lockConsultation(tx, consultationId)
    authorize(actor, "consultation.hold", { groupId })
    const consultation = await findConsultation(tx, consultationId)
    if (!consultation) throw notFound()
    if (consultationStatus(consultation, now()) !== "open")
      throw new Refusal("conflict", "consultation.notOpen")
    const { title, slug, question, opensAt, closesAt, group, audience } = consultation
    const isInside = audience === "members"
    const locale = routing.defaultLocale
    const t = translatorFor(locale)
    const whenOf = (at: Date) => whenText(at, { locale, zone: "UTC" })
    const values = { title, group: group.name, when: whenOf(closesAt), opens: whenOf(opensAt) }
    const page = `/${group.slug}/consultations/${slug}`
    const posted = await postOnList(tx, {
      groupId,
      about: `consultation.${consultationId}`,
      subject: t("notices.list.consultationSubject", values),
      paragraphs: isInside
        ? [t("notices.list.consultationInside", values), `${env().origin}/desk${page}`]
        : [t("notices.list.consultation", values), question, `${env().origin}${page}`],
    })
    if (posted !== "posted")
      throw new Refusal("conflict", posted === "known" ? "notices.isPosted" : "meeting.noList")
    await record(tx, {
      name: "consultation.announced",
      actor,
      groupId,
      subject: { type: "consultation", id: consultationId },
      data: { title },
    })
  })
}
