import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { threads } from "@/db/schema/threads"
import { addComment } from "@/lib/comments/add-comment"
import { beginThread } from "@/lib/comments/begin-thread"
import { editComment } from "@/lib/comments/edit-comment"
import { resolveThread } from "@/lib/comments/resolve-thread"
import { withdrawComment } from "@/lib/comments/withdraw-comment"
import { transaction } from "@/lib/platform/database"
import { moderateComment } from "../moderate"
import { workThread } from "./work-thread"

const { owner } = await testDatabase()
let scene: Awaited<ReturnType<typeof arrange>>
beforeEach(async () => {
  scene = await arrange()
})

async function arrange() {
  const group = await makeGroup(owner)
  const groupId = group.id
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  const author = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  const document = await arrangeDocument(owner, { groupId, parts: [] })
  const asked = { groupId, askedBy: chair.personId, documentId: document.id }
  const consultation = await arrangeConsultation(owner, asked)
  const begun = await transaction((tx) =>
    beginThread(tx, {
      ...{ groupId, text: { kind: "document", documentId: document.id }, about: "text" },
      ...{ place: null, consultationId: consultation.id, author: { personId: author.personId } },
      comment: { text: "Keep annex two.", submission: randomUUID(), way: "portal" },
    }),
  )
  return { group, chair, author, consultation, ...begun }
}

const answer = (moderation: "admitted" | "waiting") =>
  transaction((tx) =>
    addComment(tx, {
      threadId: scene.threadId,
      author: { personId: scene.author.personId },
      comment: {
        ...{ text: "And annex three.", submission: randomUUID(), way: "portal" },
        ...{ consultationId: scene.consultation.id, moderation },
      },
    }),
  )
const edit = () =>
  editComment(scene.author, {
    ...{ commentId: scene.commentId, text: "Delete annex two.", proposal: null },
  })
const admitted = async () => {
  const { commentId } = await answer("waiting")
  const revision = await revisionNow()
  await moderateComment(scene.chair, {
    ...{ consultationId: scene.consultation.id, commentId, answer: "admitted", seen: "" },
  })
  return revision
}
const revisionNow = async () => {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, scene.threadId))
  return thread?.revision ?? 0
}
const stale = { code: "conflict", key: "comment.threadMoved" }
const decide = (revision: number) =>
  workThread(scene.chair, {
    ...{ consultationId: scene.consultation.id, threadId: scene.threadId, revision },
    ...{ disposition: "accepted", reason: "Kept as proposed." },
  })

test.each([
  ["gave it other words", edit],
  ["took it back", () => withdrawComment(scene.author, { commentId: scene.commentId })],
  ["answered in it", () => answer("admitted")],
] as const)("a decision does not fall on a thread whose author %s meanwhile", async (_, change) => {
  await change()
  await expect(decide(1)).rejects.toMatchObject(stale)
  const resolved = { threadId: scene.threadId, revision: 1, disposition: "accepted" as const }
  await expect(resolveThread(scene.chair, { ...resolved, reason: "Kept." })).rejects.toMatchObject(
    stale,
  )
  await decide(await revisionNow())
  const [thread] = await owner.select().from(threads).where(eq(threads.id, scene.threadId))
  expect(thread?.disposition).toBe("accepted")
})

test("nor on one to which an answer was admitted; one that waits changes nothing yet", async () => {
  const before = await admitted()
  expect(before).toBe(1)
  await expect(decide(before)).rejects.toMatchObject(stale)
})
