import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { notices } from "@/db/schema/notices"
import { reviews } from "@/db/schema/reviews"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { turnConsultations } from "@/lib/consultations/turn"
import { beginCorrection } from "@/lib/corrections/begin"
import { setClock } from "@/lib/platform/clock"
import { publishMinutesInput } from "@/lib/reports/input"
import { proposeReport } from "@/lib/reports/propose"
import { endReview } from "@/lib/reviews/end"
import { reactTo } from "./react"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

/** Does what follows from every event of a name in this group, twice: a job may run again. */
async function follow(name: string) {
  const found = await owner
    .select({ id: events.id })
    .from(events)
    .where(and(eq(events.name, name), eq(events.groupId, review.scene.groupId)))
    .orderBy(events.id)
  for (const { id } of found) {
    await reactTo(id)
    await reactTo(id)
  }
}
const told = (kind: "review-ended" | "quote-answered" | "publication-proposed") =>
  owner
    .select({ personId: notices.personId, data: notices.data, href: notices.href })
    .from(notices)
    .where(and(eq(notices.kind, kind), eq(notices.groupId, review.scene.groupId)))

test("when the deadline passes the review ends, and the co-chairs get a summary, once", async () => {
  const { scene } = review
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  await review.say("Otto Velander", "unnamed")
  at("2022-03-11T12:00:01Z")
  await turnConsultations()
  await follow("consultation.closed")
  const [ended] = await owner.select().from(reviews).where(eq(reviews.meetingId, scene.meetingId))
  expect(ended).toMatchObject({ end: "passed", endedAt: new Date("2022-03-11T12:00:01Z") })
  await follow("review.ended")
  const summary = { confirmed: 1, words: 0, unnamed: 1, waiting: 1, comments: 0, end: "passed" }
  const list = await told("review-ended")
  expect(list.map(({ personId }) => personId)).toEqual([scene.chair.personId])
  expect(list[0]?.data).toMatchObject({ ...summary, number: 33 })
  expect(list[0]?.href).toBe(`/desk/${await review.slugOf()}/meetings/${scene.meetingId}/review`)
  const sent = (await owner.select().from(mails).orderBy(mails.createdAt)).filter(
    ({ to }) => to === scene.chair.email,
  )
  expect(sent.filter(({ text }) => text.includes("1 did not answer"))).toHaveLength(1)
})

test("whoever ended a review is not told that it is over", async () => {
  const { scene } = review
  await review.open()
  at("2022-03-05T10:00:00Z")
  await endReview(scene.chair, { meetingId: scene.meetingId })
  await follow("review.ended")
  expect(await told("review-ended")).toEqual([])
})

test("the summary is of the review that ended, also where another was opened before it was written", async () => {
  const { scene } = review
  const second = await makeActor(owner, { roles: { [scene.groupId]: "co-chair" } })
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  at("2022-03-05T10:00:00Z")
  await endReview(scene.chair, { meetingId: scene.meetingId })
  at("2022-03-06T10:00:00Z")
  await review.open()
  await review.say("Otto Velander", "unnamed")
  await follow("review.ended")
  const first = { confirmed: 1, unnamed: 0, waiting: 2, end: "ended" }
  expect(await told("review-ended")).toMatchObject([{ personId: second.personId, data: first }])
  at("2022-03-11T12:00:01Z")
  await turnConsultations()
  await follow("consultation.closed")
  await follow("review.ended")
  const ends = (await told("review-ended"))
    .filter(({ personId }) => personId === second.personId)
    .map(({ data }) => data)
  expect(ends).toMatchObject([first, { confirmed: 0, unnamed: 1, waiting: 2, end: "passed" }])
})

test("the co-chairs are told of each answer once, and of a proposal all but who made it", async () => {
  const { scene } = review
  const second = await makeActor(owner, { roles: { [scene.groupId]: "co-chair" } })
  await review.open()
  await review.say("Otto Velander", "confirmed")
  await follow("quote.answered")
  const answers = await told("quote-answered")
  expect(answers.map(({ personId }) => personId).sort()).toEqual(
    [scene.chair.personId, second.personId].sort(),
  )
  expect(answers[0]?.data).toMatchObject({ name: "Otto Velander", answer: "confirmed" })
  await owner.update(groups).set({ publishers: 2 }).where(eq(groups.id, scene.groupId))
  const form = publishMinutesInput.parse({ meetingId: scene.meetingId, revision: 1 })
  await proposeReport(scene.chair, form)
  await follow("report.proposed")
  expect(await told("publication-proposed")).toMatchObject([
    { personId: second.personId, data: { by: scene.chair.name, version: 1 } },
  ])
})

test("members are told that a review was ended early, but not where publishing ended it: the version tells", async () => {
  const { scene } = review
  const early = async () =>
    (await mailsTo(scene.member.email)).filter(({ subject }) => subject.includes("Closed early"))
  await review.open()
  await follow("consultation.opened")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  await follow("consultation.closed")
  expect(await early()).toEqual([])
  await beginCorrection(scene.chair, {
    meetingId: scene.meetingId,
    ...{ version: 1, reason: "To ask once more." },
  })
  await review.open()
  await follow("consultation.opened")
  at("2022-03-06T10:00:00Z")
  await endReview(scene.chair, { meetingId: scene.meetingId })
  await follow("consultation.closed")
  expect(await early()).toHaveLength(1)
})

const mailsTo = async (email: string) =>
  (await owner.select().from(mails).orderBy(mails.createdAt)).filter(({ to }) => to === email)

test("whose other words were not decided on by the day of publishing is told once, with the way to what stands", async () => {
  const { member } = review.scene
  await review.open()
  await review.say("Ilva Morandini", "other-words", { words: ["It is very late.", "Thanks."] })
  await review.say("Otto Velander", "confirmed")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  await follow("report.published")
  const told = (await mailsTo(member.email)).filter(({ text }) => text.includes("had not decided"))
  expect(told).toMatchObject([{ subject: expect.stringContaining("Meeting 33") }])
  expect(told[0]?.text).toContain(`/${await review.slugOf()}/meetings/33/v1\n`)
  expect(told[0]?.text).toContain("/meetings/33/report-error?version=1")
})

test("whose other words were declined before is not told a second time", async () => {
  await review.open()
  await review.say("Ilva Morandini", "other-words", { words: ["It is very late.", "Thanks."] })
  await review.settle("Ilva Morandini", "declined", "Nobody heard that.")
  at("2022-03-05T10:00:00Z")
  await review.publish(1)
  await follow("report.published")
  const all = await mailsTo(review.scene.member.email)
  expect(all.filter(({ text }) => text.includes("had not decided"))).toEqual([])
  expect(all.filter(({ text }) => text.includes("Nobody heard that."))).toHaveLength(1)
})
