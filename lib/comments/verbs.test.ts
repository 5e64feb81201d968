import { randomUUID } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeQuotes, paragraphOf } from "@/db/factories/quoted"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import {
  commentDrafts,
  commentHides,
  commentMentions,
  commentRevisions,
  comments,
} from "@/db/schema/comments"
import { meetings } from "@/db/schema/meetings"
import { threadMoves, threads } from "@/db/schema/threads"
import { publicActor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { answerThread } from "./answer-thread"
import { editComment } from "./edit-comment"
import { hideComment } from "./hide-comment"
import { answerThreadInput, openThreadInput } from "./input"
import { keepDraft } from "./keep-draft"
import { markApplied } from "./mark-applied"
import { markRead } from "./mark-read"
import { type Disposition, dispositions, type TextRef } from "./model"
import { muteThread } from "./mute-thread"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"
import { reactToComment } from "./react-to-comment"
import { reopenThread } from "./reopen-thread"
import { resolveThread } from "./resolve-thread"
import { showComment } from "./show-comment"
import { withdrawComment } from "./withdraw-comment"

const { owner } = await testDatabase()
let scene: Scene
let text: TextRef
beforeEach(async () => {
  scene = await arrangeScene(owner)
  text = { kind: "minutes", meetingId: scene.meetingId }
})

const open = (words: string, more: Record<string, string> = {}, actor: SignedIn = scene.member) =>
  openThread(
    actor,
    openThreadInput.parse({
      on: { kind: "minutes", id: scene.meetingId },
      at: `item:${scene.first}`,
      text: words,
      submission: randomUUID(),
      ...more,
    }),
  )
const answer = (threadId: string, words: string, actor: SignedIn = scene.other) =>
  answerThread(actor, answerThreadInput.parse({ threadId, text: words, submission: randomUUID() }))
const resolve = (threadId: string, more: { disposition?: Disposition; revision?: number } = {}) =>
  resolveThread(scene.chair, {
    threadId,
    revision: 1,
    disposition: "accepted",
    reason: "Agreed on the call",
    ...more,
  })
const shown = async (actor: SignedIn) => (await listThreads(actor, text, "en")).threads
const names = async (threadId: string) =>
  (
    await owner
      .select({ name: events.name })
      .from(events)
      .where(eq(events.subjectId, threadId))
      .orderBy(asc(events.id))
  ).map(({ name }) => name)

test("an edit keeps what was said before, marks it and adds whom it names; nothing changed is nothing", async () => {
  const { threadId, commentId } = await open("Frist")
  await editComment(scene.member, { commentId, text: "First, @Samir Koskela", proposal: null })
  await editComment(scene.member, { commentId, text: "First, @Samir Koskela", proposal: null })
  const kept = await owner
    .select({ text: commentRevisions.text })
    .from(commentRevisions)
    .where(eq(commentRevisions.commentId, commentId))
  expect(kept).toEqual([{ text: "Frist" }])
  const named = await owner
    .select({ personId: commentMentions.personId })
    .from(commentMentions)
    .where(eq(commentMentions.commentId, commentId))
  expect(named).toEqual([{ personId: scene.other.personId }])
  const [thread] = await shown(scene.other)
  expect(thread?.comments[0]).toMatchObject({
    text: "First, @Samir Koskela",
    editedAt: expect.any(String),
    earlier: [{ text: "Frist", proposal: null, until: expect.any(String) }],
  })
  expect(await names(threadId)).toEqual(["thread.begun", "comment.edited"])
  await expect(
    editComment(scene.chair, { commentId, text: "Mine now", proposal: null }),
  ).rejects.toMatchObject({ code: "forbidden" })
})

test("a withdrawn comment leaves a stub without its words, for everybody, and cannot be edited", async () => {
  const { threadId, commentId } = await open("Never mind")
  await expect(withdrawComment(scene.other, { commentId })).rejects.toMatchObject({
    code: "forbidden",
  })
  await editComment(scene.member, { commentId, text: "Never mind me", proposal: null })
  await withdrawComment(scene.member, { commentId })
  for (const actor of [scene.member, scene.other, scene.chair]) {
    const [thread] = await shown(actor)
    expect(thread?.comments[0]).toMatchObject({ text: "", parts: [], earlier: [] })
    expect(thread?.comments[0]?.withdrawnAt).toEqual(expect.any(String))
  }
  await expect(
    editComment(scene.member, { commentId, text: "Mind", proposal: null }),
  ).rejects.toMatchObject({ key: "comment.isWithdrawn" })
  await expect(withdrawComment(scene.member, { commentId })).rejects.toMatchObject({
    code: "conflict",
  })
  expect(await names(threadId)).toEqual(["thread.begun", "comment.edited", "comment.withdrawn"])
})

test("a hidden comment shows its reason to all, its words to its author and the co-chairs alone", async () => {
  const { commentId } = await open("Something rude")
  const hide = { commentId, reason: "It names a private person" }
  await expect(hideComment(scene.other, hide)).rejects.toMatchObject({ code: "forbidden" })
  await hideComment(scene.chair, hide)
  const said = async (actor: SignedIn) => (await shown(actor))[0]?.comments[0]
  expect(await said(scene.other)).toMatchObject({
    text: "",
    parts: [],
    hidden: { reason: "It names a private person", by: "Hyejin Abara" },
  })
  expect(await said(scene.member)).toMatchObject({ text: "Something rude" })
  expect(await said(scene.chair)).toMatchObject({ text: "Something rude" })
  await expect(reactToComment(scene.other, { commentId, kind: "agree" })).rejects.toMatchObject({
    code: "conflict",
  })
})

test("a co-chair shows a hidden comment again; that it was hidden, and why, is kept for co-chairs alone", async () => {
  const { commentId } = await open("Something blunt")
  const hide = (reason: string) => hideComment(scene.chair, { commentId, reason })
  const show = (actor: SignedIn, reason = "It names nobody") =>
    showComment(actor, { commentId, reason })
  const said = async (actor: SignedIn) => (await shown(actor))[0]?.comments[0]
  await expect(show(scene.chair)).rejects.toMatchObject({ key: "comment.notHidden" })
  await hide("It names a private person")
  for (const actor of [scene.other, scene.member])
    await expect(show(actor)).rejects.toMatchObject({ code: "forbidden" })
  await show(scene.chair)
  await hide("An advertisement")
  await show(scene.chair, "A mistake")
  expect(await said(scene.other)).toMatchObject({
    text: "Something blunt",
    hidden: null,
    hides: [],
  })
  expect((await said(scene.chair))?.hides).toMatchObject([
    {
      hidden: { by: "Hyejin Abara", reason: "It names a private person" },
      shown: { by: "Hyejin Abara", reason: "It names nobody" },
    },
    { hidden: { reason: "An advertisement" }, shown: { reason: "A mistake" } },
  ])
  const trail = await owner
    .select({ data: events.data })
    .from(events)
    .where(and(eq(events.name, "comment.shown"), eq(events.groupId, scene.groupId)))
  expect(trail.map(({ data }) => (data as { reason: string }).reason)).toEqual([
    "It names nobody",
    "A mistake",
  ])
  await hide("An advertisement")
  await withdrawComment(scene.member, { commentId })
  await expect(show(scene.chair)).rejects.toMatchObject({ key: "comment.isWithdrawn" })
  await expect(
    owner.delete(commentHides).where(eq(commentHides.commentId, commentId)),
  ).rejects.toThrow()
})

test("a reaction counts once for each person, and goes when it is given again", async () => {
  const { commentId } = await open("Agreed?")
  for (const actor of [scene.other, scene.chair])
    await reactToComment(actor, { commentId, kind: "agree" })
  await reactToComment(scene.chair, { commentId, kind: "agree" })
  await reactToComment(scene.other, { commentId, kind: "question" })
  const [thread] = await shown(scene.other)
  expect(thread?.comments[0]?.reactions).toEqual({
    agree: { count: 1, names: ["Samir Koskela"], mine: true },
    question: { count: 1, names: ["Samir Koskela"], mine: true },
  })
})

describe("what becomes of a thread", () => {
  test.each(dispositions)(
    "%s, with a reason, by a co-chair; reopened, it says so",
    async (disposition) => {
      const { threadId } = await open("A proposal")
      await resolve(threadId, { disposition })
      const [thread] = await shown(scene.other)
      expect(thread).toMatchObject({
        state: "resolved",
        resolved: { disposition, reason: "Agreed on the call", by: "Hyejin Abara" },
      })
      await reopenThread(scene.chair, { threadId, revision: 2 })
      expect((await shown(scene.other))[0]).toMatchObject({ state: "reopened", resolved: null })
      const moves = await owner
        .select()
        .from(threadMoves)
        .where(eq(threadMoves.threadId, threadId))
        .orderBy(asc(threadMoves.movedAt))
      expect(moves.map((move) => [move.state, move.disposition])).toEqual([
        ["resolved", disposition],
        ["open", null],
      ])
      expect(await names(threadId)).toEqual(["thread.begun", "thread.resolved", "thread.reopened"])
    },
  )

  test("what is not taken up, or only partly, is told why; what is noted need not be", async () => {
    const { threadId } = await open("A proposal")
    const decide = (disposition: Disposition) =>
      resolveThread(scene.chair, { threadId, revision: 1, disposition, reason: " " })
    for (const disposition of ["not-accepted", "partly-accepted"] as const)
      await expect(decide(disposition)).rejects.toMatchObject({
        code: "invalid",
        fields: { reason: "worksheet.reason" },
      })
    expect(await names(threadId)).toEqual(["thread.begun"])
    await decide("noted")
    expect((await shown(scene.other))[0]).toMatchObject({ state: "resolved" })
  })

  test("two who decide at once: one does, the other hears that the thread was moved", async () => {
    const { threadId } = await open("Which?")
    const answers = await Promise.allSettled([
      resolve(threadId, { disposition: "accepted" }),
      resolve(threadId, { disposition: "not-accepted" }),
    ])
    const refused = answers.filter((each) => each.status === "rejected")
    expect(refused.map(({ reason }) => reason.key)).toEqual(["comment.threadMoved"])
    expect(await owner.$count(threadMoves, eq(threadMoves.threadId, threadId))).toBe(1)
  })

  test("the note-taker of the meeting may decide, a member may not; and its words stay as decided on", async () => {
    const { threadId, commentId } = await open("A proposal")
    const by = (actor: SignedIn) =>
      resolveThread(actor, { threadId, revision: 1, disposition: "noted", reason: "" })
    await expect(by(scene.other)).rejects.toMatchObject({ code: "forbidden" })
    await owner
      .update(meetings)
      .set({ noteTakerId: scene.other.personId })
      .where(eq(meetings.id, scene.meetingId))
    await by(scene.other)
    await expect(
      editComment(scene.member, { commentId, text: "Another", proposal: null }),
    ).rejects.toMatchObject({ key: "comment.threadResolved" })
  })
})

test("proposed words are applied once, with who proposed and who applied them", async () => {
  const said = [paragraphOf("The office writes a brief note.")]
  await arrangeQuotes(owner, scene.meetingId, { [scene.first]: said })
  const passage = { at: `passage:${scene.first}`, quote: "a brief note", proposal: "a note" }
  const { commentId } = await open("Shorter", passage)
  const apply = () => transaction((tx) => markApplied(tx, { commentId, actor: scene.chair }))
  const { comment } = await apply()
  expect(comment).toMatchObject({ proposal: "a note", authorId: scene.member.personId })
  await expect(apply()).rejects.toMatchObject({ key: "comment.alreadyApplied" })
  await editComment(scene.member, { commentId, text: "Shorter.", proposal: "other words" })
  const [thread] = await shown(scene.other)
  expect(thread?.comments[0]).toMatchObject({
    proposal: "a note",
    applied: { by: "Hyejin Abara" },
    author: { name: "Ilva Morandini" },
  })
  const plain = await open("No words")
  await expect(
    transaction((tx) => markApplied(tx, { commentId: plain.commentId, actor: scene.chair })),
  ).rejects.toMatchObject({ key: "comment.noProposal" })
})

test("a draft is its writer's alone, is gone once it is sent, and does not come back late", async () => {
  const { threadId } = await open("Well?")
  const on = text
  await keepDraft(scene.other, { on, key: threadId, text: "Half a" })
  await keepDraft(scene.other, { on, key: threadId, text: "Half an answer" })
  expect((await shown(scene.other))[0]?.draft?.text).toBe("Half an answer")
  expect((await shown(scene.member))[0]?.draft).toBeNull()
  await answer(threadId, "Half an answer")
  await keepDraft(scene.other, { on, key: threadId, text: "Half an answer " })
  expect(await owner.$count(commentDrafts)).toBe(0)
  await expect(
    keepDraft(scene.other, { on, key: `${randomUUID()}:text`, text: "Where?" }),
  ).rejects.toMatchObject({ code: "invalid" })
})

test("what was kept because it came too late is never overwritten by typing", async () => {
  const { threadId } = await open("Well?")
  const { personId } = scene.other
  const keptBecause = "The consultation had closed."
  await owner.insert(commentDrafts).values({ personId, key: threadId, text: "Late", keptBecause })
  for (const words of ["Something else", ""])
    await keepDraft(scene.other, { on: text, key: threadId, text: words })
  const kept = await owner
    .select({ text: commentDrafts.text })
    .from(commentDrafts)
    .where(eq(commentDrafts.personId, personId))
  expect(kept).toEqual([{ text: "Late" }])
})

test("what was read stays read, and a mark never goes back", async () => {
  const { threadId } = await open("One")
  await answer(threadId, "Two", scene.chair)
  const before = await listThreads(scene.other, text, "en")
  expect(before.fresh).toHaveLength(2)
  await markRead(scene.other, { on: text, seq: before.last })
  await markRead(scene.other, { on: text, seq: 1 })
  expect((await listThreads(scene.other, text, "en")).fresh).toEqual([])
  const again = await listThreads(scene.other, text, "en", { since: before.since })
  expect(again.fresh).toHaveLength(2)
})

test("a thread is muted and heard again, by whoever reads it", async () => {
  const { threadId } = await open("Much talk")
  await muteThread(scene.other, { threadId, to: "muted" })
  await muteThread(scene.other, { threadId, to: "muted" })
  expect((await shown(scene.other))[0]?.muted).toBe(true)
  expect((await shown(scene.member))[0]?.muted).toBe(false)
  await muteThread(scene.other, { threadId, to: "heard" })
  expect((await shown(scene.other))[0]?.muted).toBe(false)
})

test("nobody from outside the group does anything to its threads", async () => {
  const { threadId, commentId } = await open("Ours")
  const outsider = await makeActor(owner)
  const acts = (actor: SignedIn | typeof publicActor) => [
    () => answer(threadId, "Theirs", actor as Scene["member"]),
    () => open("Theirs", {}, actor as Scene["member"]),
    () => editComment(actor, { commentId, text: "Theirs", proposal: null }),
    () => withdrawComment(actor, { commentId }),
    () => hideComment(actor, { commentId, reason: "Because" }),
    () => showComment(actor, { commentId, reason: "Because" }),
    () => reactToComment(actor, { commentId, kind: "agree" }),
    () => resolveThread(actor, { threadId, revision: 1, disposition: "noted", reason: "" }),
    () => reopenThread(actor, { threadId, revision: 1 }),
    () => muteThread(actor, { threadId, to: "muted" }),
    () => markRead(actor, { on: text, seq: 1 }),
    () => keepDraft(actor, { on: text, key: threadId, text: "Theirs" }),
  ]
  for (const act of acts(outsider)) await expect(act()).rejects.toMatchObject({ code: "not_found" })
  for (const act of acts(publicActor))
    await expect(act()).rejects.toMatchObject({ code: "sign_in" })
  expect(await owner.$count(comments, eq(comments.threadId, threadId))).toBe(1)
})

test("a place that the minutes do not have is refused", async () => {
  for (const at of ["section:nowhere", `item:${randomUUID()}`, "section", "text:opening"])
    await expect(open("Where?", { at })).rejects.toMatchObject({ key: "comment.place" })
  await open("Here", { at: "section:opening" })
  expect(await owner.$count(threads, eq(threads.meetingId, scene.meetingId))).toBe(1)
})
