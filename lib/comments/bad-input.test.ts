import { randomUUID } from "node:crypto"
import { and, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { commentDrafts, commentMentions, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { countAttempt, limitMinutes } from "@/lib/accounts/limit"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { answerThread } from "./answer-thread"
import { editComment } from "./edit-comment"
import {
  answerThreadInput,
  editCommentInput,
  keepDraftInput,
  openThreadInput,
  reactInput,
} from "./input"
import { keepDraft } from "./keep-draft"
import { commentLimits, type TextRef } from "./model"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"
import { reactToComment } from "./react-to-comment"

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

test("whoever changes, marks or keeps far too often is told when to go on, and nobody else is held up", async () => {
  const { threadId, commentId } = await openWith("Change me")
  const on = { kind: "minutes", id: scene.meetingId }
  const verbs = {
    edit: (actor: Actor, n: number) =>
      editComment(actor, editCommentInput.parse({ commentId, text: `Changed ${n}` })),
    react: (actor: Actor) => reactToComment(actor, reactInput.parse({ commentId, kind: "agree" })),
    keep: (actor: Actor, n: number) =>
      keepDraft(actor, keepDraftInput.parse({ on, key: threadId, text: `${n}` })),
  }
  for (const [verb, kind, most, key] of [
    ["edit", "comment.edit", commentLimits.edits, "comment.tooManyEdits"],
    ["react", "comment.react", commentLimits.reactions, "comment.tooManyReactions"],
    ["keep", "comment.draft", commentLimits.drafts, "comment.tooManyDrafts"],
  ] as const) {
    await verbs[verb](scene.member, 0)
    for (let n = 1; n < most; n++)
      await transaction((tx) => countAttempt(tx, kind, scene.member.personId, most))
    await expect(verbs[verb](scene.member, most)).rejects.toMatchObject({
      code: "too_many",
      key,
      values: { minutes: limitMinutes },
    })
  }
  await expect(verbs.react(scene.other)).resolves.toBeUndefined()
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

test("a draft is kept without the sign that no database keeps", async () => {
  const { threadId } = await openWith("What is missing?")
  const on = { kind: "minutes", id: scene.meetingId }
  await keepDraft(scene.member, keepDraftInput.parse({ on, key: threadId, text: "The\0 gauges " }))
  const mine = eq(commentDrafts.personId, scene.member.personId)
  expect(await owner.select().from(commentDrafts).where(mine)).toMatchObject([
    { text: "The gauges " },
  ])
})
