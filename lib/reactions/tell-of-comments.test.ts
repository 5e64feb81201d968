import { randomUUID } from "node:crypto"
import { desc, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mails } from "@/db/schema/mail"
import { memberships } from "@/db/schema/members"
import { notices } from "@/db/schema/notices"
import { threadMutes } from "@/db/schema/threads"
import { addComment } from "@/lib/comments/add-comment"
import { beginThread } from "@/lib/comments/begin-thread"
import { editComment } from "@/lib/comments/edit-comment"
import { hideComment } from "@/lib/comments/hide-comment"
import type { NewComment } from "@/lib/comments/model"
import { resolveThread } from "@/lib/comments/resolve-thread"
import { showComment } from "@/lib/comments/show-comment"
import { transaction } from "@/lib/platform/database"
import { reactTo } from "./react"

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

const begin = (comment: NewComment, personId = scene.member.personId) =>
  transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text: { kind: "minutes", meetingId: scene.meetingId },
      about: "section",
      place: scene.first,
      author: { personId },
      comment,
    }),
  )
const answer = (threadId: string, comment: NewComment, personId = scene.other.personId) =>
  transaction((tx) => addComment(tx, { threadId, author: { personId }, comment }))

/** As the worker does, and once more, as after a crash between its work and its commit. */
async function reactTwice(): Promise<void> {
  const [last] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
  await reactTo(last?.id ?? 0)
  await reactTo(last?.id ?? 0)
}

const toldOf = async (personId: string) => {
  const rows = await owner.select().from(notices).where(eq(notices.personId, personId))
  return rows.map(({ kind }) => kind)
}
const mailsTo = (email: string) =>
  owner.select().from(mails).where(eq(mails.to, email)).orderBy(mails.createdAt)
test("who is named is told at once and who wrote before finds it in their digest, each once though the job runs twice", async () => {
  const { threadId } = await begin(said("Is this sure?"))
  await reactTwice()
  const { commentId } = await answer(threadId, said("Ask @Hyejin Abara.\n\nShe was there."))
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual(["replied"])
  expect(await toldOf(scene.chair.personId)).toEqual(["mentioned"])
  expect(await toldOf(scene.other.personId)).toEqual([])
  expect(await mailsTo(scene.member.email)).toEqual([])
  const [mail, ...more] = await mailsTo(scene.chair.email)
  expect(more).toEqual([])
  expect(mail?.text).toContain("Samir Koskela mentioned you in a comment on Meeting 33.")
  expect(mail?.text).toContain("> Ask @Hyejin Abara.\n>\n> She was there.")
  expect(mail?.text).toContain(`/comments/${threadId}?at=${commentId}#c-${commentId}`)
  const [notice] = await owner.select().from(notices).where(eq(notices.key, commentId))
  expect(notice).toMatchObject({ threadId, readAt: null })
})

test("who is named in a comment on a row reads which row, and of which mapping", async () => {
  const { rowId } = await makeMapping(owner, scene.groupId)
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      groupId: scene.groupId,
      text: { kind: "row", rowId },
      about: "text",
      place: null,
      author: { personId: scene.member.personId },
      comment: said("Is this yours, @Samir Koskela?"),
    }),
  )
  await reactTwice()
  const [mail, ...more] = await mailsTo(scene.other.email)
  expect(more).toEqual([])
  expect(mail?.text).toMatch(
    /Ilva Morandini mentioned you in a comment on Row 1 of the mapping\s+“Mandate \w+”\./,
  )
  expect(mail?.subject).toMatch(/Row 1 of the mapping “Mandate \w+”/)
  expect(mail?.text).toMatch(new RegExp(`/comments/${threadId}\\?at=([0-9a-f-]{36})#c-\\1`))
})

test("the mails of one thread hang together: one subject, one root, each an id of its own", async () => {
  const { threadId } = await begin(said("@Hyejin Abara, look."))
  await reactTwice()
  await answer(threadId, said("@Hyejin Abara, here too."))
  await reactTwice()
  const sent = await mailsTo(scene.chair.email)
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(({ subject }) => subject)).size).toBe(1)
  expect(new Set(sent.map(({ messageId }) => messageId)).size).toBe(2)
  for (const { headers, messageId } of sent) {
    const root = `<thread.${threadId}@localhost>`
    expect(headers).toMatchObject({ "In-Reply-To": root, References: root })
    expect(messageId).not.toBe(root)
  }
})

test("an edit tells whoever is named anew, and nobody again", async () => {
  const { commentId } = await begin(said("@Samir Koskela, look."))
  await reactTwice()
  const text = "@Samir Koskela and @Hyejin Abara, look."
  await editComment(scene.member, { commentId, text, proposal: null })
  await reactTwice()
  expect(await toldOf(scene.other.personId)).toEqual(["mentioned"])
  expect(await toldOf(scene.chair.personId)).toEqual(["mentioned"])
  expect(await mailsTo(scene.other.email)).toHaveLength(1)
})

test("an older comment that is edited, or hidden and shown again, is no answer to those who wrote after it", async () => {
  const { threadId, commentId } = await begin(said("Is this sure?"))
  await reactTwice()
  await answer(threadId, said("Yes."))
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual(["replied"])
  await editComment(scene.member, { commentId, text: "Is this right?", proposal: null })
  await reactTwice()
  await hideComment(scene.chair, { commentId, reason: "To look at it." })
  await reactTwice()
  await showComment(scene.chair, { commentId, reason: "It is fine." })
  await reactTwice()
  expect(await toldOf(scene.other.personId)).toEqual([])
})

test("whoever wrote before an answer that was hidden is told of it once it is shown", async () => {
  const { threadId } = await begin(said("Is this sure?"))
  await reactTwice()
  const { commentId } = await answer(threadId, said("Yes."))
  await hideComment(scene.chair, { commentId, reason: "To look at it." })
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual([])
  await showComment(scene.chair, { commentId, reason: "It is fine." })
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual(["replied"])
})

test("nobody is told of what they muted, may not read, or what is not admitted", async () => {
  const outsider = await makeActor(owner, { name: "Zoe Lindqvist" })
  const { threadId } = await begin(said("Is this sure?"))
  await reactTwice()
  await answer(threadId, said("Waiting.", { moderation: "waiting" }))
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual([])
  await owner.insert(threadMutes).values({ threadId, personId: scene.member.personId })
  await answer(threadId, said("@Ilva Morandini, @Zoe Lindqvist, yes."))
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual([])
  expect(await toldOf(outsider.personId)).toEqual([])
})

test("who has left the group is told nothing more", async () => {
  const { threadId } = await begin(said("Is this sure?"))
  await owner
    .update(memberships)
    .set({ until: new Date("2021-01-01T00:00:00Z") })
    .where(eq(memberships.personId, scene.member.personId))
  await answer(threadId, said("Yes."))
  await reactTwice()
  expect(await toldOf(scene.member.personId)).toEqual([])
})

test("who began a thread is told what became of it, with the reason", async () => {
  const { threadId } = await begin(said("Strike this."))
  await resolveThread(scene.chair, {
    threadId,
    revision: 1,
    disposition: "partly-accepted",
    reason: "One half of it.",
  })
  await reactTwice()
  const rows = await owner.select().from(notices).where(eq(notices.personId, scene.member.personId))
  expect(rows.map(({ kind, data }) => ({ kind, data }))).toEqual([
    {
      kind: "resolved",
      data: { title: "", number: 33, disposition: "partly-accepted", reason: "One half of it." },
    },
  ])
})
