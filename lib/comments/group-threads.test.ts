import { randomUUID } from "node:crypto"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { documents } from "@/db/schema/documents"
import { transaction } from "@/lib/platform/database"
import { addComment } from "./add-comment"
import { beginThread } from "./begin-thread"
import { groupThreadsPage, listGroupThreads } from "./group-threads"
import type { NewComment, TextRef } from "./model"
import { countThreads } from "./queries"
import { resolveThread } from "./resolve-thread"
import { withdrawComment } from "./withdraw-comment"

const { owner } = await testDatabase()
let scene: Scene
let minutes: TextRef
let document: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  minutes = { kind: "minutes", meetingId: scene.meetingId }
  const { groupId } = scene
  const [charter] = await owner
    .insert(documents)
    .values({ groupId, slug: "charter", title: "Charter", revision: 1 })
    .returning()
  document = { kind: "document", documentId: charter?.id ?? "" }
})

const said = (text: string, more: Partial<NewComment> = {}): NewComment => ({
  text,
  submission: randomUUID(),
  way: "portal",
  ...more,
})
const begin = (text: TextRef, comment: NewComment, actor = scene.member) =>
  transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text,
      about: "text",
      place: null,
      author: { personId: actor.personId },
      comment,
    }),
  )
const list = (actor: SignedIn, wanted: Partial<Parameters<typeof listGroupThreads>[2]> = {}) =>
  listGroupThreads(actor, scene.groupId, { state: "all", mine: false, page: 1, ...wanted })

test("the threads of all texts, those with the newest comment first, with how they began", async () => {
  const first = await begin(minutes, said("Is **this** all?\n\n- one\n- two"))
  const second = await begin(document, said("word ".repeat(100)))
  const author = { personId: scene.other.personId }
  await transaction((tx) =>
    addComment(tx, { threadId: first.threadId, author, comment: said("It is") }),
  )
  const { lines, more } = await list(scene.other)
  expect(more).toBe(false)
  expect(lines).toMatchObject([
    {
      id: first.threadId,
      text: { meetingId: scene.meetingId, number: 33, document: null },
      by: "Ilva Morandini",
      words: "Is this all? one two",
      comments: 2,
    },
    { id: second.threadId, text: { meetingId: null, document: "charter", title: "Charter" } },
  ])
  expect(lines[1]?.words).toMatch(/^(word ){27}word …$/)
  await withdrawComment(scene.member, { commentId: first.commentId })
  expect((await list(scene.other)).lines[0]).toMatchObject({ words: "" })
})

test("open, resolved, and those in which one wrote or is named", async () => {
  const open = await begin(minutes, said("Open, @Samir Koskela"))
  const done = await begin(document, said("Done"), scene.chair)
  const { threadId } = done
  await resolveThread(scene.chair, { threadId, revision: 1, disposition: "noted", reason: "" })
  const ids = async (...asked: Parameters<typeof list>) =>
    (await list(...asked)).lines.map(({ id }) => id)
  expect(await ids(scene.member, { state: "open" })).toEqual([open.threadId])
  expect(await ids(scene.member, { state: "resolved" })).toEqual([threadId])
  expect(await ids(scene.member, { mine: true })).toEqual([open.threadId])
  expect(await ids(scene.other, { mine: true })).toEqual([open.threadId])
  expect(await ids(scene.chair, { mine: true })).toEqual([threadId])
})

test("a page at a time, and only what one may see", async () => {
  await begin(minutes, said("Waits", { moderation: "waiting" }))
  for (let n = 0; n < groupThreadsPage + 1; n++) await begin(minutes, said(`No. ${n}`))
  const first = await list(scene.other)
  expect(first.more).toBe(true)
  expect(first.lines).toHaveLength(groupThreadsPage)
  expect((await list(scene.other, { page: 2 })).lines).toHaveLength(1)
  expect((await list(scene.chair, { page: 2 })).lines).toHaveLength(2)
  const outsider = await makeActor(owner)
  await expect(list(outsider)).rejects.toMatchObject({ code: "not_found" })
})

test("threads are counted by place, without what only a co-chair sees", async () => {
  await begin(minutes, said("Whole"))
  await begin(minutes, said("Waits", { moderation: "waiting" }))
  expect(await countThreads(scene.other, minutes)).toEqual([{ place: null, threads: 1, open: 1 }])
  expect(await countThreads(scene.other, document)).toEqual([])
})
