import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { arrangeConsultation } from "@/db/factories/consultations"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { answerThread } from "@/lib/comments/answer-thread"
import { editComment } from "@/lib/comments/edit-comment"
import { answerThreadInput, openThreadInput } from "@/lib/comments/input"
import { openThread } from "@/lib/comments/open-thread"
import { listThreads } from "@/lib/comments/queries"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { fileComment } from "@/lib/replies/file-comment"
import { commentInConsultation } from "./comment"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const closesAt = new Date("2027-03-15T12:00:00Z")
const lateUntil = new Date("2027-03-17T12:00:00Z")
const during = new Date("2027-03-02T10:00:00Z")
const late = new Date("2027-03-16T10:00:00Z")
const over = new Date("2027-03-18T10:00:00Z")

let group: { id: string; slug: string }
let member: SignedIn
let asked: Awaited<ReturnType<typeof arrangeConsultation>>
beforeEach(async () => {
  group = await makeGroup(owner)
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  const window = { opensAt, closesAt, lateUntil, openedAt: opensAt }
  asked = await arrangeConsultation(owner, {
    ...{ groupId: group.id, askedBy: chair.personId, ...window },
  })
  setClock(() => during)
})
afterEach(() => setClock(undefined))

const say = () =>
  commentInConsultation(member, {
    ...{ consultationId: asked.id, consultationTextId: asked.textId, place: null, quote: null },
    ...{ text: "Add the budget.", submission: randomUUID(), unnamed: false },
  })
const rowOf = async (id: string) => {
  const [row] = await owner.select().from(comments).where(eq(comments.id, id))
  if (!row) throw new Error("There is no comment")
  return row
}
const edit = (commentId: string, text: string) =>
  editComment(member, { commentId, text, proposal: null })

describe("a member rewrites what they said in a consultation", () => {
  const offered = async () => {
    const on = { kind: "document", documentId: asked.document.id } as const
    const { threads } = await listThreads(member, on, "en")
    return threads.flatMap(({ comments: said }) => said.map(({ fixed }) => !fixed))
  }

  test("as long as it is open without a mark, and in the late window as a late comment", async () => {
    const { commentId } = await say()
    await edit(commentId, "Add a budget.")
    expect(await rowOf(commentId)).toMatchObject({ text: "Add a budget.", late: false })
    setClock(() => late)
    expect(await offered()).toEqual([true])
    await edit(commentId, "Add a budget.")
    expect(await rowOf(commentId)).toMatchObject({ late: false })
    await edit(commentId, "Add two budgets.")
    expect(await rowOf(commentId)).toMatchObject({ text: "Add two budgets.", late: true })
  })

  test("and after its end no more, nor is the form offered", async () => {
    const { commentId } = await say()
    setClock(() => over)
    await expect(edit(commentId, "Never mind.")).rejects.toMatchObject({
      ...{ code: "conflict", key: "consultation.tooLateToEdit" },
    })
    expect(await rowOf(commentId)).toMatchObject({ text: "Add the budget.", editedAt: null })
    expect(await offered()).toEqual([false])
  })
})

describe("the same words have the same fate whichever way they come", () => {
  const byForm = () => say().then(({ commentId }) => commentId)
  const byThread = () =>
    openThread(
      member,
      openThreadInput.parse({
        on: { kind: "document", id: asked.document.id },
        ...{ at: "text", text: "More.", submission: randomUUID() },
      }),
    ).then(({ commentId }) => commentId)
  const answer = (threadId: string) =>
    answerThread(
      member,
      answerThreadInput.parse({ threadId, text: "Yes.", submission: randomUUID() }),
    ).then(({ commentId }) => commentId)
  const mail = async (threadId: string, receivedAt: Date) => {
    const sender = {
      ...{ email: "ilva@example.org", locale: "en" as const, actor: member, guest: null },
      author: { personId: member.personId },
    }
    const target = {
      ...{ groupId: group.id, consultationId: asked.id, place: { threadId } },
      ...{ title: "", desk: "", guests: null },
    }
    const filed = await transaction((tx) =>
      fileComment(tx, { id: randomUUID(), receivedAt, name: "Ilva", text: "Yes.", sender, target }),
    )
    if ("lack" in filed) throw new Error(filed.lack)
    return filed.commentId
  }
  const threadIdOf = async (commentId: string) => (await rowOf(commentId)).threadId

  test("in the late window it counts as late", async () => {
    const threadId = await threadIdOf(await byForm())
    setClock(() => late)
    for (const id of [
      await byForm(),
      await byThread(),
      await answer(threadId),
      await mail(threadId, late),
    ])
      expect(await rowOf(id)).toMatchObject({ consultationId: asked.id, late: true })
  })

  test("after the end an answer in a thread is one of the group, by mail as well", async () => {
    const threadId = await threadIdOf(await byForm())
    setClock(() => over)
    for (const id of [await byThread(), await answer(threadId), await mail(threadId, over)])
      expect(await rowOf(id)).toMatchObject({ consultationId: null, late: false })
  })

  test("what was mailed in time counts as in time, whenever it is filed", async () => {
    const threadId = await threadIdOf(await byForm())
    setClock(() => over)
    const id = await mail(threadId, during)
    expect(await rowOf(id)).toMatchObject({ consultationId: asked.id, late: false })
  })
})
