import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { threadReads } from "@/db/schema/threads"
import { publicActor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { addComment } from "./add-comment"
import { beginThread } from "./begin-thread"
import type { TextRef } from "./model"
import { listThreads } from "./queries"

const { owner } = await testDatabase()
let scene: Scene
let text: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
})

const said = (words: string) => ({ text: words, submission: randomUUID(), way: "portal" as const })
const begin = (words: string, place = scene.first) =>
  transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text,
      about: "section",
      place,
      author: { personId: scene.member.personId },
      comment: said(words),
    }),
  )
const answer = (threadId: string, words: string, personId = scene.other.personId) =>
  transaction((tx) => addComment(tx, { threadId, author: { personId }, comment: said(words) }))

test("threads come in the order of the text, with what the reader may do", async () => {
  await begin("Later", scene.second)
  await begin("Sooner", scene.first)
  const order = [scene.first, scene.second]
  const found = await listThreads(scene.other, text, "en", { order })
  expect(found.threads.map(({ comments }) => comments[0]?.text)).toEqual(["Sooner", "Later"])
  expect(found.may).toEqual({ write: true, resolve: false, hide: false })
  const chair = await listThreads(scene.chair, text, "en", { order, places: [scene.second] })
  expect(chair.threads).toHaveLength(1)
  expect(chair.may).toEqual({ write: true, resolve: true, hide: true })
  expect(chair.threads[0]?.comments[0]?.author).toMatchObject({ name: "Ilva Morandini" })
})

test("a long thread shows its first, last and fresh comments, and says how many lie between", async () => {
  const { threadId } = await begin("First")
  for (let n = 2; n <= 60; n++) await answer(threadId, `No. ${n}`)
  const before = await listThreads(scene.member, text, "en")
  expect(before.threads[0]).toMatchObject({ count: 60, fresh: 59, skipped: 36 })
  const seq = before.fresh.at(-3)?.seq ?? 0
  const { personId } = scene.member
  await owner.insert(threadReads).values({ personId, textId: scene.meetingId, seq })
  const after = await listThreads(scene.member, text, "en")
  const [thread] = after.threads
  expect(thread).toMatchObject({ count: 60, fresh: 2, skipped: 56 })
  expect(thread?.comments.map((each) => [each.text, each.fresh])).toEqual([
    ["First", false],
    ["No. 58", false],
    ["No. 59", true],
    ["No. 60", true],
  ])
  const last = await listThreads(scene.member, text, "en", {
    threadId,
    commentId: thread?.comments[3]?.id ?? "",
  })
  expect(last).toMatchObject({ page: 2, pages: 2 })
  expect(last.threads[0]?.comments.map((each) => each.text)).toEqual(
    Array.from({ length: 10 }, (_, place) => `No. ${51 + place}`),
  )
})

test("members of the group read them, and nobody else", async () => {
  const outsider = await makeActor(owner)
  await expect(listThreads(outsider, text, "en")).rejects.toMatchObject({ code: "not_found" })
  await expect(listThreads(publicActor, text, "en")).rejects.toMatchObject({ code: "sign_in" })
  const nothing: TextRef = { kind: "document", documentId: randomUUID() }
  await expect(listThreads(scene.member, nothing, "en")).rejects.toMatchObject({
    code: "not_found",
  })
})
