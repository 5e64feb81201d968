import type { z } from "zod"
import type { Transaction } from "@/db/client"
import { consultations } from "@/db/schema/consultations"
import { reviews } from "@/db/schema/reviews"
import { record } from "@/lib/activity/record"
import { claimSlug } from "@/lib/consultations/address"
import { lockConsultation } from "@/lib/consultations/lock"
import { openNow } from "@/lib/consultations/open-now"
import { writeTexts } from "@/lib/consultations/texts"
import { settleWindow } from "@/lib/consultations/window"
import { getMeetingForReport } from "@/lib/meetings/for-report"
import { type LockedMeeting, lockMeeting } from "@/lib/meetings/lock"
import { lockMinutesIfAny } from "@/lib/minutes/lock"
import { docText, sectionOf } from "@/lib/minutes/model"
import { textName } from "@/lib/notices/sentence"
import { type Actor, personOf } from "@/lib/platform/actor"
import { now } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { translatorFor } from "@/lib/platform/i18n"
import { enqueue } from "@/lib/platform/jobs"
import { authorize } from "@/lib/policy/can"
import { findReportFacts } from "@/lib/reports/state-queries"
import { mayMove, stateOf } from "@/lib/reports/status"
import { askPeople } from "./ask"
import { quotedIn } from "./current-quotes"
import type { openReviewInput } from "./input"

type Input = z.output<typeof openReviewInput>

/**
 * Opens the minutes of a meeting for review until a deadline: a consultation of the members about them,
 * open from now on, and a request to everybody who is quoted. Refuses with `conflict` where the report is
 * not a draft and no correction is being prepared, with `invalid` minutes without words, or a deadline that is over.
 */
export async function openReview(actor: Actor, input: Input): Promise<{ asked: number }> {
  return transaction(async (tx) => {
    const meeting = await lockMeeting(tx, input.meetingId)
    const { id: meetingId, groupId, slug } = meeting
    authorize(actor, "review.open", { groupId })
    const openedBy = personOf(actor)
    if (!openedBy) throw new Refusal("forbidden", "forbidden")
    if (meeting.cancelledAt) throw new Refusal("conflict", "meeting.isCancelled")
    const facts = await findReportFacts(tx, meetingId)
    const state = stateOf(facts)
    if (!mayMove(state, "openReview"))
      throw new Refusal("conflict", state === "in-review" ? "review.isOpen" : "review.notNow")
    const minutes = await lockMinutesIfAny(tx, meetingId)
    const hasWords = minutes?.text.order.some((id) => docText(sectionOf(minutes.text, id)).trim())
    if (!minutes || !hasWords) throw new Refusal("conflict", "review.noText")
    const consultation = await openWindow(tx, actor, meeting, input, openedBy)
    const [review] = await tx
      .insert(reviews)
      .values({
        groupId,
        meetingId,
        consultationId: consultation.id,
        revision: minutes.revision,
        version: facts.versions + 1,
        openedBy,
        openedAt: consultation.openedAt,
      })
      .returning({ id: reviews.id })
    if (!review) throw new Error("A review was not written")
    const people = await quotedIn(tx, meetingId, minutes.text)
    const { group } = await getMeetingForReport(tx, meetingId)
    await askPeople(tx, people, {
      reviewId: review.id,
      meetingId,
      revision: minutes.revision,
      meeting,
      group: { slug, name: group.name },
      closesAt: consultation.closesAt,
    })
    await record(tx, {
      name: "review.opened",
      actor,
      groupId,
      subject: { type: "meeting", id: meetingId },
      data: {
        number: meeting.number,
        closesAt: consultation.closesAt.toISOString(),
        asked: people.length,
      },
      publicChange: [slug],
    })
    return { asked: people.length }
  })
}

/** The consultation of members that is the window of a review, open at once. */
async function openWindow(
  tx: Transaction,
  actor: Actor,
  meeting: LockedMeeting,
  input: Input,
  askedBy: string,
) {
  const { groupId } = meeting
  const at = now()
  const window = settleWindow(input.zone, {
    opens: at,
    closes: { day: input.closesDay, time: input.closesTime },
    late: { day: null, time: null },
  })
  const t = translatorFor(input.locale)
  const calling = (name: string) => t("reviews.windowTitle", { meeting: name }).slice(0, 200)
  const title = calling(textName({ t }, meeting))
  // An address stays for ever, and the title of a draft may name who is not to be named in the end.
  const address = calling(textName({ t }, { ...meeting, title: "" }))
  const [made] = await tx
    .insert(consultations)
    .values({
      groupId,
      slug: await claimSlug(tx, groupId, address),
      title,
      question: input.question,
      audience: "members",
      ...window,
      askedBy,
    })
    .returning({ id: consultations.id })
  if (!made) throw new Error("A consultation was not written")
  await writeTexts(tx, { id: made.id, groupId }, [{ kind: "minutes", textId: meeting.id }])
  await openNow(tx, await lockConsultation(tx, made.id), actor, at)
  await enqueue(tx, "consultations", { consultationId: made.id })
  return { id: made.id, openedAt: at, closesAt: window.closesAt }
}
