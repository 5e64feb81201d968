import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { arrangeConsultation } from "@/db/factories/open-consultation"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { comments } from "@/db/schema/comments"
import { consultationTexts } from "@/db/schema/consultations"
import { threads } from "@/db/schema/threads"
import { worksheetRows } from "@/lib/consultations/worksheet/rows"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { exchangeDocument } from "@/lib/documents/live/exchange"
import { openDocument } from "@/lib/documents/live/open-document"
import { DOCUMENT_SCHEMA } from "@/lib/documents/model"
import { savePlainDocument } from "@/lib/documents/save-plain"
import { beginDocument } from "@/lib/documents/write-document"
import { transaction } from "@/lib/platform/database"
import { anchorAt } from "./anchors/anchor"
import { flattenIn } from "./anchors/flat"
import { openThreadInput } from "./input"
import { holdRate } from "./limit"
import { commentLimits } from "./model"
import { openThread } from "./open-thread"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let member: SignedIn
let documentId: string
const text = textOf(line("The levy is set."), line("Two per cent of it."), line("That is all."))
beforeEach(async () => {
  group = await makeGroup(owner)
  member = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  documentId = (
    await transaction((tx) =>
      beginDocument(tx, { groupId: group.id, title: "Charter", text, authorId: member.personId }),
    )
  ).id
})
const ask = () =>
  arrangeConsultation(owner, { groupId: group.id, askedBy: member.personId, documentId })

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
const say = (
  quote: string,
  ends?: { start: Uint8Array; end: Uint8Array },
  around: { before?: string; after?: string } = {},
) =>
  openThread(
    member,
    openThreadInput.parse({
      ...{ on: { kind: "document", id: documentId }, at: "passage:text", text: "Why?" },
      ...{ quote, ...around, submission: randomUUID() },
      ...(ends && { start: base64(ends.start), end: base64(ends.end) }),
    }),
  )
const lost = async (threadId: string) => {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, threadId))
  return thread && thread.lostAt !== null
}
const never = { code: "invalid", key: "comment.neverSaid" }

/** Types behind the second line, as a page does that is open, and gives the ends of some words in it. */
async function typeLive(words: string) {
  const { doc } = await openDocument(member, documentId)
  const known = Y.encodeStateVector(doc)
  const typed = (doc.getXmlFragment("text").get(1) as Y.XmlElement).get(0) as Y.XmlText
  typed.insert(typed.length, words)
  const send = () =>
    exchangeDocument(member, {
      ...{ documentId, schema: DOCUMENT_SCHEMA, seen: -1 },
      state: base64(Y.encodeStateVector(doc)),
      update: base64(Y.encodeStateAsUpdate(doc, known)),
    })
  const endsOf = (said: string) => {
    const flat = flattenIn(doc, "text")
    const from = flat.text.indexOf(said)
    const anchor = anchorAt(flat, { from, to: from + said.length })
    if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${said}`)
    return { start: anchor.start, end: anchor.end }
  }
  return { send, endsOf }
}

test("nobody puts words into the record of a consultation that its text never had", async () => {
  const { id } = await ask()
  await expect(say("The chair takes bribes.")).rejects.toMatchObject(never)
  const { endsOf, send } = await typeLive(" As before.")
  await send()
  const ends = endsOf("Two per cent")
  await expect(say("The chair takes bribes.", ends)).rejects.toMatchObject(never)
  expect(await owner.$count(threads, eq(threads.documentId, documentId))).toBe(0)
  expect(await owner.$count(comments, eq(comments.consultationId, id))).toBe(0)
})

test("what stood there at the opening is spoken of, also when it is gone, and what stands there since", async () => {
  await ask()
  await expect(say("Two per cent")).resolves.toBeDefined()
  await savePlainDocument(member, {
    ...{ documentId, base: 1, text: "The levy is dropped.\n\nThat is all." },
  })
  expect(await lost((await say("Two per cent")).threadId)).toBe(true)
  await expect(say("is dropped")).resolves.toBeDefined()
  await savePlainDocument(member, { documentId, base: 2, text: "That is all." })
  expect(await lost((await say("is dropped")).threadId)).toBe(true)
})

test("so is what somebody types live, before it is saved and before it arrived", async () => {
  await ask()
  const { send, endsOf } = await typeLive(" Or three.")
  await expect(say("Or three", endsOf("Or three"))).resolves.toBeDefined()
  await send()
  await expect(say("Or three")).resolves.toBeDefined()
})

test("whoever is refused again and again is held to a limit", async () => {
  await ask()
  for (let sent = 1; sent < commentLimits.passages; sent++)
    await transaction((tx) => holdRate(tx, member.personId, "passages"))
  await expect(say("The chair takes bribes.")).rejects.toMatchObject(never)
  await expect(say("Two per cent")).rejects.toMatchObject({ code: "too_many" })
})

test("words that came with ends that nobody wrote yet are quoted as the text says them, or not at all", async () => {
  const { id } = await ask()
  const { endsOf, send } = await typeLive(" Or three. Or four.")
  const end = Y.encodeRelativePosition(
    new Y.RelativePosition(null, null, Y.createID(4_000_000_000, 2_147_483_000), -1),
  )
  const start = Y.encodeRelativePosition(
    new Y.RelativePosition(null, null, Y.createID(4_000_000_000, 2_147_482_000), 0),
  )
  const quotes = async () =>
    (await worksheetRows(owner, id)).map(({ quote, lost }) => [quote, lost])
  await say("The chair takes bribes.", { start, end })
  await say("The chair lies.", endsOf("Or three"))
  expect(await quotes()).toEqual([
    ["", true],
    ["", true],
  ])
  await say("Or four", endsOf("Or four"))
  await send()
  expect((await quotes()).map(([quote]) => quote)).toEqual(["", "Or three", "Or four"])
})

test("words that never arrived are not published as the first sign of the text that stands for them", async () => {
  await savePlainDocument(member, {
    ...{ documentId, base: 1, text: "The levy, and so on…\n\nTwo per cent of it." },
  })
  const { id } = await ask()
  await owner
    .update(consultationTexts)
    .set({ revision: 2 })
    .where(eq(consultationTexts.consultationId, id))
  const { endsOf } = await typeLive(" Or four.")
  const quotes = async () =>
    (await worksheetRows(owner, id)).map(({ quote, lost }) => [quote, lost])
  await say("Or four", endsOf("Or four"))
  expect(await quotes()).toEqual([["", true]])
  // Whoever quotes that sign quotes the text.
  await say("…", endsOf("…"), { before: "and so on", after: "Two per cent" })
  expect(await quotes()).toContainEqual(["…", false])
})

test("what was gone before the opening is not, though among the group it is spoken of", async () => {
  await savePlainDocument(member, { documentId, base: 1, text: "The levy is dropped." })
  expect(await lost((await say("Two per cent")).threadId)).toBe(true)
  await ask()
  await owner.execute(
    `update consultation_texts set revision = 2 where document_id = '${documentId}'`,
  )
  await owner.execute(
    `update consultations set opens_at = now() where id in (select consultation_id from consultation_texts where document_id = '${documentId}')`,
  )
  await expect(say("Two per cent")).rejects.toMatchObject(never)
})
