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
