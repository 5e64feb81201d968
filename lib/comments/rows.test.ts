import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mandates, mappingRows } from "@/db/schema/mapping"
import { publicActor } from "@/lib/platform/actor"
import { answerThread } from "./answer-thread"
import { countRowThreads } from "./count-rows"
import { listGroupThreads } from "./group-threads"
import { answerThreadInput, openThreadInput } from "./input"
import { keepDraft } from "./keep-draft"
import { markRead } from "./mark-read"
import { beginKey, type TextRef } from "./model"
import { openThread } from "./open-thread"
import { getThreadText, listThreads } from "./queries"
import { resolveThread } from "./resolve-thread"

const { owner } = await testDatabase()
let scene: Scene
let mapping: MappingScene
let row: TextRef & { kind: "row" }
beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
  row = { kind: "row", rowId: mapping.rowId }
})

const open = (
  words: string,
  { actor = scene.member, ...more }: { actor?: SignedIn; id?: string; at?: string } = {},
) =>
  openThread(
    actor,
    openThreadInput.parse({
      on: { kind: "row", id: more.id ?? mapping.rowId },
      at: more.at ?? "text",
      text: words,
      submission: randomUUID(),
    }),
  )
const answer = (threadId: string, words: string, actor: SignedIn = scene.other) =>
  answerThread(actor, answerThreadInput.parse({ threadId, text: words, submission: randomUUID() }))
const resolve = (actor: SignedIn, threadId: string) =>
  resolveThread(actor, { threadId, revision: 1, disposition: "accepted", reason: "It is in." })
const makeResponsible = (personId: string) =>
  owner
    .update(mappingRows)
    .set({ responsibleId: personId })
    .where(eq(mappingRows.id, mapping.rowId))

describe("a thread on a row", () => {
  test("is the row's, is answered, and is called by the mandate and the row's number", async () => {
    const { threadId } = await open("Which forum does this?")
    await answer(threadId, "The one on gender.")
    const view = await listThreads(scene.other, row, "en")
    expect(view.threads).toMatchObject([{ id: threadId, text: row, about: "text", count: 2 }])
    const [mandate] = await owner
      .select()
      .from(mandates)
      .where(eq(mandates.slug, mapping.mandateSlug))
    expect(await getThreadText(scene.member, scene.groupId, threadId)).toMatchObject({
      title: mandate?.title,
      row: { number: 1, mandate: mapping.mandateSlug },
    })
    const told = await owner.select().from(events).where(eq(events.subjectId, threadId))
    expect(told.map(({ data }) => (data as { title: string }).title)).toEqual([
      `${mandate?.title} #1`,
      `${mandate?.title} #1`,
    ])
    const { lines } = await listGroupThreads(scene.member, scene.groupId, {
      ...{ state: "open", mine: false, page: 1 },
    })
    expect(lines).toMatchObject([
      {
        id: threadId,
        comments: 2,
        text: { title: mandate?.title, row: { number: 1, mandate: mapping.mandateSlug } },
      },
    ])
  })

  test("is about the whole row, and never about a row that is not there", async () => {
    for (const at of ["section:suggests", "item:x"])
      await expect(open("Here", { at })).rejects.toMatchObject({ key: "comment.place" })
    await expect(open("Here", { id: randomUUID() })).rejects.toMatchObject({ code: "not_found" })
  })

  test("is resolved by whoever is responsible for the row or by a co-chair, and by no other member", async () => {
    const { threadId } = await open("Say which year.")
    await expect(resolve(scene.other, threadId)).rejects.toMatchObject({ code: "forbidden" })
    expect((await listThreads(scene.other, row, "en")).may.resolve).toBe(false)
    await makeResponsible(scene.other.personId)
    expect((await listThreads(scene.other, row, "en")).may.resolve).toBe(true)
    await resolve(scene.other, threadId)
    const second = await open("And where.")
    await resolve(scene.chair, second.threadId)
    const { threads } = await listThreads(scene.member, row, "en")
    expect(threads.map(({ state }) => state)).toEqual(["resolved", "resolved"])
    expect(threads[0]?.resolved).toMatchObject({ by: "Samir Koskela", reason: "It is in." })
  })

  test("stays where it is when the row is retired, and can still be answered", async () => {
    const { threadId } = await open("Is this still done?")
    await owner
      .update(mappingRows)
      .set({ retiredAt: new Date(), retiredReason: "Done" })
      .where(eq(mappingRows.id, mapping.rowId))
    await answer(threadId, "It is not.")
    expect((await listThreads(scene.member, row, "en")).threads).toMatchObject([{ count: 2 }])
  })

  test("is neither read nor written by anybody outside of the group", async () => {
    const { threadId } = await open("Between us")
    const elsewhere = await makeGroup(owner)
    const stranger = await makeActor(owner, { roles: { [elsewhere.id]: "co-chair" } })
    for (const actor of [stranger, publicActor]) {
      await expect(listThreads(actor, row, "en")).rejects.toThrow()
      await expect(countRowThreads(actor, mapping.mappingId)).rejects.toThrow()
    }
    await expect(open("Me too", { actor: stranger })).rejects.toThrow()
    await expect(answer(threadId, "Me too", stranger)).rejects.toThrow()
  })
})

test("each row counts its own threads and comments, in one reading", async () => {
  const second = await makeRow(owner, {
    ...{ mappingId: mapping.mappingId, areaId: mapping.areas[0] ?? "", number: 2 },
  })
  await makeRow(owner, {
    ...{ mappingId: mapping.mappingId, areaId: mapping.areas[1] ?? "", number: 3 },
  })
  const { threadId } = await open("One")
  await answer(threadId, "Two")
  await open("Three")
  await resolve(scene.chair, threadId)
  await open("Four", { id: second.id })
  const other = await makeMapping(owner, scene.groupId)
  await open("Elsewhere", { id: other.rowId })
  expect(await countRowThreads(scene.member, mapping.mappingId)).toEqual({
    [mapping.rowId]: { threads: 2, open: 1, comments: 3 },
    [second.id]: { threads: 1, open: 1, comments: 1 },
  })
})

test("what is typed on a row is kept until it is sent, and what was read is not new again", async () => {
  const key = beginKey(row, "text", null)
  await keepDraft(scene.member, { on: row, key, text: "Half a thou" })
  expect((await listThreads(scene.member, row, "en")).drafts).toMatchObject({
    [key]: { text: "Half a thou" },
  })
  await open("Half a thought")
  expect((await listThreads(scene.member, row, "en")).drafts).toEqual({})
  const { last, total } = await listThreads(scene.other, row, "en")
  expect(total.fresh).toBe(1)
  await markRead(scene.other, { on: row, seq: last })
  expect((await listThreads(scene.other, row, "en")).total.fresh).toBe(0)
})
