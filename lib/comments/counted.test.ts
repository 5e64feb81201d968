import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { afterEach, beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import {
  arrangeConsultation,
  arrangeDocument,
  arrangeGuest,
} from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { compendia } from "@/db/schema/consultations"
import { guestOfLink, guestToken } from "@/lib/consultations/guest-link"
import { ownComments } from "@/lib/consultations/guest-queries"
import { getConsultation, listConsultations } from "@/lib/consultations/queries"
import { withholdNameAsGuest } from "@/lib/consultations/withhold-name-as-guest"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { hashOf } from "@/lib/platform/secrets"
import { addComment } from "./add-comment"
import { answerThread } from "./answer-thread"
import { answerThreadInput, openThreadInput } from "./input"
import { keepDraft } from "./keep-draft"
import type { NewComment, TextRef } from "./model"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"
import { withdrawComment } from "./withdraw-comment"
import { withholdName } from "./withhold-name"

const { owner } = await testDatabase()
const opensAt = new Date("2027-03-01T09:00:00Z")
const soon = new Date("2027-03-10T12:00:00Z")
const later = new Date("2027-03-20T12:00:00Z")
const at = (time: string) => setClock(() => new Date(time))

let scene: Awaited<ReturnType<typeof arrange>>
beforeEach(async () => {
  at("2027-03-02T10:00:00Z")
  scene = await arrange()
})
afterEach(() => setClock(undefined))

async function arrange() {
  const group = await makeGroup(owner)
  const actor = (name: string, role: "member" | "co-chair") =>
    makeActor(owner, { name, roles: { [group.id]: role } })
  const chair = await actor("Hyejin Abara", "co-chair")
  const member = await actor("Ilva Morandini", "member")
  const other = await actor("Samir Koskela", "member")
  const parts = [{ id: randomUUID(), heading: "Tides", words: "The tables are kept." }]
  const { id: documentId } = await arrangeDocument(owner, { groupId: group.id, parts })
  const ask = (title: string, closesAt: Date) =>
    arrangeConsultation(owner, {
      ...{ groupId: group.id, askedBy: chair.personId, documentId, title, opensAt, closesAt },
    })
  const second = await ask("The long one", later)
  const first = await ask("The short one", soon)
  const text: TextRef = { kind: "document", documentId }
  return { group, chair, member, other, text, documentId, first, second }
}

const open = (more: Record<string, string> = {}, actor: SignedIn = scene.member) =>
  openThread(
    actor,
    openThreadInput.parse({
      ...{ on: { kind: "document", id: scene.documentId }, at: "text", text: "Add the gauges." },
      submission: randomUUID(),
      ...more,
    }),
  )
const answer = (threadId: string, more: Record<string, string> = {}) =>
  answerThread(
    scene.other,
    answerThreadInput.parse({ threadId, text: "Which?", submission: randomUUID(), ...more }),
  )
const rowOf = async (commentId: string) => {
  const [row] = await owner.select().from(comments).where(eq(comments.id, commentId))
  if (!row) throw new Error("There is no comment")
  return row
}

describe("what a member says on a text that is asked about", () => {
  test("is told to which consultations it can count, the one that closes first before the others", async () => {
    const { consultations } = await listThreads(scene.member, scene.text, "en")
    expect(consultations).toEqual([
      { id: scene.first.id, slug: scene.first.slug, title: "The short one", late: false },
      { id: scene.second.id, slug: scene.second.slug, title: "The long one", late: false },
    ])
    at("2027-03-30T10:00:00Z")
    expect((await listThreads(scene.member, scene.text, "en")).consultations).toEqual([])
  })

  test("counts to the one that was chosen, without their name where they asked for that", async () => {
    const chosen = await open({ consultation: scene.second.id, unnamed: "on" })
    expect(await rowOf(chosen.commentId)).toMatchObject({
      ...{ consultationId: scene.second.id, unnamed: true },
    })
    const usual = await open()
    expect(await rowOf(usual.commentId)).toMatchObject({
      ...{ consultationId: scene.first.id, unnamed: false },
    })
    const answered = await answer(chosen.threadId, {
      ...{ consultation: scene.second.id, unnamed: "on" },
    })
    expect(await rowOf(answered.commentId)).toMatchObject({
      ...{ consultationId: scene.second.id, unnamed: true },
    })
  })

  test("keeps with what is only typed the wish not to be named, for its author alone", async () => {
    const key = `${scene.documentId}:new`
    const draft = { on: scene.text, key, text: "Add the gau", unnamed: true }
    await keepDraft(scene.member, draft)
    expect(await listThreads(scene.member, scene.text, "en")).toMatchObject({
      drafts: { [key]: { text: "Add the gau", unnamed: true } },
    })
    expect((await listThreads(scene.other, scene.text, "en")).drafts).toEqual({})
    await keepDraft(scene.member, { ...draft, unnamed: false })
    expect((await listThreads(scene.member, scene.text, "en")).drafts).toMatchObject({
      [key]: { unnamed: false },
    })
  })

  test("is not filed elsewhere when the chosen one is over; sent again it is said among the group", async () => {
    const { threadId } = await open({ consultation: scene.first.id })
    at("2027-03-15T10:00:00Z")
    const over = { code: "conflict", key: "comment.consultationOver" }
    await expect(open({ consultation: scene.first.id })).rejects.toMatchObject(over)
    await expect(open({ consultation: randomUUID() })).rejects.toMatchObject(over)
    await expect(answer(threadId, { consultation: scene.first.id })).rejects.toMatchObject(over)
    expect(await owner.$count(comments, eq(comments.threadId, threadId))).toBe(1)
    const again = await answer(threadId, { unnamed: "on" })
    expect(await rowOf(again.commentId)).toMatchObject({ consultationId: null, unnamed: false })
  })
})

describe("whether somebody is named beside their comment", () => {
  const publish = () =>
    owner.insert(compendia).values({
      ...{ consultationId: scene.first.id, version: 1, content: {}, sha256: "0".repeat(64) },
      ...{ publishedBy: scene.chair.personId, publishedAt: new Date() },
    })
  const nameable = async (actor: SignedIn) =>
    (await listThreads(actor, scene.text, "en")).threads.flatMap(({ comments: said }) =>
      said.map((one) => one.nameable),
    )
  const say = (commentId: string, to: "named" | "unnamed", actor = scene.member) =>
    withholdName(actor, { commentId, to })

  test("they say until the compendium is published, also after the end and of what they mailed", async () => {
    const { threadId, commentId } = await open({ consultation: scene.first.id })
    const mailed = await transaction((tx) =>
      addComment(tx, {
        ...{ threadId, author: { personId: scene.member.personId } },
        comment: {
          ...{ text: "By mail.", submission: randomUUID(), way: "mail" },
          consultationId: scene.first.id,
        } satisfies NewComment,
      }),
    )
    at("2027-03-30T10:00:00Z")
    expect(await nameable(scene.member)).toEqual([true, true])
    expect(await nameable(scene.other)).toEqual([false, false])
    await say(commentId, "unnamed")
    await say(commentId, "unnamed")
    await say(mailed.commentId, "unnamed")
    expect((await rowOf(commentId)).unnamed).toBe(true)
    expect((await rowOf(mailed.commentId)).unnamed).toBe(true)
    await say(commentId, "named")
    expect((await rowOf(commentId)).unnamed).toBe(false)
    const trail = await owner.select().from(events).where(eq(events.name, "comment.named"))
    expect(trail.filter(({ subjectId }) => subjectId === threadId)).toHaveLength(3)
    await publish()
    expect(await nameable(scene.member)).toEqual([false, false])
    await expect(say(commentId, "unnamed")).rejects.toMatchObject({
      ...{ code: "conflict", key: "comment.isPublished" },
    })
  })

  test("nobody else says, and not of what counts to no consultation or was withdrawn", async () => {
    const { commentId } = await open({ consultation: scene.first.id })
    for (const actor of [scene.other, scene.chair])
      await expect(say(commentId, "unnamed", actor)).rejects.toMatchObject({ code: "forbidden" })
    const outsider = await makeActor(owner)
    await expect(say(commentId, "unnamed", outsider)).rejects.toMatchObject({ code: "not_found" })
    await withdrawComment(scene.member, { commentId })
    await expect(say(commentId, "unnamed")).rejects.toMatchObject({ key: "comment.isWithdrawn" })
    at("2027-03-30T10:00:00Z")
    const among = await open()
    await expect(say(among.commentId, "unnamed")).rejects.toMatchObject({
      key: "comment.notConsulted",
    })
  })

  test("a guest says by their link, of their own comment alone", async () => {
    const id = randomUUID()
    const token = guestToken(id)
    await arrangeGuest(owner, {
      ...{ id, consultationId: scene.first.id, tokenHash: hashOf(token), confirmedAt: opensAt },
    })
    const { threadId, commentId } = await open({ consultation: scene.first.id })
    const own = await transaction((tx) =>
      addComment(tx, {
        ...{ threadId, author: { guestId: id } },
        comment: {
          ...{ text: "From outside.", submission: randomUUID(), way: "link" },
          consultationId: scene.first.id,
        } satisfies NewComment,
      }),
    )
    const guest = await guestOfLink(token)
    const sayIt = (of: string) =>
      withholdNameAsGuest(guest, { token, commentId: of, to: "unnamed" })
    await sayIt(own.commentId)
    expect(await ownComments({ guestId: id }, scene.first.id)).toMatchObject([
      { unnamed: true, nameable: true },
    ])
    await expect(sayIt(commentId)).rejects.toMatchObject({ code: "not_found" })
    await publish()
    expect(await ownComments({ guestId: id }, scene.first.id)).toMatchObject([{ nameable: false }])
    await expect(
      withholdNameAsGuest(guest, { token, commentId: own.commentId, to: "named" }),
    ).rejects.toMatchObject({ key: "comment.isPublished" })
  })
})

test("a consultation counts the comments that the reader may read", async () => {
  const say = async (to: Partial<typeof comments.$inferInsert>) => {
    const { commentId } = await open({ consultation: scene.first.id })
    await owner.update(comments).set(to).where(eq(comments.id, commentId))
  }
  await say({ late: false })
  await say({ late: true })
  await say({ withdrawnAt: new Date() })
  await say({ moderation: "refused" })
  await say({ moderation: "waiting", late: true })
  await say({ hiddenAt: new Date(), hiddenReason: "It insults.", hiddenBy: scene.chair.personId })
  const counted = async (actor: SignedIn) => {
    const { group, first } = scene
    const { counts } = await getConsultation(actor, group.slug, first.slug)
    const lines = await listConsultations(actor, group.slug)
    const line = lines.find(({ id }) => id === first.id)
    return [line?.comments, counts.comments, counts.late]
  }
  expect(await counted(scene.other)).toEqual([2, 2, 1])
  expect(await counted(scene.chair)).toEqual([4, 4, 2])
  expect(await counted(scene.member)).toEqual([5, 5, 2])
})
