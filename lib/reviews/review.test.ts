import { and, eq } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makePerson } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf, statementOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { consultations } from "@/db/schema/consultations"
import { groups } from "@/db/schema/groups"
import { mails } from "@/db/schema/mail"
import { quoteRequests, reviews } from "@/db/schema/reviews"
import { turnConsultations } from "@/lib/consultations/turn"
import { findRevisions } from "@/lib/minutes/find-revisions"
import { blockText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { answerQuote } from "./answer"
import { getWordsToAnswer } from "./answer-queries"
import { endReview, endWithWindow, giveUpReview } from "./end"
import { openReviewInput, settleQuoteInput } from "./input"
import { openReview } from "./open"
import { guestOfQuoteLink, quoteToken } from "./quote-link"
import { settleMark } from "./settle-mark"
import { settleQuote } from "./settle-quote"

const { owner } = await testDatabase()

let scene: Scene
let quoted: string
let stranger: { id: string }
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  scene = await arrangeScene(owner)
  quoted = crypto.randomUUID()
  stranger = await makePerson(owner, { name: "Otto Velander", stakeholderGroup: "media" })
  await arrangeQuotes(owner, scene.meetingId, {
    [scene.first]: [
      paragraphOf("The plan was discussed."),
      statementOf("Ilva Morandini", "The plan is late.", {
        id: quoted,
        personId: scene.member.personId,
      }),
      statementOf("Otto Velander", "The press should know.", { personId: stranger.id }),
    ],
    [scene.second]: [
      statementOf("I. Morandini", "Thanks to all.", { personId: scene.member.personId }),
      statementOf("A voice", "Yes."),
    ],
  })
})
afterEach(() => setClock(undefined))

const open = (actor = scene.chair, changes: Record<string, string> = {}) =>
  openReview(
    actor,
    openReviewInput.parse({
      meetingId: scene.meetingId,
      zone: "UTC",
      closesDay: "2022-03-11",
      closesTime: "12:00",
      question: "Is it right?",
      ...changes,
    }),
  )
const requests = () =>
  owner
    .select()
    .from(quoteRequests)
    .where(eq(quoteRequests.meetingId, scene.meetingId))
    .orderBy(quoteRequests.name)
async function requestOf(name: string) {
  const found = (await requests()).find((each) => each.name === name)
  if (!found) throw new Error(`${name} was not asked`)
  return found
}
async function slugOf() {
  const [group] = await owner.select().from(groups).where(eq(groups.id, scene.groupId))
  return group?.slug ?? ""
}
async function wordsOf(name: string) {
  const token = quoteToken((await requestOf(name)).id)
  return getWordsToAnswer(guestOfQuoteLink(token), token, await slugOf(), "en")
}
async function say(
  name: string,
  answer: "confirmed" | "other-words" | "unnamed",
  given: { words?: string[]; note?: string; seen?: string } = {},
) {
  const token = quoteToken((await requestOf(name)).id)
  const { seen } = await wordsOf(name)
  return answerQuote(guestOfQuoteLink(token), {
    ...{ token, seen, answer, words: [], note: "", ...given },
  })
}
async function settle(name: string, settlement: "taken" | "declined", reason = "") {
  const request = await requestOf(name)
  const { statements } = await wordsOf(name)
  const words = request.words as Record<string, string>
  const seen = settleMark(request.answeredAt, words, statements)
  const input = settleQuoteInput.parse({ requestId: request.id, seen, settlement, reason })
  return settleQuote(scene.chair, input)
}
const trail = async (name: string) =>
  (
    await owner
      .select()
      .from(events)
      .where(and(eq(events.name, name), eq(events.subjectId, scene.meetingId)))
      .orderBy(events.id)
  ).map(({ data, actorId }) => ({ ...(data as object), actorId }))
async function statementNow() {
  const current = await getCurrentText(owner, scene.meetingId)
  const block = current?.text.sections[scene.first]?.content.find(
    (each) => each.type === "statement" && each.attrs.id === quoted,
  )
  return block ? blockText(block) : null
}

test("a review is a window of members, and everyone who is quoted is asked once about their own words", async () => {
  await open()
  const [review] = await owner.select().from(reviews).where(eq(reviews.meetingId, scene.meetingId))
  expect(review).toMatchObject({ version: 1, revision: 1, openedBy: scene.chair.personId })
  const [window] = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.id, review?.consultationId ?? ""))
  expect(window).toMatchObject({
    audience: "members",
    closesAt: new Date("2022-03-11T12:00:00Z"),
    openedAt: new Date("2022-03-04T10:00:00Z"),
  })
  const asked = await requests()
  expect(asked.map(({ name, mailedAt }) => [name, mailedAt !== null])).toEqual([
    ["A voice", false],
    ["Ilva Morandini", true],
    ["Otto Velander", false],
  ])
  const [mail, ...more] = await owner.select().from(mails)
  expect(more).toEqual([])
  expect(mail?.to).toBe(scene.member.email)
  expect(mail?.text).toContain("The plan is late.")
  expect(mail?.text).toContain("Thanks to all.")
  expect(mail?.text).not.toContain("The press")
  expect(mail?.text).toContain(quoteToken((await requestOf("Ilva Morandini")).id))
  expect(await trail("review.opened")).toMatchObject([
    { asked: 3, actorId: scene.chair.personId, closesAt: "2022-03-11T12:00:00.000Z" },
  ])
})

test("it is for co-chairs, once at a time, with words to look at and an end that is to come", async () => {
  await expect(open(scene.member)).rejects.toMatchObject({ code: "forbidden" })
  await expect(open(scene.chair, { closesDay: "2022-03-03" })).rejects.toMatchObject({
    code: "invalid",
  })
  expect(await requests()).toEqual([])
  const both = await Promise.allSettled([open(), open()])
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
  await expect(open()).rejects.toMatchObject({ code: "conflict", key: "review.isOpen" })
  expect(await requests()).toHaveLength(3)
})

test("a link shows one's own words and nothing else, and is good for nothing else", async () => {
  await open()
  const mine = await wordsOf("Ilva Morandini")
  expect(mine.statements.map(({ words, place }) => [words, place])).toEqual([
    ["The plan is late.", "1 The plan"],
    ["Thanks to all.", "2 Any other business"],
  ])
  expect(JSON.stringify(mine)).not.toContain("The press")
  const token = quoteToken((await requestOf("Otto Velander")).id)
  const slug = await slugOf()
  await expect(getWordsToAnswer(publicActor, token, slug, "en")).rejects.toMatchObject({
    code: "sign_in",
  })
  await expect(getWordsToAnswer(scene.chair, token, slug, "en")).rejects.toMatchObject({
    code: "forbidden",
  })
  await expect(
    getWordsToAnswer(guestOfQuoteLink(token), token, "other", "en"),
  ).rejects.toMatchObject({
    code: "not_found",
  })
  for (const forged of [
    `${token.slice(0, -1)}0`,
    `${token.split(".")[0]}.${"0".repeat(64)}`,
    "x.y",
  ])
    if (forged !== token)
      await expect(
        answerQuote(guestOfQuoteLink(forged), {
          ...{ token: forged, seen: mine.seen, answer: "confirmed", words: [], note: "" },
        }),
      ).rejects.toMatchObject({ code: "not_found" })
  // Whoever holds one link is not the guest of another.
  const other = quoteToken((await requestOf("A voice")).id)
  await expect(
    answerQuote(guestOfQuoteLink(other), {
      ...{ token, seen: mine.seen, answer: "confirmed", words: [], note: "" },
    }),
  ).rejects.toMatchObject({ code: "forbidden" })
  expect((await requests()).map(({ answer }) => answer)).toEqual([null, null, null])
})

test("an answer may be changed, and counts for the words that were seen", async () => {
  await open()
  await say("Ilva Morandini", "confirmed")
  await say("Ilva Morandini", "unnamed", { note: "<script>alert(1)</script>" })
  expect(await requestOf("Ilva Morandini")).toMatchObject({
    answer: "unnamed",
    note: "<script>alert(1)</script>",
  })
  const before = await wordsOf("Ilva Morandini")
  await say("Ilva Morandini", "other-words", { words: ["The plan is early.", "Thanks to all."] })
  expect(await requestOf("Ilva Morandini")).toMatchObject({
    answer: "other-words",
    words: { [quoted]: "The plan is early." },
  })
  await settle("Ilva Morandini", "taken")
  await expect(say("Ilva Morandini", "confirmed", { seen: before.seen })).rejects.toMatchObject({
    code: "conflict",
    key: "review.wordsChanged",
  })
  const told = await trail("quote.answered")
  expect(told.map((each) => ("answer" in each ? each.answer : ""))).toEqual([
    "confirmed",
    "unnamed",
    "other-words",
  ])
  expect(told.every(({ actorId }) => actorId === null)).toBe(true)
})

test("other words that are none, or the same, are refused at their field", async () => {
  await open()
  const same = say("Ilva Morandini", "other-words", {
    words: [" The plan is late. ", "Thanks to all."],
  })
  await expect(same).rejects.toMatchObject({ code: "invalid", key: "review.sameWords" })
  const none = say("Ilva Morandini", "other-words", { words: ["", "Thanks"] })
  await expect(none).rejects.toMatchObject({ fields: { "words.0": "review.emptyWords" } })
  expect((await requestOf("Ilva Morandini")).answer).toBeNull()
})

test("other words are taken over with credit to whoever said them", async () => {
  await open()
  await say("Ilva Morandini", "other-words", { words: ["The plan is early.\n- one\n- two\0"] })
  await settle("Ilva Morandini", "taken")
  expect(await statementNow()).toBe("The plan is early.\none\ntwo")
  const [revision] = await findRevisions(owner, scene.meetingId, {}, 1)
  expect(revision).toMatchObject({
    number: 2,
    author: scene.chair.name,
    authors: [scene.chair.name, "Ilva Morandini"],
    quotedBy: "Ilva Morandini",
    kind: "quoted",
  })
  expect(await requestOf("Ilva Morandini")).toMatchObject({ settlement: "taken" })
  await expect(settle("Ilva Morandini", "declined", "No")).rejects.toMatchObject({
    key: "review.isSettled",
  })
})

test("declined with a reason they are told, and nothing in the text changes", async () => {
  await open()
  await say("Ilva Morandini", "other-words", { words: ["Nothing of this."] })
  const request = await requestOf("Ilva Morandini")
  const without = settleQuoteInput.safeParse({
    ...{ requestId: request.id, seen: "", settlement: "declined", reason: " " },
  })
  expect(without.success).toBe(false)
  await settle("Ilva Morandini", "declined", "The recording says otherwise.")
  expect(await statementNow()).toBe("The plan is late.")
  const sent = await owner.select().from(mails)
  expect(sent.at(-1)).toMatchObject({ to: scene.member.email })
  expect(sent.at(-1)?.text).toContain("The recording says otherwise.")
})

test("what was decided on other words than those that stand is refused", async () => {
  await open()
  await say("Ilva Morandini", "other-words", { words: ["The plan is early."] })
  const request = await requestOf("Ilva Morandini")
  const input = { requestId: request.id, seen: "0", settlement: "taken" as const, reason: "" }
  await expect(settleQuote(scene.chair, input)).rejects.toMatchObject({
    key: "review.answerChanged",
  })
  await expect(settleQuote(scene.member, input)).rejects.toMatchObject({ code: "forbidden" })
  expect(await statementNow()).toBe("The plan is late.")
})

test("the deadline ends it by the clock, once, and answers are still taken", async () => {
  await open()
  const [review] = await owner.select().from(reviews).where(eq(reviews.meetingId, scene.meetingId))
  at("2022-03-11T12:00:01Z")
  await turnConsultations()
  await endWithWindow(review?.consultationId ?? "", null)
  await endWithWindow(review?.consultationId ?? "", null)
  const [ended] = await owner.select().from(reviews).where(eq(reviews.meetingId, scene.meetingId))
  expect(ended).toMatchObject({ end: "passed", endedBy: null })
  expect(await trail("review.ended")).toMatchObject([{ end: "passed", actorId: null }])
  await say("Otto Velander", "confirmed")
  await open(scene.chair, { closesDay: "2022-04-11" })
  expect(
    await owner.select().from(reviews).where(eq(reviews.meetingId, scene.meetingId)),
  ).toHaveLength(2)
})

test("a co-chair ends it early or gives it up; its window goes with it", async () => {
  await open()
  at("2022-03-05T10:00:00Z")
  await expect(endReview(scene.member, { meetingId: scene.meetingId })).rejects.toMatchObject({
    code: "forbidden",
  })
  await endReview(scene.chair, { meetingId: scene.meetingId })
  await expect(endReview(scene.chair, { meetingId: scene.meetingId })).rejects.toMatchObject({
    key: "review.isOver",
  })
  await open()
  await giveUpReview(scene.chair, { meetingId: scene.meetingId, reason: "Too early" })
  const windows = await owner
    .select()
    .from(consultations)
    .where(eq(consultations.groupId, scene.groupId))
    .orderBy(consultations.createdAt)
  expect(windows.map(({ closedAt, cancelReason }) => [closedAt !== null, cancelReason])).toEqual([
    [true, null],
    [false, "Too early"],
  ])
  for (const { id } of windows) await endWithWindow(id, scene.chair.personId)
  expect(await trail("review.ended")).toMatchObject([{ end: "ended" }, { end: "given-up" }])
})

test("an older link says that its person was asked again", async () => {
  await open()
  const first = await requestOf("Otto Velander")
  await giveUpReview(scene.chair, { meetingId: scene.meetingId, reason: "Too early" })
  await open()
  const token = quoteToken(first.id)
  const words = await getWordsToAnswer(guestOfQuoteLink(token), token, await slugOf(), "en")
  expect(words.lack).toBe("review.askedAgain")
  await expect(
    answerQuote(guestOfQuoteLink(token), {
      ...{ token, seen: words.seen, answer: "confirmed", words: [], note: "" },
    }),
  ).rejects.toMatchObject({ key: "review.askedAgain" })
})
