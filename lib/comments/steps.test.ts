import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { commentMentions, comments } from "@/db/schema/comments"
import { threads } from "@/db/schema/threads"
import { connection, transaction } from "@/lib/platform/database"
import { addComment } from "./add-comment"
import { beginThread, type NewThread } from "./begin-thread"
import type { NewComment } from "./model"
import { commentsChannel } from "./notify"

const { owner } = await testDatabase()
let scene: Scene
beforeEach(async () => {
  scene = await arrangeScene(owner)
})

const said = (text: string, more: Partial<NewComment> = {}): NewComment => ({
  text,
  submission: randomUUID(),
  way: "portal",
  ...more,
})
const begin = (comment: NewComment, more: Partial<NewThread> = {}) =>
  transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text: { kind: "minutes", meetingId: scene.meetingId },
      about: "section",
      place: scene.first,
      author: { personId: scene.member.personId },
      comment,
      ...more,
    }),
  )
const answer = (threadId: string, comment: NewComment, personId = scene.other.personId) =>
  transaction((tx) => addComment(tx, { threadId, author: { personId }, comment }))

test("a thread begins with its first comment, and an answer follows: rows, events, a notice to who looks", async () => {
  const heard: string[] = []
  const { unlisten } = await connection().sql.listen(commentsChannel, (text) => heard.push(text))
  const { threadId, commentId } = await begin(said("Is @Samir Koskela sure?"))
  const answered = await answer(threadId, said("Yes."))
  await expect.poll(() => heard).toEqual([scene.meetingId, scene.meetingId])
  await unlisten()
  const trail = await owner.select().from(events).where(eq(events.subjectId, threadId))
  expect(trail.map(({ name, actorId, data }) => ({ name, actorId, data }))).toEqual([
    {
      name: "thread.begun",
      actorId: scene.member.personId,
      data: { thread: threadId, comment: commentId, title: "#33" },
    },
    {
      name: "comment.written",
      actorId: scene.other.personId,
      data: { thread: threadId, comment: answered.commentId, title: "#33" },
    },
  ])
  const named = await owner.select().from(commentMentions)
  expect(named).toEqual([{ commentId, personId: scene.other.personId }])
})

test("the same form sent ten times at once is one comment, and one thread", async () => {
  const first = said("Once")
  const begun = await Promise.all(Array.from({ length: 10 }, () => begin(first)))
  const [{ threadId, commentId } = { threadId: "", commentId: "" }] = begun
  expect(begun).toEqual(Array(10).fill({ threadId, commentId }))
  const next = said("Twice?")
  const answers = await Promise.all(Array.from({ length: 10 }, () => answer(threadId, next)))
  expect(answers.filter(({ again }) => !again)).toHaveLength(1)
  expect(new Set(answers.map((each) => each.commentId)).size).toBe(1)
  const kept = await owner.select().from(comments).where(eq(comments.threadId, threadId))
  expect(kept.map(({ text }) => text).sort()).toEqual(["Once", "Twice?"])
  expect(await owner.$count(threads, eq(threads.meetingId, scene.meetingId))).toBe(1)
})

test("a submission of somebody else is refused and shows nothing of theirs", async () => {
  const mine = said("Mine")
  const { threadId } = await begin(mine)
  await expect(answer(threadId, { ...mine, text: "Theirs" })).rejects.toMatchObject({
    code: "conflict",
  })
})

test.each([
  ["nothing", "  \n ", "field.required"],
  ["1 MB", "a".repeat(1_000_000), "comment.long"],
])("a comment of %s is refused with what is wrong, and nothing is kept", async (_, text, key) => {
  await expect(begin(said(text))).rejects.toMatchObject({ code: "invalid", fields: { text: key } })
  expect(await owner.$count(threads, eq(threads.meetingId, scene.meetingId))).toBe(0)
})

test("a passage keeps its words and its ends; one without words is refused", async () => {
  const passage = {
    start: new Uint8Array([1, 2]),
    end: new Uint8Array([3]),
    quote: "a brief note",
    before: "writes ",
    after: " for",
  }
  const { threadId } = await begin(said("Brief?"), { about: "passage", passage })
  const [kept] = await owner.select().from(threads).where(eq(threads.id, threadId))
  expect(kept).toMatchObject({
    quote: "a brief note",
    quoteBefore: "writes ",
    anchorStart: Buffer.from([1, 2]),
  })
  const empty = { about: "passage" as const, passage: { ...passage, quote: " " } }
  await expect(begin(said("?"), empty)).rejects.toMatchObject({ key: "comment.place" })
})

test("a text of another group has no threads of this one", async () => {
  const elsewhere = await arrangeScene(owner)
  await expect(begin(said("Here?"), { groupId: elsewhere.groupId })).rejects.toMatchObject({
    code: "not_found",
  })
})
