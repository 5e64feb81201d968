import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { consultationGuests, consultations, consultationTexts } from "@/db/schema/consultations"
import { daysFromNow, minutesFromNow } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { addComment } from "./add-comment"
import { answerThread } from "./answer-thread"
import { answerThreadInput, openThreadInput } from "./input"
import { markRead } from "./mark-read"
import type { NewComment, TextRef } from "./model"
import { commentsOfConsultation } from "./of-consultation"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"
import { readThreads } from "./read-threads"

const { owner } = await testDatabase()
let scene: Scene
let text: TextRef
let consultationId: string
let guestId: string
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
  const [consultation] = await owner
    .insert(consultations)
    .values({
      groupId: scene.groupId,
      slug: "tides",
      title: "Tides",
      question: "Is it whole?",
      audience: "anyone",
      opensAt: daysFromNow(-1),
      openedAt: daysFromNow(-1),
      closesAt: daysFromNow(1),
      askedBy: scene.chair.personId,
    })
    .returning()
  consultationId = consultation?.id ?? ""
  await owner
    .insert(consultationTexts)
    .values({ consultationId, position: 0, meetingId: scene.meetingId })
  const [guest] = await owner
    .insert(consultationGuests)
    .values({
      consultationId,
      email: `${randomUUID()}@example.org`,
      name: "Mirela Osei",
      organisation: "Harbour Watch",
      stakeholderGroup: "civil-society",
      tokenHash: randomUUID(),
    })
    .returning()
  guestId = guest?.id ?? ""
})

const open = (words: string) =>
  openThread(
    scene.member,
    openThreadInput.parse({
      on: { kind: "minutes", id: scene.meetingId },
      at: "text",
      text: words,
      submission: randomUUID(),
    }),
  )
const asGuest = (threadId: string, more: Partial<NewComment> = {}) =>
  transaction((tx) =>
    addComment(tx, {
      threadId,
      author: { guestId },
      comment: {
        text: "From outside",
        submission: randomUUID(),
        way: "link",
        consultationId,
        ...more,
      },
    }),
  )
const answer = (threadId: string, words: string) =>
  answerThread(
    scene.other,
    answerThreadInput.parse({ threadId, text: words, submission: randomUUID() }),
  )

test("what members and guests say while it is open counts to it, in the order of filing", async () => {
  const { threadId } = await open("From a member")
  await asGuest(threadId, { unnamed: true })
  await answer(threadId, "An answer")
  const said = await commentsOfConsultation(owner, consultationId)
  expect(
    said.map(({ name, comment, organisation, stakeholderGroup }) => ({
      name,
      text: comment.text,
      organisation,
      stakeholderGroup,
    })),
  ).toEqual([
    { name: "Ilva Morandini", text: "From a member", organisation: "", stakeholderGroup: null },
    {
      name: "Mirela Osei",
      text: "From outside",
      organisation: "Harbour Watch",
      stakeholderGroup: "civil-society",
    },
    { name: "Samir Koskela", text: "An answer", organisation: "", stakeholderGroup: null },
  ])
  const trail = await owner.select().from(events).where(eq(events.subjectId, threadId))
  expect(trail.map(({ actorId }) => actorId)).toEqual([
    scene.member.personId,
    null,
    scene.other.personId,
  ])
  expect(JSON.stringify(trail)).not.toContain("example.org")
})

test("what is said when it is over is a comment of the group, and no longer of the consultation", async () => {
  const { threadId } = await open("In time")
  await owner
    .update(consultations)
    .set({ closesAt: minutesFromNow(-1) })
    .where(eq(consultations.id, consultationId))
  await answer(threadId, "Too late")
  await open("Later still")
  const said = await commentsOfConsultation(owner, consultationId)
  expect(said.map(({ comment }) => comment.text)).toEqual(["In time"])
  expect((await listThreads(scene.chair, text, "en")).total.comments).toBe(3)
})

test("what waits for a co-chair is read by its author and those who moderate alone", async () => {
  const { threadId } = await open("Open to all")
  await asGuest(threadId, { moderation: "waiting" })
  const seen = async (actor: typeof scene.chair) =>
    (await listThreads(actor, text, "en")).total.comments
  expect(await seen(scene.other)).toBe(1)
  expect(await seen(scene.chair)).toBe(2)
  const base = { groupId: scene.groupId, text, locale: "en" as const }
  const own = { author: { guestId }, moderates: false }
  expect((await readThreads(owner, { ...base, viewer: own })).total.comments).toBe(2)
  const nobody = { author: null, moderates: false }
  expect((await readThreads(owner, { ...base, viewer: nobody })).total.comments).toBe(1)
})

test("guests do not read the name of somebody who asked not to be named; members do", async () => {
  const { threadId } = await open("Named")
  await asGuest(threadId, { unnamed: true })
  const viewer = { author: null, moderates: false }
  const base = { groupId: scene.groupId, text, locale: "en" as const }
  const [outside] = (await readThreads(owner, { ...base, viewer })).threads
  expect(outside?.comments.map(({ author }) => author.name)).toEqual(["Ilva Morandini", ""])
  expect(JSON.stringify(outside)).not.toContain("Harbour Watch")
  const [inside] = (await listThreads(scene.other, text, "en")).threads
  expect(inside?.comments[1]?.author).toMatchObject({ name: "Mirela Osei" })
})

test("what is read in a consultation is not read elsewhere on the text, and the other way about", async () => {
  await owner
    .update(consultations)
    .set({ opensAt: minutesFromNow(60) })
    .where(eq(consultations.id, consultationId))
  await open("Among the group, before")
  await owner
    .update(consultations)
    .set({ opensAt: daysFromNow(-1) })
    .where(eq(consultations.id, consultationId))
  const { threadId } = await open("In the consultation")
  const there = () => listThreads(scene.other, text, "en", { consultationId })
  const all = () => listThreads(scene.other, text, "en")
  const mark = (seq: number, consultation?: string) =>
    markRead(scene.other, { on: text, consultation, seq })
  const freshIn = ({ threads }: Awaited<ReturnType<typeof all>>) =>
    threads.flatMap(({ comments }) => comments.filter(({ fresh }) => fresh).map((one) => one.text))
  const first = await there()
  expect(first.total.fresh).toBe(1)
  await mark(first.last, consultationId)
  expect((await there()).total.fresh).toBe(0)
  const left = await all()
  expect(left.fresh).toHaveLength(1)
  expect(freshIn(left)).toEqual(["Among the group, before"])
  await transaction((tx) =>
    addComment(tx, {
      threadId,
      author: { personId: scene.chair.personId },
      comment: { text: "An answer in it", submission: randomUUID(), way: "portal" },
    }),
  )
  expect(freshIn(await all())).toEqual(["Among the group, before", "An answer in it"])
  expect(freshIn(await there())).toEqual(["An answer in it"])
  // What was new when the page came stays marked, and what was read elsewhere stays read.
  const since = { since: left.since }
  await mark((await all()).last)
  expect((await all()).total.fresh).toBe(0)
  expect((await there()).total.fresh).toBe(0)
  expect(freshIn(await listThreads(scene.other, text, "en", since))).toEqual([
    "Among the group, before",
    "An answer in it",
  ])
  await expect(mark(1, randomUUID())).rejects.toMatchObject({ code: "not_found" })
})
