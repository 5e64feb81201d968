import { eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makePerson } from "@/db/factories/people"
import { statementOf } from "@/db/factories/quoted"
import { consultations } from "@/db/schema/consultations"
import { mails } from "@/db/schema/mail"
import { reviews } from "@/db/schema/reviews"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { allowLateComments } from "@/lib/consultations/allow-late"
import { extendConsultation } from "@/lib/consultations/extend"
import { turnConsultations } from "@/lib/consultations/turn"
import { emptyText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { addRevision } from "@/lib/minutes/write-revision"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { endWithWindow } from "@/lib/reactions/end-review"
import { remindQuoted } from "@/lib/reactions/remind-quoted"
import { answerQuote } from "./answer"
import { getWordsToAnswer } from "./answer-queries"
import { askQuoted } from "./ask-again"
import { endReview, giveUpReview } from "./end"
import { guestOfQuoteLink, quoteToken } from "./quote-link"

const { owner } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

test("a review is a window of members, and everyone who is quoted is asked once about their own words", async () => {
  await review.open()
  const [found] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, review.scene.meetingId))
  expect(found).toMatchObject({ version: 1, revision: 1, openedBy: review.scene.chair.personId })
  const [window] = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.id, found?.consultationId ?? ""))
  expect(window).toMatchObject({
    audience: "members",
    closesAt: new Date("2022-03-11T12:00:00Z"),
    openedAt: new Date("2022-03-04T10:00:00Z"),
  })
  const asked = await review.requests()
  expect(asked.map(({ name, mailedAt }) => [name, mailedAt !== null])).toEqual([
    ["A voice", false],
    ["Ilva Morandini", true],
    ["Otto Velander", false],
  ])
  const [mail, ...more] = await owner.select().from(mails)
  expect(more).toEqual([])
  expect(mail?.to).toBe(review.scene.member.email)
  expect(mail?.text).toContain("The plan is late.")
  expect(mail?.text).toContain("Thanks to all.")
  expect(mail?.text).not.toContain("The press")
  expect(mail?.text).toContain(quoteToken((await review.requestOf("Ilva Morandini")).id))
  expect(await review.trail("review.opened")).toMatchObject([
    { asked: 3, actorId: review.scene.chair.personId, closesAt: "2022-03-11T12:00:00.000Z" },
  ])
})

test("it is for co-chairs, once at a time, with words to look at and an end that is to come", async () => {
  await expect(review.open(review.scene.member)).rejects.toMatchObject({ code: "forbidden" })
  await expect(review.open(review.scene.chair, { closesDay: "2022-03-03" })).rejects.toMatchObject({
    code: "invalid",
  })
  expect(await review.requests()).toEqual([])
  const both = await Promise.allSettled([review.open(), review.open()])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(review.open()).rejects.toMatchObject({ code: "conflict", key: "review.isOpen" })
  expect(await review.requests()).toHaveLength(3)
})

test("the deadline ends it by the clock, once, and answers are still taken", async () => {
  await review.open()
  const [found] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, review.scene.meetingId))
  at("2022-03-11T12:00:01Z")
  await turnConsultations()
  await endWithWindow(found?.consultationId ?? "", null)
  await endWithWindow(found?.consultationId ?? "", null)
  const [ended] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, review.scene.meetingId))
  expect(ended).toMatchObject({ end: "passed", endedBy: null })
  expect(await review.trail("review.ended")).toMatchObject([{ end: "passed", actorId: null }])
  await review.say("Otto Velander", "confirmed")
  await review.open(review.scene.chair, { closesDay: "2022-04-11" })
  expect(
    await owner.select().from(reviews).where(eq(reviews.meetingId, review.scene.meetingId)),
  ).toHaveLength(2)
})

test("a co-chair ends it early or gives it up; its window goes with it", async () => {
  await review.open()
  at("2022-03-05T10:00:00Z")
  await expect(
    endReview(review.scene.member, { meetingId: review.scene.meetingId }),
  ).rejects.toMatchObject({
    code: "forbidden",
  })
  await endReview(review.scene.chair, { meetingId: review.scene.meetingId })
  await expect(
    endReview(review.scene.chair, { meetingId: review.scene.meetingId }),
  ).rejects.toMatchObject({
    key: "review.isOver",
  })
  await review.open()
  await giveUpReview(review.scene.chair, { meetingId: review.scene.meetingId, reason: "Too early" })
  const windows = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.groupId, review.scene.groupId))
    .orderBy(consultations.createdAt)
  expect(windows.map(({ closedAt, cancelReason }) => [closedAt !== null, cancelReason])).toEqual([
    [true, null],
    [false, "Too early"],
  ])
  for (const { id } of windows) await endWithWindow(id, review.scene.chair.personId)
  expect(await review.trail("review.ended")).toMatchObject([{ end: "ended" }, { end: "given-up" }])
})

test("an older link says that its person was asked again", async () => {
  await review.open()
  const first = await review.requestOf("Otto Velander")
  await giveUpReview(review.scene.chair, { meetingId: review.scene.meetingId, reason: "Too early" })
  await review.open()
  const token = quoteToken(first.id)
  const words = await getWordsToAnswer(guestOfQuoteLink(token), token, await review.slugOf(), "en")
  expect(words.lack).toBe("review.askedAgain")
  await expect(
    answerQuote(guestOfQuoteLink(token), {
      ...{ token, seen: words.seen, answer: "confirmed", words: [], note: "" },
    }),
  ).rejects.toMatchObject({ key: "review.askedAgain" })
})

test("in review the text is closed to members, and open to whoever holds it", async () => {
  await review.open()
  const typed = {
    ...{ meetingId: review.scene.meetingId, base: 1, locale: "en" as const, over: undefined },
    answer: undefined,
    sections: { opening: "Welcome." },
  }
  await expect(savePlainMinutes(review.scene.member, typed)).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.inReview",
  })
  expect((await savePlainMinutes(review.scene.chair, typed)).revision).toBe(2)
})

test("two days before the end those who have not answered are reminded, once", async () => {
  await review.open()
  at("2022-03-09T12:00:01Z")
  await turnConsultations()
  const [found] = await owner
    .select()
    .from(reviews)
    .where(eq(reviews.meetingId, review.scene.meetingId))
  await Promise.all([
    remindQuoted(found?.consultationId ?? ""),
    remindQuoted(found?.consultationId ?? ""),
  ])
  const sent = await owner.select().from(mails)
  const reminders = sent.filter(({ messageId }) => messageId.includes("quote-reminder"))
  expect(reminders.map(({ to }) => to)).toEqual([review.scene.member.email])
  await review.say("Ilva Morandini", "confirmed")
  await remindQuoted(found?.consultationId ?? "")
  expect((await owner.select().from(mails)).length).toBe(sent.length)
})

test("a reminder shows the words that stand now, and nobody is reminded of words that are gone", async () => {
  const { meetingId, first, second } = review.scene
  await review.open()
  const [found] = await owner.select().from(reviews).where(eq(reviews.meetingId, meetingId))
  const write = async (base: number, sections: Record<string, string>) =>
    savePlainMinutes(review.scene.chair, {
      ...{ meetingId, base, locale: "en" as const, over: undefined, answer: undefined, sections },
    })
  await write(1, { [first]: "STATEMENT: Ilva Morandini\nThe plan is in time.", [second]: "" })
  at("2022-03-09T12:00:01Z")
  const reminders = async () =>
    (await owner.select().from(mails).where(eq(mails.to, review.scene.member.email))).filter(
      ({ messageId }) => messageId.includes("quote-reminder"),
    )
  await write(2, { [first]: "Nobody spoke." })
  await remindQuoted(found?.consultationId ?? "")
  expect(await reminders()).toEqual([])
  await write(3, { [first]: "STATEMENT: Ilva Morandini\nThe plan is in time." })
  await remindQuoted(found?.consultationId ?? "")
  const [mail, ...more] = await reminders()
  expect(more).toEqual([])
  expect(mail?.text).toContain("The plan is in time.")
  expect(mail?.text).not.toContain("The plan is late.")
})

test("two people of one name are asked apart, also when one comes later", async () => {
  const { meetingId, first } = review.scene
  await review.open()
  const other = await makePerson(owner, { name: "Otto Velander" })
  const text = (await getCurrentText(owner, meetingId))?.text ?? emptyText([])
  const later = statementOf("Otto Velander", "Another one.", { personId: other.id })
  const content = [later, ...(text.sections[first]?.content ?? [])]
  await transaction((tx) =>
    addRevision(tx, 1, {
      meetingId,
      text: { ...text, sections: { ...text.sections, [first]: { type: "doc", content } } },
      authorId: null,
    }),
  )
  await askQuoted(review.scene.chair, { meetingId })
  expect((await review.requests()).map(({ name, personId }) => [name, personId])).toEqual([
    ["A voice", null],
    ["Ilva Morandini", review.scene.member.personId],
    ["Otto Velander", review.stranger.id],
    ["Otto Velander (2)", other.id],
  ])
})

test("late comments are not allowed in a review whose end has passed and was not noted yet", async () => {
  await review.open()
  const [found] = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.groupId, review.scene.groupId))
  if (!found) throw new Error("No window was opened")
  setClock(() => new Date(found.closesAt.getTime() + 60_000))
  await expect(
    allowLateComments(review.scene.chair, {
      ...{ consultationId: found.id, revision: found.revision, zone: "UTC" },
      ...{ lateDay: "2030-04-01", lateTime: "12:00" },
    }),
  ).rejects.toMatchObject({ code: "conflict", key: "consultation.reviewIsOver" })
})

test("the end of a review can be moved back while it is open; when it is over it cannot, nor are late comments allowed", async () => {
  await review.open()
  const [found] = await owner
    .select({ id: consultations.id, revision: consultations.revision })
    .from(consultations)
    .where(eq(consultations.groupId, review.scene.groupId))
  const move = (revision: number) =>
    extendConsultation(review.scene.chair, {
      ...{ consultationId: found?.id ?? "", revision, zone: "UTC" },
      ...{ closesDay: "2022-04-01", closesTime: "12:00" },
    })
  at("2022-03-05T10:00:00Z")
  await endReview(review.scene.chair, { meetingId: review.scene.meetingId })
  await expect(move((found?.revision ?? 0) + 1)).rejects.toMatchObject({
    code: "conflict",
    key: "consultation.reviewIsOver",
  })
  await expect(
    allowLateComments(review.scene.chair, {
      ...{ consultationId: found?.id ?? "", revision: (found?.revision ?? 0) + 1, zone: "UTC" },
      ...{ lateDay: "2022-04-01", lateTime: "12:00" },
    }),
  ).rejects.toMatchObject({ code: "conflict", key: "consultation.reviewIsOver" })
})
