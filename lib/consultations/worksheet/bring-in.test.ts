import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation, arrangeDocument } from "@/db/factories/open-consultation"
import { makeActor, makeGroup } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { comments } from "@/db/schema/comments"
import { worksheets } from "@/db/schema/consultations"
import { threadMoves, threads } from "@/db/schema/threads"
import { addComment } from "@/lib/comments/add-comment"
import { beginThread, type NewThread } from "@/lib/comments/begin-thread"
import { editComment } from "@/lib/comments/edit-comment"
import type { Disposition } from "@/lib/comments/model"
import { transaction } from "@/lib/platform/database"
import { Refusal } from "@/lib/platform/errors"
import { bringInSheet, type SheetProblems } from "./bring-in"
import { getWorksheet, worksheetFile } from "./queries"
import { workThread } from "./work-thread"

const { owner } = await testDatabase()

type Scene = Awaited<ReturnType<typeof arrange>>
let scene: Scene
beforeEach(async () => {
  scene = await arrange()
})

const tides = randomUUID()
const budget = randomUUID()

async function arrange() {
  const group = await makeGroup(owner)
  const groupId = group.id
  const chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [groupId]: "co-chair" } })
  const member = await makeActor(owner, { name: "Samir Koskela", roles: { [groupId]: "member" } })
  const parts = [
    { id: tides, heading: "Tides", words: "The tables are kept by the harbour office." },
    { id: budget, heading: "Budget", words: "There is none." },
  ]
  const document = await arrangeDocument(owner, { groupId, parts })
  const asked = { groupId, askedBy: chair.personId, documentId: document.id }
  const consultation = await arrangeConsultation(owner, asked)
  const begin = (text: string, more: Partial<NewThread>) =>
    transaction((tx) =>
      beginThread(tx, {
        groupId,
        text: { kind: "document", documentId: document.id },
        about: "text",
        place: null,
        consultationId: consultation.id,
        author: { personId: member.personId },
        comment: { text, submission: randomUUID(), way: "portal" },
        ...more,
      }),
    )
  const passage = (quote: string) => ({
    about: "passage" as const,
    passage: { quote, before: "", after: "" },
  })
  // Written in another order than that of the text.
  const last = await begin("Say how much.", { about: "section", place: budget })
  const second = await begin("By whom?", { place: tides, ...passage("kept by the") })
  const first = await begin("Which tables?", { place: tides, ...passage("The  tables") })
  const whole = await begin("Good in all.", {})
  return { group, groupId, chair, member, document, consultation, whole, first, second, last }
}

const sheet = () =>
  getWorksheet(scene.chair, scene.group.slug, scene.consultation.slug, { show: "all", page: 1 })

/** The sheet as it is downloaded, with decisions filled in by the words of comments. */
async function filledIn(
  decisions: Record<string, [disposition: string, reason: string]>,
): Promise<File> {
  const { group, chair, consultation } = scene
  const { bytes } = await worksheetFile(chair, group.slug, consultation.slug, "en")
  const parts = unzipSync(bytes)
  const strings = strFromU8(parts["xl/sharedStrings.xml"] ?? new Uint8Array())
  const shared = [...strings.matchAll(/<si><t[^>]*>([\s\S]*?)<\/t><\/si>/g)].map(([, text]) => text)
  const name = "xl/worksheets/sheet1.xml"
  const text = (at: string, words: string) =>
    `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
  const rows = strFromU8(parts[name] ?? new Uint8Array()).replace(
    /<row r="(\d+)">([\s\S]*?)<\/row>/g,
    (whole, row: string, cells: string) => {
      const words = shared[Number(/<c r="E\d+"[^>]*><v>(\d+)<\/v>/.exec(cells)?.[1])] ?? ""
      const decision = decisions[words]
      if (!decision) return whole
      const others = cells.replace(/<c r="[LM]\d+"(?:[^>]*\/>|[^>]*>.*?<\/c>)/g, "")
      return `<row r="${row}">${others}${text(`L${row}`, decision[0])}${text(`M${row}`, decision[1])}</row>`
    },
  )
  const again = zipSync({ ...parts, [name]: strToU8(rows) })
  return new File([new Uint8Array(again)], "worksheet.xlsx")
}

const bringIn = (file: File, leaveStale = false) =>
  bringInSheet(scene.chair, { consultationId: scene.consultation.id, file, leaveStale })
const stateOf = async (threadId: string) => {
  const [row] = await owner.select().from(threads).where(eq(threads.id, threadId))
  return { disposition: row?.disposition ?? null, reason: row?.reason }
}
const problemsOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "taken",
    (error: unknown) =>
      error instanceof Refusal
        ? { key: error.key, ...(error.data as SheetProblems | undefined) }
        : Promise.reject(error),
  )

describe("the worksheet", () => {
  test("shows threads in the order of the text: the whole, then sections and passages as they stand", async () => {
    const { threads: shown, total } = await sheet()
    expect(shown.map(({ lead }) => [lead.number, lead.section, lead.words])).toEqual([
      ["1", "", "Good in all."],
      ["2", "Tides", "Which tables?"],
      ["3", "Tides", "By whom?"],
      ["4", "Budget", "Say how much."],
    ])
    expect(total).toEqual({ threads: 4, comments: 4, open: 4, reason: 0 })
  })

  test("keeps answers with their thread, and leaves out what was withdrawn or waits", async () => {
    const { first, last, whole, member } = scene
    const submission = randomUUID()
    await transaction((tx) =>
      addComment(tx, {
        threadId: first.threadId,
        author: { personId: member.personId },
        comment: {
          text: "Those of May.",
          submission,
          way: "portal",
          consultationId: scene.consultation.id,
        },
      }),
    )
    const set = (id: string, to: Partial<typeof comments.$inferInsert>) =>
      owner.update(comments).set(to).where(eq(comments.id, id))
    await set(last.commentId, { withdrawnAt: new Date() })
    await set(whole.commentId, { moderation: "waiting" })
    const { threads: shown } = await sheet()
    expect(
      shown.map(({ lead, others }) => [lead.words, ...others.map(({ words }) => words)]),
    ).toEqual([["Which tables?", "Those of May."], ["By whom?"]])
  })

  test("shows of a hidden comment who hid it and why, and asks for no decision where all is hidden", async () => {
    const { first, chair } = scene
    await owner
      .update(comments)
      .set({ hiddenAt: new Date(), hiddenBy: chair.personId, hiddenReason: "It insults." })
      .where(eq(comments.id, first.commentId))
    const { threads: shown, total } = await sheet()
    expect(shown[1]?.lead).toMatchObject({
      ...{ number: "2", words: "", proposal: null, open: false },
      hidden: { by: "Hyejin Abara", reason: "It insults." },
    })
    expect(JSON.stringify(shown)).not.toContain("Which tables?")
    expect(total).toMatchObject({ threads: 4, open: 3 })
    const { bytes } = await worksheetFile(chair, scene.group.slug, scene.consultation.slug, "en")
    const strings = strFromU8(unzipSync(bytes)["xl/sharedStrings.xml"] ?? new Uint8Array())
    expect(strings).toContain("Hidden by Hyejin Abara: It insults.")
    expect(strings).not.toContain("Which tables?")
  })

  test("is for co-chairs alone, on the page, as a file and to be filled in", async () => {
    const { member, group, consultation, first } = scene
    const file = await filledIn({})
    const decision = { disposition: "noted" as const, reason: "", revision: 1 }
    for (const tried of [
      () => getWorksheet(member, group.slug, consultation.slug, { show: "all", page: 1 }),
      () => worksheetFile(member, group.slug, consultation.slug, "en"),
      () => bringInSheet(member, { consultationId: consultation.id, file, leaveStale: false }),
      () =>
        workThread(member, {
          consultationId: consultation.id,
          threadId: first.threadId,
          ...decision,
        }),
    ])
      await expect(tried()).rejects.toMatchObject({ code: "forbidden" })
  })
})

describe("one row", () => {
  const decide = (disposition: Disposition | null, reason: string, revision: number) =>
    workThread(scene.chair, {
      consultationId: scene.consultation.id,
      threadId: scene.first.threadId,
      disposition,
      reason,
      revision,
    })

  test("is decided, decided otherwise and opened again, each a move that is kept", async () => {
    await decide("not-accepted", "They change too often.", 1)
    await decide("accepted", "Added in section 2.", 2)
    expect(await stateOf(scene.first.threadId)).toEqual({
      disposition: "accepted",
      reason: "Added in section 2.",
    })
    await decide(null, "", 4)
    expect(await stateOf(scene.first.threadId)).toEqual({ disposition: null, reason: "" })
    const moves = await owner
      .select()
      .from(threadMoves)
      .where(eq(threadMoves.threadId, scene.first.threadId))
    expect(moves.map(({ disposition }) => disposition).sort()).toEqual(
      ["accepted", "not-accepted", null, null].sort(),
    )
  })

  test("is refused without a reason where one is needed, and when it was decided meanwhile", async () => {
    await expect(decide("partly-accepted", "", 1)).rejects.toMatchObject({
      fields: { reason: "worksheet.reason" },
    })
    await expect(decide(null, "Because", 1)).rejects.toMatchObject({
      fields: { reason: "worksheet.reasonAlone" },
    })
    await decide("noted", "Seen.\nTwice.", 1)
    await expect(decide("accepted", "Mine", 1)).rejects.toMatchObject({
      ...{ code: "conflict", key: "comment.threadMoved" },
      data: {
        ...{ revision: 2, disposition: "noted", reason: "Seen.\nTwice." },
        decider: "Hyejin Abara",
      },
    })
    await decide("accepted", "Mine", 2)
    expect(await stateOf(scene.first.threadId)).toEqual({ disposition: "accepted", reason: "Mine" })
  })
})

describe("a sheet that was worked on offline", () => {
  test("decides what was filled in, changes nothing else, and is kept as it came", async () => {
    const file = await filledIn({
      "Which tables?": ["Accepted", "Named in section 1."],
      "By whom?": ["not accepted", "The office names nobody.\nSee its charter."],
    })
    expect(await bringIn(file)).toEqual({ changed: 2, same: 2, left: [] })
    expect(await stateOf(scene.first.threadId)).toEqual({
      disposition: "accepted",
      reason: "Named in section 1.",
    })
    expect((await stateOf(scene.second.threadId)).reason).toBe(
      "The office names nobody.\nSee its charter.",
    )
    expect((await stateOf(scene.last.threadId)).disposition).toBeNull()
    const [kept] = await owner
      .select()
      .from(worksheets)
      .where(eq(worksheets.consultationId, scene.consultation.id))
    expect(kept).toMatchObject({ name: "worksheet.xlsx", broughtInBy: scene.chair.personId })
    expect(Buffer.from(kept?.file ?? []).equals(Buffer.from(await file.arrayBuffer()))).toBe(true)
    const trail = await owner.select().from(events).where(eq(events.name, "consultation.worked"))
    expect(trail.at(-1)?.data).toEqual({ title: "The charter", changed: 2 })
  })

  test("comes back unchanged as often as one likes and changes nothing", async () => {
    await bringIn(await filledIn({ "Which tables?": ["Noted", ""] }))
    const untouched = await filledIn({})
    for (let time = 0; time < 2; time++)
      expect(await bringIn(untouched)).toEqual({ changed: 0, same: 4, left: [] })
  })

  test("comes back with a decision of before that has no reason; one that is touched needs it", async () => {
    await owner
      .update(threads)
      .set({ state: "resolved", disposition: "not-accepted", decidedAt: new Date() })
      .where(eq(threads.id, scene.second.threadId))
    const decided = { "Which tables?": ["Accepted", "Named in section 1."] as [string, string] }
    expect(await bringIn(await filledIn(decided))).toEqual({ changed: 1, same: 3, left: [] })
    const touched = await filledIn({ "By whom?": ["Partly accepted", ""] })
    expect(await problemsOf(bringIn(touched))).toMatchObject({
      key: "worksheet.wrong",
      problems: [{ key: "reason" }],
    })
    expect((await stateOf(scene.second.threadId)).disposition).toBe("not-accepted")
  })

  test("with one wrong row changes nothing at all, and says which", async () => {
    const file = await filledIn({
      "Which tables?": ["Accepted", ""],
      "By whom?": ["Perhaps", ""],
      "Say how much.": ["Not accepted", ""],
    })
    expect(await problemsOf(bringIn(file))).toEqual({
      key: "worksheet.wrong",
      problems: [
        { row: 4, key: "disposition", value: "Perhaps" },
        { row: 5, key: "reason", value: "Not accepted" },
      ],
    })
    expect((await stateOf(scene.first.threadId)).disposition).toBeNull()
    const kept = await owner
      .select()
      .from(worksheets)
      .where(eq(worksheets.consultationId, scene.consultation.id))
    expect(kept).toEqual([])
  })

  const decidedMeanwhile = async (reason: string) => {
    const { consultation, first, chair } = scene
    const { id: consultationId } = consultation
    const { threadId } = first
    await workThread(chair, { consultationId, threadId, revision: 1, disposition: "noted", reason })
  }

  test("is stale in the rows that somebody decided meanwhile; they are named, or left out when asked", async () => {
    const file = await filledIn({ "Which tables?": ["Accepted", ""], "By whom?": ["Noted", ""] })
    await decidedMeanwhile("Seen")
    expect(await problemsOf(bringIn(file))).toEqual({
      key: "worksheet.stale",
      problems: [{ row: 3, key: "stale", value: "" }],
    })
    expect((await stateOf(scene.second.threadId)).disposition).toBeNull()
    expect(await bringIn(file, true)).toEqual({ changed: 1, same: 2, left: [3] })
    expect(await stateOf(scene.first.threadId)).toEqual({ disposition: "noted", reason: "Seen" })
    expect((await stateOf(scene.second.threadId)).disposition).toBe("noted")
  })

  test("is not stale where it says the same, or where its row was not touched", async () => {
    const same = await filledIn({ "Which tables?": ["Noted", "Seen"] })
    const untouched = await filledIn({ "By whom?": ["Noted", ""] })
    await decidedMeanwhile("Seen")
    expect(await bringIn(same)).toMatchObject({ changed: 0, left: [] })
    expect(await bringIn(untouched)).toMatchObject({ changed: 1, left: [] })
  })

  test("is stale in a row whose comment has other words meanwhile, unless it says nothing of it", async () => {
    const file = await filledIn({ "Which tables?": ["Accepted", ""] })
    const untouched = await filledIn({})
    const { member, first } = scene
    await editComment(member, { commentId: first.commentId, text: "No tables.", proposal: null })
    expect(await problemsOf(bringIn(file))).toMatchObject({ problems: [{ row: 3, key: "stale" }] })
    expect((await stateOf(first.threadId)).disposition).toBeNull()
    expect(await bringIn(untouched)).toEqual({ changed: 0, same: 4, left: [] })
  })

  test("of another consultation belongs to nothing here", async () => {
    const file = await filledIn({ "Which tables?": ["Noted", ""] })
    const elsewhere = await arrange()
    const theirs = { consultationId: elsewhere.consultation.id, file, leaveStale: false }
    expect(await problemsOf(bringInSheet(elsewhere.chair, theirs))).toMatchObject({
      key: "worksheet.wrong",
      problems: [{ row: 2, key: "unknownRow" }, { row: 3 }, { row: 4 }, { row: 5 }],
    })
  })

  test("brought in by two at once decides each thread once", async () => {
    const file = await filledIn({ "Which tables?": ["Accepted", ""] })
    const outcomes = await Promise.all([bringIn(file), bringIn(file)])
    expect(outcomes.map(({ changed }) => changed).sort()).toEqual([0, 1])
  })

  test("that is none is refused with what to do", async () => {
    const file = new File(["no sheet"], "worksheet.xlsx")
    await expect(bringIn(file)).rejects.toMatchObject({
      fields: { file: "worksheet.unreadable" },
    })
  })
})
