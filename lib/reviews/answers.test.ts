import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { connect } from "@/db/client"
import { testDatabase } from "@/db/factories/database"
import { mails } from "@/db/schema/mail"
import { meetings } from "@/db/schema/meetings"
import { reviews } from "@/db/schema/reviews"
import { arrangeReviewScene, type ReviewScene } from "@/e2e/support/review-scene"
import { publicChannel } from "@/lib/activity/record"
import { beginCorrection } from "@/lib/corrections/begin"
import { dropCorrection } from "@/lib/corrections/drop"
import { cancelMeeting } from "@/lib/meetings/cancel"
import { findRevisions } from "@/lib/minutes/find-revisions"
import { savePlainMinutes } from "@/lib/minutes/save-plain"
import { publicActor } from "@/lib/platform/actor"
import { setClock } from "@/lib/platform/clock"
import { remindQuoted } from "@/lib/reactions/remind-quoted"
import { answerQuote } from "./answer"
import { getWordsToAnswer } from "./answer-queries"
import { askQuoted } from "./ask-again"
import { endReview } from "./end"
import { settleQuoteInput } from "./input"
import { getReview } from "./queries"
import { guestOfQuoteLink, quoteToken } from "./quote-link"
import { settleMark } from "./settle-mark"
import { settleQuote } from "./settle-quote"
import { readStanding } from "./standing"

const { owner, appUrl } = await testDatabase()

let review: ReviewScene
const at = (text: string) => setClock(() => new Date(text))
beforeEach(async () => {
  at("2022-03-04T10:00:00Z")
  review = await arrangeReviewScene(owner)
})
afterEach(() => setClock(undefined))

test("a link shows one's own words and nothing else, and is good for nothing else", async () => {
  await review.open()
  const mine = await review.wordsOf("Ilva Morandini")
  expect(mine.statements.map(({ words, place }) => [words, place])).toEqual([
    ["The plan is late.", "1 The plan"],
    ["Thanks to all.", "2 Any other business"],
  ])
  expect(JSON.stringify(mine)).not.toContain("The press")
  const token = quoteToken((await review.requestOf("Otto Velander")).id)
  const slug = await review.slugOf()
  await expect(getWordsToAnswer(publicActor, token, slug, "en")).rejects.toMatchObject({
    code: "sign_in",
  })
  await expect(getWordsToAnswer(review.scene.chair, token, slug, "en")).rejects.toMatchObject({
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
  const other = quoteToken((await review.requestOf("A voice")).id)
  await expect(
    answerQuote(guestOfQuoteLink(other), {
      ...{ token, seen: mine.seen, answer: "confirmed", words: [], note: "" },
    }),
  ).rejects.toMatchObject({ code: "forbidden" })
  expect((await review.requests()).map(({ answer }) => answer)).toEqual([null, null, null])
})

test("an answer drops the public pages of the group: minutes that are open to anyone name nobody who asks", async () => {
  await review.open()
  const told: string[] = []
  const listener = connect(appUrl, { max: 1 })
  await listener.sql.listen(publicChannel, (slug) => told.push(slug))
  await review.say("Ilva Morandini", "unnamed")
  await expect.poll(() => told.length).toBeGreaterThan(0)
  await listener.end()
  expect(told).toEqual([await review.slugOf()])
})

test("an answer may be changed, and counts for the words that were seen", async () => {
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  await review.say("Ilva Morandini", "unnamed", { note: "<script>alert(1)</script>" })
  expect(await review.requestOf("Ilva Morandini")).toMatchObject({
    answer: "unnamed",
    note: "<script>alert(1)</script>",
  })
  const before = await review.wordsOf("Ilva Morandini")
  await review.say("Ilva Morandini", "other-words", {
    words: ["The plan is early.", "Thanks to all."],
  })
  expect(await review.requestOf("Ilva Morandini")).toMatchObject({
    answer: "other-words",
    words: { [review.quoted]: "The plan is early." },
  })
  await review.settle("Ilva Morandini", "taken")
  await expect(
    review.say("Ilva Morandini", "confirmed", { seen: before.seen }),
  ).rejects.toMatchObject({
    code: "conflict",
    key: "review.wordsChanged",
  })
  const told = await review.trail("quote.answered")
  expect(told.map((each) => ("answer" in each ? each.answer : ""))).toEqual([
    "confirmed",
    "unnamed",
    "other-words",
  ])
  expect(told.every(({ actorId }) => actorId === null)).toBe(true)
})

test("other words that are none, or the same, are refused at their field", async () => {
  await review.open()
  const same = review.say("Ilva Morandini", "other-words", {
    words: [" The plan is late. ", "Thanks to all."],
  })
  await expect(same).rejects.toMatchObject({ code: "invalid", key: "review.sameWords" })
  const none = review.say("Ilva Morandini", "other-words", { words: ["", "Thanks"] })
  await expect(none).rejects.toMatchObject({ fields: { "words.0": "review.emptyWords" } })
  expect((await review.requestOf("Ilva Morandini")).answer).toBeNull()
})

test("other words are taken over with credit to whoever said them", async () => {
  await review.open()
  await review.say("Ilva Morandini", "other-words", {
    words: ["The plan is early.\n- one\n- two\0"],
  })
  await review.settle("Ilva Morandini", "taken")
  expect(await review.statementNow()).toBe("The plan is early.\none\ntwo")
  const [revision] = await findRevisions(owner, review.scene.meetingId, {}, 1)
  expect(revision).toMatchObject({
    number: 2,
    author: review.scene.chair.name,
    authors: [review.scene.chair.name, "Ilva Morandini"],
    quotedBy: "Ilva Morandini",
    kind: "quoted",
  })
  expect(await review.requestOf("Ilva Morandini")).toMatchObject({ settlement: "taken" })
  await expect(review.settle("Ilva Morandini", "declined", "No")).rejects.toMatchObject({
    key: "review.isSettled",
  })
})

test("declined with a reason they are told, and nothing in the text changes", async () => {
  await review.open()
  await review.say("Ilva Morandini", "other-words", { words: ["Nothing of this."] })
  const request = await review.requestOf("Ilva Morandini")
  const without = settleQuoteInput.safeParse({
    ...{ requestId: request.id, seen: "", settlement: "declined", reason: " " },
  })
  expect(without.success).toBe(false)
  await review.settle("Ilva Morandini", "declined", "The recording says otherwise.")
  expect(await review.statementNow()).toBe("The plan is late.")
  const sent = await owner.select().from(mails)
  expect(sent.at(-1)).toMatchObject({ to: review.scene.member.email })
  expect(sent.at(-1)?.text).toContain("The recording says otherwise.")
})

test("what was decided on other words than those that stand is refused", async () => {
  await review.open()
  await review.say("Ilva Morandini", "other-words", { words: ["The plan is early."] })
  const request = await review.requestOf("Ilva Morandini")
  const input = { requestId: request.id, seen: "0", settlement: "taken" as const, reason: "" }
  await expect(settleQuote(review.scene.chair, input)).rejects.toMatchObject({
    key: "review.answerChanged",
  })
  await expect(settleQuote(review.scene.member, input)).rejects.toMatchObject({ code: "forbidden" })
  expect(await review.statementNow()).toBe("The plan is late.")
})

test("words that were changed since count as open, and those who are quoted newly are asked as well", async () => {
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  const marks = async () =>
    Object.fromEntries(
      (await readStanding(owner, review.scene.meetingId)).people.map(({ name, mark }) => [
        name,
        mark,
      ]),
    )
  expect(await marks()).toEqual({
    "A voice": "waiting",
    "Ilva Morandini": "confirmed",
    "Otto Velander": "waiting",
  })
  await savePlainMinutes(review.scene.chair, {
    ...{ meetingId: review.scene.meetingId, base: 1, locale: "en" as const, over: undefined },
    answer: undefined,
    sections: {
      [review.scene.first]:
        "STATEMENT: Ilva Morandini\nThe plan is never late.\n\nSTATEMENT: Otto Velander\nThe press should know.\n\nSTATEMENT: Pavel Novak\nHear, hear.",
    },
  })
  expect(await marks()).toMatchObject({ "Ilva Morandini": "changed", "Pavel Novak": "not-asked" })
  const { asked } = await askQuoted(review.scene.chair, { meetingId: review.scene.meetingId })
  expect(asked).toBe(2)
  expect(await marks()).toMatchObject({ "Ilva Morandini": "waiting", "Pavel Novak": "waiting" })
  const toMember = (await owner.select().from(mails).orderBy(mails.createdAt)).filter(
    ({ to }) => to === review.scene.member.email,
  )
  expect(toMember).toHaveLength(2)
  expect(toMember.at(-1)?.text).toContain("never late")
  await expect(
    askQuoted(review.scene.chair, { meetingId: review.scene.meetingId }),
  ).rejects.toMatchObject({
    key: "review.nobodyToAsk",
  })
})

test("other words are not taken over into a text that is closed because its correction was dropped", async () => {
  const { meetingId, chair } = review.scene
  await review.publish(1)
  await beginCorrection(chair, { meetingId, version: 1, reason: "To ask." })
  await review.open()
  await review.say("Ilva Morandini", "other-words", {
    words: ["The plan is very late.", "Thanks to all."],
  })
  at("2022-03-05T10:00:00Z")
  await endReview(chair, { meetingId })
  await dropCorrection(chair, { meetingId })
  await expect(review.settle("Ilva Morandini", "taken")).rejects.toMatchObject({
    code: "conflict",
    key: "meeting.reportPublished",
  })
  expect(await review.statementNow()).toBe("The plan is late.")
})

test("an answer that came after the page was shown is not declined unread", async () => {
  await review.open()
  await review.say("Ilva Morandini", "other-words", { words: ["The plan is early."] })
  const { id, answeredAt, words } = await review.requestOf("Ilva Morandini")
  const { statements } = await review.wordsOf("Ilva Morandini")
  const seen = settleMark(answeredAt, words as Record<string, string>, statements)
  at("2022-03-04T11:00:00Z")
  await review.say("Ilva Morandini", "other-words", { words: ["The plan is in time."] })
  const declined = settleQuote(review.scene.chair, {
    ...{ requestId: id, seen, settlement: "declined", reason: "It was not early." },
  })
  await expect(declined).rejects.toMatchObject({ code: "conflict", key: "review.answerChanged" })
  expect(await review.requestOf("Ilva Morandini")).toMatchObject({
    answer: "other-words",
    settlement: null,
  })
})

test("whoever is asked again, or answers anew, keeps what they answered before: whole, for co-chairs", async () => {
  const { meetingId, chair, member, first } = review.scene
  await review.open()
  await review.say("Ilva Morandini", "other-words", {
    words: ["The plan is early.", "Thanks to all."],
    note: "I said early.",
  })
  await review.settle("Ilva Morandini", "declined", "Nobody heard that.")
  at("2022-03-05T10:00:00Z")
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [first]: "STATEMENT: Ilva Morandini\nThe plan is never late." },
  })
  await askQuoted(chair, { meetingId })
  expect(await review.requestOf("Ilva Morandini")).toMatchObject({ answer: null, note: "" })
  at("2022-03-06T10:00:00Z")
  await review.say("Ilva Morandini", "confirmed")
  at("2022-03-07T10:00:00Z")
  await review.say("Ilva Morandini", "unnamed")
  const page = async (actor: typeof chair) =>
    (await getReview(actor, await review.slugOf(), meetingId, "en")).people.find(
      ({ name }) => name === "Ilva Morandini",
    )
  expect((await page(chair))?.earlier).toMatchObject([
    { answer: "confirmed", at: new Date("2022-03-06T10:00:00Z"), settlement: null },
    {
      answer: "other-words",
      at: new Date("2022-03-04T10:00:00Z"),
      note: "I said early.",
      settlement: { as: "declined", reason: "Nobody heard that." },
      statements: [
        { words: "The plan is late.", other: "The plan is early." },
        { words: "Thanks to all.", other: null },
      ],
    },
  ])
  expect((await page(member))?.earlier).toEqual([])
  await expect(
    owner.execute(sql`update earlier_quote_answers set note = 'I said nothing.'`),
  ).rejects.toMatchObject({ cause: { message: expect.stringContaining("is written once") } })
})

test("whoever is asked after the members stopped commenting is told no date that is past", async () => {
  const { meetingId, chair, first, member } = review.scene
  await review.open()
  await review.say("Ilva Morandini", "confirmed")
  at("2022-03-05T10:00:00Z")
  await endReview(chair, { meetingId })
  await savePlainMinutes(chair, {
    ...{ meetingId, base: 1, locale: "en" as const, over: undefined, answer: undefined },
    sections: { [first]: "STATEMENT: Ilva Morandini\nThe plan is never late." },
  })
  await askQuoted(chair, { meetingId })
  const texts = (await owner.select().from(mails).orderBy(mails.createdAt))
    .filter(({ to }) => to === member.email)
    .map(({ text }) => text)
  expect(texts).toHaveLength(2)
  expect(texts[0]).toContain("The members comment until")
  expect(texts[1]).toContain("never late")
  expect(texts[1]).not.toContain("The members comment until")
  expect(texts[1]).toContain("until the report is published")
})

test("a meeting that is cancelled takes its review with it: nobody is reminded any more", async () => {
  const { meetingId, chair } = review.scene
  await review.open()
  at("2022-03-05T10:00:00Z")
  const [meeting] = await owner.select().from(meetings).where(eq(meetings.id, meetingId))
  await cancelMeeting(chair, {
    ...{ meetingId, revision: meeting?.revision ?? -1, reason: "It never took place." },
    freeNumber: false,
  })
  const [given] = await owner.select().from(reviews).where(eq(reviews.meetingId, meetingId))
  expect(given).toMatchObject({ end: "given-up", endedBy: chair.personId })
  const before = await owner.select().from(mails)
  at("2022-03-09T12:00:00Z")
  await remindQuoted(given?.consultationId ?? "")
  expect(await owner.select().from(mails)).toHaveLength(before.length)
})
