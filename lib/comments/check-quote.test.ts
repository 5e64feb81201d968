import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { threads } from "@/db/schema/threads"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { exchangeDocument } from "@/lib/documents/live/exchange"
import { openDocument } from "@/lib/documents/live/open-document"
import { DOCUMENT_SCHEMA } from "@/lib/documents/model"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { beginDocument } from "@/lib/documents/write-document"
import { startMinutes } from "@/lib/minutes/start"
import { transaction } from "@/lib/platform/database"
import { anchorAt } from "./anchors/anchor"
import { unsaid } from "./anchors/find-quote"
import { flattenIn } from "./anchors/flat"
import { openThreadInput } from "./input"
import { openThread } from "./open-thread"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let member: SignedIn
let documentId: string

beforeEach(async () => {
  group = await makeGroup(owner)
  member = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  const text = textOf(line("The levy is set."), line("Two per cent of it."), line("That is all."))
  documentId = (
    await transaction((tx) =>
      beginDocument(tx, { groupId: group.id, title: "Charter", text, authorId: member.personId }),
    )
  ).id
})

type Ends = { start: Uint8Array; end: Uint8Array }
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
const say = (quote: string, ends?: Ends, submission: string = randomUUID()) =>
  openThread(
    member,
    openThreadInput.parse({
      ...{ on: { kind: "document", id: documentId }, at: "passage:text", text: "Why?" },
      ...{ quote, submission, ...(ends && { start: base64(ends.start), end: base64(ends.end) }) },
    }),
  )
const invented = "The chair takes bribes."
const refused = { code: "conflict", key: "comment.notInText" }

/** Of the threads, the eldest first: what they quote, and whether it stands no longer in the text. */
async function quoted() {
  const rows = await owner
    .select()
    .from(threads)
    .where(eq(threads.documentId, documentId))
    .orderBy(threads.createdAt)
  return rows.map(({ quote, lostAt }) => [quote, lostAt !== null])
}

/** A page of the text that is open: what is changed on it arrives when it is sent. */
async function openPage() {
  const { doc } = await openDocument(member, documentId)
  const known = Y.encodeStateVector(doc)
  const second = (doc.getXmlFragment("text").get(1) as Y.XmlElement).get(0) as Y.XmlText
  return {
    second,
    send: () =>
      exchangeDocument(member, {
        ...{ documentId, schema: DOCUMENT_SCHEMA, seen: -1 },
        state: base64(Y.encodeStateVector(doc)),
        update: base64(Y.encodeStateAsUpdate(doc, known)),
      }),
    endsOf: (said: string): Ends => {
      const flat = flattenIn(doc, "text")
      const from = flat.text.indexOf(said)
      const anchor = anchorAt(flat, { from, to: from + said.length })
      if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${said}`)
      return { start: anchor.start, end: anchor.end }
    },
  }
}

test("words that a text never had are refused, also where nobody is consulted", async () => {
  await expect(say(invented)).rejects.toMatchObject(refused)
  const { second, send } = await openPage()
  second.insert(second.length, " Or three.")
  await send()
  await expect(say(invented)).rejects.toMatchObject(refused)
  expect(await quoted()).toEqual([])
})

test("so are they of minutes, before and after they are started", async () => {
  const { member: writer, meetingId } = await arrangeScene(owner)
  const input = () =>
    openThreadInput.parse({
      ...{ on: { kind: "minutes", id: meetingId }, at: "passage:opening", text: "Why?" },
      ...{ quote: invented, submission: randomUUID() },
    })
  await expect(openThread(writer, input())).rejects.toMatchObject(refused)
  await startMinutes(writer, { meetingId })
  await expect(openThread(writer, input())).rejects.toMatchObject(refused)
})

test("what stood in a revision is spoken of when it is gone, and so is what stands there now", async () => {
  await savePlainDocument(member, {
    ...{ documentId, base: 1, text: "The levy is dropped.\n\nThat is all." },
  })
  await say("Two per cent")
  await say("The levy is dropped")
  expect(await quoted()).toEqual([
    ["Two per cent", true],
    ["The levy is dropped", false],
  ])
})

test("what was typed a moment ago is spoken of, also when somebody deleted it before any revision kept it", async () => {
  const { second, send, endsOf } = await openPage()
  second.insert(second.length, " Or three. Or four.")
  await send()
  await say("Or three", endsOf("Or three"))
  const ends = endsOf("Or four")
  const other = await openPage()
  other.second.delete(other.second.length - " Or four.".length, " Or four.".length)
  await other.send()
  await say("Or four", ends)
  await say("Or four")
  expect(await quoted()).toEqual([
    ["Or three", false],
    ["Or four", true],
    ["Or four", true],
  ])
})

test("what has not arrived yet is quoted once it has, as the text says it", async () => {
  const { second, send, endsOf } = await openPage()
  second.insert(second.length, " Or three.")
  await say("Or three", endsOf("Or three"))
  await say(invented, endsOf("Or three"))
  expect(await quoted()).toEqual([
    [unsaid, false],
    [unsaid, false],
  ])
  await send()
  expect(await quoted()).toEqual([
    ["Or three", false],
    ["Or three", false],
  ])
  // From now on it is followed as any other.
  const other = await openPage()
  other.second.insert(0, "Only. ")
  await other.send()
  other.second.delete(0, other.second.length)
  await other.send()
  expect(await quoted()).toEqual([
    ["Or three", true],
    ["Or three", true],
  ])
})

test.each(["Or three, and so on…", "… or three"])(
  "so is what begins or ends with the sign for that: %s",
  async (words) => {
    const { second, send, endsOf } = await openPage()
    second.insert(second.length, ` ${words}`)
    await say(words, endsOf(words))
    expect(await quoted()).toEqual([[unsaid, false]])
    await send()
    expect(await quoted()).toEqual([[words, false]])
    const other = await openPage()
    other.second.insert(0, "Only. ")
    await other.send()
    expect(await quoted()).toEqual([[words, false]])
  },
)

test("whoever quotes that sign itself has nothing written while others go on elsewhere", async () => {
  const { second, send, endsOf } = await openPage()
  second.insert(second.length, " Or three…")
  await send()
  const { threadId } = await say(unsaid, endsOf(unsaid))
  const other = await openPage()
  const version = async () =>
    (await owner.execute(sql`select xmin::text, quote from threads where id = ${threadId}`))[0]
  const typeMore = async () => {
    other.second.insert(0, "Only. ")
    await other.send()
  }
  await typeMore()
  const before = await version()
  expect(before).toMatchObject({ quote: unsaid })
  await typeMore()
  expect(await version()).toEqual(before)
})

test("a passage of which half has arrived quotes what the text has of it, and never what it has not", async () => {
  const { second, endsOf } = await openPage()
  second.insert("Two per".length, " hundred")
  await say("Two per hundred cent", endsOf("Two per hundred cent"))
  await say(invented, endsOf("Two per hundred cent"))
  expect(await quoted()).toEqual([
    ["Two per cent", false],
    ["Two per cent", false],
  ])
})

test("ends that stand on other words than those that are quoted quote their own, wherever those stand", async () => {
  const { send, second, endsOf } = await openPage()
  second.insert(second.length, " Or three.")
  await send()
  await say("The levy is set.", endsOf("Or three"))
  expect(await quoted()).toEqual([["Or three", false]])
})

test("ends that nobody ever wrote show no words, and are lost with the next change", async () => {
  const page = await openPage()
  const at = (clock: number, assoc: number) =>
    Y.encodeRelativePosition(
      new Y.RelativePosition(null, null, Y.createID(4_000_000_000, clock), assoc),
    )
  await say(invented, { start: at(2_147_482_000, 0), end: at(2_147_483_000, -1) })
  expect(await quoted()).toEqual([[unsaid, false]])
  page.second.insert(0, "Only. ")
  await page.send()
  expect(await quoted()).toEqual([[unsaid, true]])
})

test("the same form again gives what it made, whatever became of the text", async () => {
  const submission = randomUUID()
  const first = await say("Two per cent of it.", undefined, submission)
  await owner.update(threads).set({ quote: "Nobody knows" }).where(eq(threads.id, first.threadId))
  expect(await say(invented, undefined, submission)).toEqual(first)
  expect(await quoted()).toEqual([["Nobody knows", false]])
})
