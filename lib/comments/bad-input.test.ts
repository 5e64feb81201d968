import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { commentMentions, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { answerThread } from "./answer-thread"
import { answerThreadInput, openThreadInput } from "./input"
import { commentLimits, type TextRef } from "./model"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"

const { owner } = await testDatabase()
let scene: Scene
let text: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
})

const openWith = (words: string, submission: string = randomUUID(), actor = scene.member) =>
  openThread(
    actor,
    openThreadInput.parse({
      on: { kind: "minutes", id: scene.meetingId },
      at: "text",
      text: words,
      submission,
    }),
  )

test("a comment of 1 MB is refused with how long it may be, and leaves nothing behind", async () => {
  await expect(openWith("é".repeat(1_048_576))).rejects.toMatchObject({
    code: "invalid",
    values: { most: commentLimits.text },
    fields: { text: "comment.long" },
  })
  expect(await owner.$count(threads, eq(threads.meetingId, scene.meetingId))).toBe(0)
})

test("fifty names are refused, twenty are noted once each", async () => {
  const roles = { [scene.groupId]: "member" as const }
  const people = await Promise.all(
    Array.from({ length: 50 }, (_, n) => makeActor(owner, { name: `Nadia Ferro ${n}`, roles })),
  )
  const named = (count: number) => people.slice(0, count).map(({ name }) => `@${name}`)
  await expect(openWith(named(50).join(" "))).rejects.toMatchObject({
    fields: { text: "comment.mentions" },
    values: { most: commentLimits.mentions },
  })
  const { commentId } = await openWith([...named(20), ...named(20)].join(", "))
  expect(await owner.$count(commentMentions, eq(commentMentions.commentId, commentId))).toBe(20)
})

test("two hundred comments of fifty people at once: none lost, none twice, in one order for all", async () => {
  const roles = { [scene.groupId]: "member" as const }
  const people = await Promise.all(Array.from({ length: 50 }, () => makeActor(owner, { roles })))
  const { threadId } = await openWith("Say all at once what you think.")
  const forms = people.flatMap((actor, who) =>
    Array.from({ length: 4 }, (_, n) => ({
      actor,
      form: { threadId, text: `${who}/${n}`, submission: randomUUID() },
    })),
  )
  const send = ({ actor, form }: (typeof forms)[number]) =>
    answerThread(actor, answerThreadInput.parse(form))
  // Every fourth form is sent twice, as by somebody who presses again.
  await Promise.all([...forms, ...forms.filter((_, n) => n % 4 === 0)].map(send))
  const kept = await owner
    .select({ text: comments.text, seq: comments.seq })
    .from(comments)
    .where(and(eq(comments.threadId, threadId)))
  const said = kept.map((comment) => comment.text).filter((words) => words.includes("/"))
  expect(said.sort()).toEqual(forms.map(({ form }) => form.text).sort())
  expect(new Set(kept.map(({ seq }) => seq)).size).toBe(kept.length)
  const view = await listThreads(scene.chair, text, "en", { threadId, page: 5 })
  expect(view.total.comments).toBe(201)
  expect(view.pages).toBe(5)
}, 60_000)

test("whoever sends too many is told when to go on; sending one again is not counted", async () => {
  const { threadId } = await openWith("Go on")
  const form = () => ({ threadId, text: "More", submission: randomUUID() })
  const send = (given: ReturnType<typeof form>) =>
    answerThread(scene.other, answerThreadInput.parse(given))
  const first = form()
  await send(first)
  for (let n = 1; n < commentLimits.per; n++) await send(form())
  await expect(send(form())).rejects.toMatchObject({
    code: "too_many",
    key: "comment.tooMany",
    values: { most: commentLimits.per, minutes: commentLimits.perMinutes },
  })
  await expect(send(first)).resolves.toMatchObject({ threadId })
  const another = { ...form(), threadId }
  await expect(answerThread(scene.chair, answerThreadInput.parse(another))).resolves.toMatchObject({
    threadId,
  })
})

test("a thousand comments are read a page at a time, with few of each long thread", async () => {
  const ids: string[] = []
  for (let n = 0; n < 50; n++) {
    const [thread] = await owner
      .insert(threads)
      .values({ groupId: scene.groupId, meetingId: scene.meetingId, about: "text" })
      .returning({ id: threads.id })
    ids.push(thread?.id ?? "")
  }
  await owner.insert(comments).values(
    Array.from({ length: 1_000 }, (_, n) => ({
      threadId: ids[n % 50] ?? "",
      authorId: scene.member.personId,
      text: `Comment ${n}`,
      submission: randomUUID(),
    })),
  )
  const own = await listThreads(scene.member, text, "en")
  expect(own).toMatchObject({ pages: 3, total: { threads: 50, comments: 1_000, fresh: 0 } })
  expect(own.threads).toHaveLength(20)
  for (const thread of own.threads) expect(thread).toMatchObject({ count: 20, skipped: 16 })
  const fresh = await listThreads(scene.other, text, "en", { page: 3 })
  expect(fresh.threads).toHaveLength(10)
  expect(fresh.fresh).toHaveLength(1_000)
})
