import { randomUUID } from "node:crypto"
import { beforeEach, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { keepDocument } from "@/lib/documents/keep-revision"
import { exchangeDocument } from "@/lib/documents/live/exchange"
import { openDocument } from "@/lib/documents/live/open-document"
import { DOCUMENT_SCHEMA, type DocumentBlock } from "@/lib/documents/model"
import { beginDocument } from "@/lib/documents/write-document"
import { transaction } from "@/lib/platform/database"
import { anchorAt, resolve } from "./anchors/anchor"
import { flattenIn } from "./anchors/flat"
import { openThreadInput } from "./input"
import { openThread } from "./open-thread"
import { listThreads } from "./queries"

vi.mock("./anchors/anchor", async (original) => {
  const real = await original<typeof import("./anchors/anchor")>()
  return { ...real, resolve: vi.fn(real.resolve) }
})

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let member: SignedIn
let documentId: string
const [aims, dues, ends] = [randomUUID(), randomUUID(), randomUUID()]
const heading = (id: string, words: string): DocumentBlock => ({
  ...{ type: "heading", attrs: { level: 1, id }, content: [{ type: "text", text: words }] },
})
const levy = "The levy is set at two per cent of the dues."
beforeEach(async () => {
  group = await makeGroup(owner)
  member = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  const text = textOf(
    ...[heading(aims, "Aims"), line("The group meets every two weeks.")],
    ...[heading(dues, "Dues"), line(levy), line("Nobody pays twice.")],
    ...[heading(ends, "End"), line("That is all that was agreed on.")],
  )
  documentId = (
    await transaction((tx) =>
      beginDocument(tx, { groupId: group.id, title: "Charter", text, authorId: member.personId }),
    )
  ).id
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

/** Changes the words of one block of the text as a page does that is open. */
async function write(block: number, change: (words: Y.XmlText) => void) {
  const { doc } = await openDocument(member, documentId)
  const known = Y.encodeStateVector(doc)
  change((doc.getXmlFragment("text").get(block) as Y.XmlElement).get(0) as Y.XmlText)
  await exchangeDocument(member, {
    ...{ documentId, schema: DOCUMENT_SCHEMA, seen: -1 },
    state: base64(Y.encodeStateVector(doc)),
    update: base64(Y.encodeStateAsUpdate(doc, known)),
  })
}

/** Comments on words of the text as they stand at this moment. */
async function comment(quote: string) {
  const { doc } = await openDocument(member, documentId)
  const flat = flattenIn(doc, "text")
  const from = flat.text.indexOf(quote)
  const anchor = anchorAt(flat, { from, to: from + quote.length })
  if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${quote}`)
  const { start, end, before, after } = anchor
  await openThread(
    member,
    openThreadInput.parse({
      ...{ on: { kind: "document", id: documentId }, at: "passage:text", submission: randomUUID() },
      ...{ quote, before, after, start: base64(start), end: base64(end), text: "Is it so?" },
    }),
  )
}

/** The quotes of the threads as they are listed, each with the section under which it stands. */
async function listed() {
  const view = await listThreads(member, { kind: "document", documentId }, "en")
  return view.threads.map(({ passage, under, lostAt }) => [passage?.quote, under, lostAt !== null])
}

test("a passage in which somebody edited a word stands where it stood, saved or not", async () => {
  await comment("That is all that was agreed on")
  await comment("The levy is set at two per cent")
  await comment("The group meets every two weeks")
  const inOrder = [
    ["The group meets every two weeks", aims, false],
    ["The levy is set at two per cent", dues, false],
    ["That is all that was agreed on", ends, false],
  ]
  expect(await listed()).toEqual(inOrder)
  await write(3, (words) => {
    words.delete(4, 4)
    words.insert(4, "charge")
  })
  expect(await listed()).toEqual(inOrder)
  await keepDocument(member, { documentId })
  expect(await listed()).toEqual(inOrder)
})

test("one on words that were typed a moment ago stands there before anybody saved them", async () => {
  await comment("That is all that was agreed on")
  await comment("The group meets every two weeks")
  await write(4, (words) => words.insert(words.length, " Nobody at all, not even late payers."))
  await comment("not even late payers")
  expect(await listed()).toEqual([
    ["The group meets every two weeks", aims, false],
    ["not even late payers", dues, false],
    ["That is all that was agreed on", ends, false],
  ])
})

test("one that was taken out stands nowhere, behind all others", async () => {
  await comment("The levy is set at two per cent")
  await comment("That is all that was agreed on")
  await write(3, (words) => words.delete(0, words.length))
  await keepDocument(member, { documentId })
  expect(await listed()).toEqual([
    ["That is all that was agreed on", ends, false],
    ["The levy is set at two per cent", "text", true],
  ])
})

test("while somebody types only those that are shown are looked for", async () => {
  await comment("The levy is set at two per cent")
  await comment("Nobody pays twice")
  await comment("That is all that was agreed on")
  for (const block of [3, 4, 6]) await write(block, (words) => words.insert(3, "x"))
  await keepDocument(member, { documentId })
  const { threads } = await listThreads(member, { kind: "document", documentId }, "en")
  expect(threads.map(({ under }) => under)).toEqual([dues, dues, ends])
  await write(1, (words) => words.insert(0, "y"))
  vi.mocked(resolve).mockClear()
  const threadId = threads[2]?.id ?? ""
  const one = await listThreads(member, { kind: "document", documentId }, "en", { threadId })
  expect(one.threads.map(({ under }) => under)).toEqual([ends])
  expect(vi.mocked(resolve)).toHaveBeenCalledTimes(1)
})
