import { randomUUID } from "node:crypto"
import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { documentRevisions, documentVersions } from "@/db/schema/documents"
import { threads } from "@/db/schema/threads"
import { anchorAt, resolve } from "@/lib/comments/anchors/anchor"
import { flattenIn } from "@/lib/comments/anchors/flat"
import { beginThread } from "@/lib/comments/begin-thread"
import type { ThreadAbout } from "@/lib/comments/model"
import { listThreads } from "@/lib/comments/queries"
import { findState } from "@/lib/live/stored"
import { transaction } from "@/lib/platform/database"
import { line, textOf } from "./arbitrary-text"
import { keepDocument } from "./keep-revision"
import { exchangeDocument } from "./live/exchange"
import { PART } from "./live/form"
import { sharedText } from "./live/kind"
import { writeText } from "./live/write-text"
import { makeVersion } from "./make-version"
import { DOCUMENT_SCHEMA, type DocumentBlock, type DocumentText } from "./model"
import { findPublishedDocument } from "./public-queries"
import { publishVersion } from "./publish-version"
import { getDocument } from "./queries"
import { restoreDocument } from "./restore"
import { savePlainDocument } from "./save-plain"
import { getVersion } from "./version-queries"
import { beginDocument } from "./write-document"

const { app, owner } = await testDatabase()
let group: { id: string; slug: string }
let ilva: SignedIn
let samir: SignedIn
let chair: SignedIn
let documentId: string
const said = "The levy is set at two per cent of it."
const begun = textOf(line("First of all."), line(said), line("That is all."))

beforeEach(async () => {
  group = await makeGroup(owner)
  ilva = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  samir = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  const made = await transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: group.id, title: "Charter", text: begun, authorId: ilva.personId },
    }),
  )
  documentId = made.id
})

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")

/** A page that was without a line, and brings what was written meanwhile. */
class Page {
  readonly doc = new Y.Doc()
  #state: Uint8Array | null = null
  constructor(readonly actor: SignedIn) {}

  async exchange() {
    const answer = await exchangeDocument(this.actor, {
      ...{ documentId, schema: DOCUMENT_SCHEMA, seen: -1 },
      update: this.#state && base64(Y.encodeStateAsUpdate(this.doc, this.#state)),
      state: base64(Y.encodeStateVector(this.doc)),
    })
    if (answer.update) Y.applyUpdate(this.doc, Buffer.from(answer.update, "base64"))
    if (answer.state) this.#state = new Uint8Array(Buffer.from(answer.state, "base64"))
    return this
  }

  async write(text: DocumentText) {
    writeText(this.doc, text)
    await this.exchange()
  }
}
const open = (actor: SignedIn) => new Page(actor).exchange()

function passageOf(doc: Y.Doc, words: string) {
  const flat = flattenIn(doc, PART)
  const from = flat.text.indexOf(words)
  const anchor = anchorAt(flat, { from, to: from + words.length })
  if (!anchor?.start || !anchor.end) throw new Error(`Nothing says ${words}`)
  return { ...anchor, start: anchor.start, end: anchor.end }
}

async function begin(
  about: ThreadAbout,
  place: string,
  passage?: Parameters<typeof beginThread>[1]["passage"],
) {
  const { threadId } = await transaction((tx) =>
    beginThread(tx, {
      ...{
        groupId: group.id,
        text: { kind: "document", documentId },
        about,
        place: place || null,
        passage,
      },
      author: { personId: ilva.personId },
      comment: { text: "Is it so?", submission: randomUUID(), way: "portal" },
    }),
  )
  return threadId
}

async function threadOf(id: string) {
  const [thread] = await owner.select().from(threads).where(eq(threads.id, id))
  if (!thread) throw new Error("There is no thread")
  return thread
}
const isLost = async (id: string) => (await threadOf(id)).lostAt !== null

/** What the stored ends of a thread name in the stored text, by themselves. */
async function wordsOf(id: string) {
  const { anchorStart: start, anchorEnd: end } = await threadOf(id)
  const stored = await findState(app, sharedText(documentId))
  if (!stored) throw new Error("Nobody opened the document")
  const flat = flattenIn(stored.doc, PART)
  const nowhere = { quote: "words that nobody wrote", before: "", after: "" }
  const place = resolve(stored.doc, flat, { start, end, ...nowhere })
  return place && flat.text.slice(place.from, place.to)
}

const heading = (id: string, words: string): DocumentBlock => ({
  type: "heading",
  attrs: { level: 1, id },
  content: [{ type: "text", text: words }],
})

describe("a thread on a passage of a document", () => {
  test("goes along with what others write around it while they are offline", async () => {
    const [mine, theirs] = [await open(ilva), await open(samir)]
    const id = await begin("passage", PART, passageOf(mine.doc, "two per cent"))
    writeText(theirs.doc, textOf(line("Before it all."), ...begun.content))
    await mine.write(textOf(line("First of all."), line(`We heard: ${said}`), line("Done.")))
    await theirs.exchange()
    expect(await wordsOf(id)).toBe("two per cent")
    expect(await isLost(id)).toBe(false)
  })

  test("says that its words are gone, keeps them, and takes that back with them", async () => {
    const [mine, theirs] = [await open(ilva), await open(samir)]
    const id = await begin("passage", PART, passageOf(mine.doc, "two per cent"))
    const undo = new Y.UndoManager(theirs.doc.getXmlFragment(PART))
    await theirs.write(textOf(line("First of all."), line("That is all.")))
    expect(await threadOf(id)).toMatchObject({ lostAt: expect.any(Date), quote: "two per cent" })
    undo.undo()
    await theirs.exchange()
    expect(await isLost(id)).toBe(false)
    expect(await wordsOf(id)).toBe("two per cent")
  })

  test("follows a plain form and a revision that is restored", async () => {
    const page = await open(ilva)
    const id = await begin("passage", PART, passageOf(page.doc, "two per cent"))
    await savePlainDocument(samir, { documentId, base: 1, text: "Nothing was set." })
    expect(await isLost(id)).toBe(true)
    await restoreDocument(chair, { documentId, number: 1, base: 2 })
    expect(await isLost(id)).toBe(false)
    expect(await wordsOf(id)).toBe("two per cent")
  })

  test("is found by its words where nobody opened the document for writing", async () => {
    const quoted = { quote: "two per cent", before: "The levy is set at ", after: " of it." }
    const id = await begin("passage", PART, quoted)
    await savePlainDocument(samir, { documentId, base: 1, text: "Nothing was set." })
    expect(await threadOf(id)).toMatchObject({ lostAt: expect.any(Date), anchorStart: null })
    await savePlainDocument(samir, { documentId, base: 2, text: `We heard.\n\n${said}` })
    expect(await threadOf(id)).toMatchObject({ lostAt: null, anchorStart: null })
  })

  test("leaves nothing in the text, its revisions, its versions and what is published of it", async () => {
    const page = await open(ilva)
    const before = await findState(app, sharedText(documentId))
    const id = await begin("passage", PART, passageOf(page.doc, "two per cent"))
    expect((await findState(app, sharedText(documentId)))?.last).toBe(before?.last)
    await page.write(textOf(line("First of all."), line(`${said} For now.`), line("That is all.")))
    const { text } = await getDocument(ilva, group.slug, "charter")
    const { revision } = await keepDocument(ilva, { documentId })
    const made = await makeVersion(chair, { documentId, revision, name: "One", note: "" })
    const of = { groupId: group.id, documentId }
    const version = await getVersion(chair, of, made.version)
    await publishVersion(chair, { versionId: version.id })
    const found = await findPublishedDocument(group.slug, "charter")
    const stored = await findState(app, sharedText(documentId))
    const all = JSON.stringify([
      ...[text, version, found, stored?.doc.toJSON()],
      ...(await owner.select().from(documentRevisions)),
      ...(await owner.select().from(documentVersions)),
    ])
    expect(all).toContain("For now.")
    for (const trace of [id, "Is it so?", "anchor", "commented", "data-thread"])
      expect(all).not.toContain(trace)
  })
})

test("the threads of a document follow its text, sections and passages alike; lost ones come last", async () => {
  const [aims, means] = [randomUUID(), randomUUID()]
  const page = await open(ilva)
  await page.write(
    textOf(heading(aims, "Aims"), line("One aim."), heading(means, "Means"), line("Two calls.")),
  )
  await keepDocument(ilva, { documentId })
  const on = (words: string) => begin("passage", PART, passageOf(page.doc, words))
  const ids = {
    calls: await on("Two calls"),
    gone: await on("Means"),
    aim: await on("One aim"),
    means: await begin("section", means),
    whole: await begin("text", ""),
    aims: await begin("section", aims),
  }
  await page.write(
    textOf(heading(aims, "Aims"), line("One aim."), heading(means, "Ways"), line("Two calls.")),
  )
  await keepDocument(ilva, { documentId })
  const { threads: listed } = await listThreads(ilva, { kind: "document", documentId }, "en")
  expect(
    listed.map(({ id }) => Object.entries(ids).find(([, known]) => known === id)?.[0]),
  ).toEqual([...["whole", "aims", "aim", "means", "calls", "gone"]])
  // A passage is shown under the section in which its words stand, and what is lost under none.
  expect(listed.map(({ under }) => under)).toEqual([null, aims, aims, means, means, PART])
})

describe("a thread on a section of a document", () => {
  const [one, two] = [randomUUID(), randomUUID()]
  const both = textOf(heading(one, "Aims"), line(said), heading(two, "Means"))

  test("stands while its heading does, whatever is written elsewhere, and says when it is gone", async () => {
    const page = await open(samir)
    await page.write(both)
    const ids = [await begin("section", one), await begin("section", two)]
    await page.write(textOf(heading(one, "Our aims"), line("More."), heading(two, "Means")))
    expect(await Promise.all(ids.map(isLost))).toEqual([false, false])
    await page.write(textOf(heading(one, "Our aims"), line("More.")))
    expect(await Promise.all(ids.map(isLost))).toEqual([false, true])
    await page.write(both)
    expect(await Promise.all(ids.map(isLost))).toEqual([false, false])
  })

  test("is found in a document that nobody opened for writing, too", async () => {
    const made = await transaction((tx) =>
      beginDocument(tx, { groupId: group.id, title: "Plan", text: both, authorId: null }),
    )
    documentId = made.id
    const ids = [await begin("section", one), await begin("section", two)]
    await savePlainDocument(samir, { documentId, base: 1, text: "# Aims\n\nMore." })
    expect(await Promise.all(ids.map(isLost))).toEqual([false, true])
  })
})
