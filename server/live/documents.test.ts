import { and, eq } from "drizzle-orm"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, type SignedIn } from "@/db/factories/people"
import { arrangeScene, type Scene } from "@/db/factories/scene"
import { makeSession } from "@/db/factories/sessions"
import { events } from "@/db/schema/activity"
import { documentRevisions, documents } from "@/db/schema/documents"
import { groups } from "@/db/schema/groups"
import { documentContributors, documentStates, documentUpdates } from "@/db/schema/live-documents"
import { Writer } from "@/e2e/support/live-client"
import { LiveProcess } from "@/e2e/support/live-process"
import { changeStatus } from "@/lib/documents/change-status"
import { keepDocument } from "@/lib/documents/keep-revision"
import { compactDocumentText } from "@/lib/documents/live/compact"
import { exchangeDocument } from "@/lib/documents/live/exchange"
import { openDocument } from "@/lib/documents/live/open-document"
import { DOCUMENT_SCHEMA, documentWords } from "@/lib/documents/model"
import { getDocument } from "@/lib/documents/queries"
import { restoreDocument } from "@/lib/documents/restore"
import { startDocument } from "@/lib/documents/start"
import { nameOf } from "@/lib/live/channel"

const PART = "text"
const { appUrl, owner } = await testDatabase()
let server: LiveProcess
let second: LiveProcess
let scene: Scene
let chair: SignedIn
let document: { id: string; slug: string; group: string }
let writers: Writer[] = []
beforeAll(async () => {
  ;[server, second] = await Promise.all([LiveProcess.start(appUrl), LiveProcess.start(appUrl)])
})
afterAll(() => Promise.all([server.stop(), second.stop()]))
beforeEach(async () => {
  scene = await arrangeScene(owner)
  const { groupId } = scene
  chair = scene.chair
  const { document: slug } = await startDocument(scene.member, {
    groupId,
    title: "Activity plan",
    kind: "activity-plan",
    language: "en",
    responsibleId: null,
    origin: null,
    template: undefined,
  })
  const [made] = await owner.select().from(documents).where(eq(documents.groupId, groupId))
  const [group] = await owner.select().from(groups).where(eq(groups.id, groupId))
  document = { id: made?.id ?? "", slug, group: group?.slug ?? "" }
})
afterEach(() => {
  for (const writer of writers) writer.leave()
  writers = []
})

async function join(who: { accountId: string }, at = server, schema = DOCUMENT_SCHEMA) {
  const cookie = `rapporteur=${await makeSession(owner, who.accountId)}`
  const text = { name: nameOf("documents", document.id), schema }
  const writer = new Writer({ origin: at.origin, meetingId: document.id, text, cookie })
  writers.push(writer)
  return writer
}
const read = async () => (await getDocument(scene.member, document.group, document.slug)).text
const words = async () => documentWords(await read())
const revisions = () =>
  owner
    .select()
    .from(documentRevisions)
    .where(eq(documentRevisions.documentId, document.id))
    .orderBy(documentRevisions.number)

describe("a document that is written together", () => {
  test("is with the others at once, on another server too, and committed when it is called saved", async () => {
    const [ilva, samir] = await Promise.all([join(scene.member), join(scene.other, second)])
    await Promise.all([ilva.opened(), samir.opened()])
    ilva.type("We hold three calls. ", PART)
    await samir.until("it arrives", (me) => me.words(PART).includes("three calls"))
    samir.type("And one in July.", PART)
    await Promise.all([ilva.saved(), samir.saved()])
    await ilva.until("it arrives", (me) => me.words(PART).includes("July"))
    expect(await words()).toBe("We hold three calls. And one in July.")
  })

  test("is a revision of all who wrote when the last page closes, with who wrote what", async () => {
    const [ilva, samir] = await Promise.all([join(scene.member), join(scene.other)])
    await Promise.all([ilva.opened(), samir.opened()])
    ilva.type("mine ", PART)
    await ilva.saved()
    await samir.until("it arrives", (me) => me.words(PART) === "mine ")
    samir.type("yours", PART)
    await samir.saved()
    for (const writer of writers) writer.leave()
    await vi.waitFor(async () => expect((await revisions()).length).toBe(2), { timeout: 10_000 })
    const [, revision] = await revisions()
    expect(revision?.authorship).toEqual({
      text: [
        [scene.member.personId, 5],
        [scene.other.personId, 5],
      ],
    })
    const people = await owner
      .select({ id: documentContributors.personId })
      .from(documentContributors)
      .where(eq(documentContributors.documentId, document.id))
    expect(new Set(people.map(({ id }) => id))).toEqual(
      new Set([scene.member.personId, scene.other.personId]),
    )
    const [event] = await owner
      .select()
      .from(events)
      .where(and(eq(events.name, "document.saved"), eq(events.subjectId, document.id)))
    expect(event).toMatchObject({ subjectId: document.id, data: { revision: 2 } })
  })

  test("is all there after the server was killed", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    ilva.type("Nothing of this is lost.", PART)
    await ilva.saved()
    await server.kill()
    await server.again()
    const samir = await join(scene.other)
    await samir.until("it is there", (me) => me.words(PART) === "Nothing of this is lost.")
  })

  test("shows whoever writes what was restored meanwhile, and they go on", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    ilva.type("First.", PART)
    await ilva.saved()
    const { revision } = await keepDocument(chair, { documentId: document.id })
    ilva.type(" Second.", PART)
    await ilva.saved()
    const { revision: base } = await keepDocument(chair, { documentId: document.id })
    await restoreDocument(chair, { documentId: document.id, number: revision, base })
    await ilva.until("it arrives", (me) => me.words(PART) === "First.")
    ilva.type(" Third.", PART)
    await ilva.saved()
    expect(await words()).toBe("First. Third.")
    expect((await revisions()).map(({ number }) => number)).toEqual([1, 2, 3, 4])
  })

  test("keeps its words and its authors when its log is folded", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    for (let n = 0; n < 5; n++) {
      ilva.type(`w${n} `, PART)
      await ilva.saved()
    }
    expect(await compactDocumentText(document.id)).toBeGreaterThan(0)
    expect(
      await owner.select().from(documentUpdates).where(eq(documentUpdates.documentId, document.id)),
    ).toEqual([])
    expect(await words()).toBe("w0 w1 w2 w3 w4 ")
    ilva.type("more", PART)
    await ilva.saved()
    expect(await words()).toBe("w0 w1 w2 w3 w4 more")
  })
})

describe("who may write", () => {
  test("members; nobody else, and nobody with an older form of the text", async () => {
    const outsider = await makeActor(owner, {})
    const [stranger, old] = await Promise.all([
      join(outsider),
      join(scene.member, server, DOCUMENT_SCHEMA - 1),
    ])
    await stranger.until("it is refused", (me) => me.refused === "notFound")
    await old.until("it is refused", (me) => me.refused === "schema")
  })

  test("nobody any more once it is archived: the line is closed, and what was saved stays", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    ilva.type("Agreed long ago.", PART)
    await ilva.saved()
    await changeStatus(chair, {
      ...{ documentId: document.id, from: "draft", to: "archived", supersededBy: null },
    })
    await ilva.until("it is closed", (me) => me.refused === "forbidden")
    await expect(openDocument(scene.member, document.id)).rejects.toMatchObject({
      key: "documents.closed",
    })
    expect(await words()).toBe("Agreed long ago.")
  })

  test("nothing that a document does not have", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    ilva.type("Stands.", PART)
    await ilva.saved()
    ilva.doc.getXmlFragment(PART).push([new Y.XmlElement("statement")])
    await ilva.until("it is refused", (me) => me.refused === "broken")
    expect(await words()).toBe("Stands.")
  })
})

describe("by requests, where no line can be opened", () => {
  const ask = (doc: Y.Doc, known: Uint8Array | null, seen = -1) => ({
    documentId: document.id,
    schema: DOCUMENT_SCHEMA,
    state: Buffer.from(Y.encodeStateVector(doc)).toString("base64"),
    seen,
    update: known && Buffer.from(Y.encodeStateAsUpdate(doc, known)).toString("base64"),
  })
  const apply = (doc: Y.Doc, { update }: { update: string | null }) => {
    if (update) Y.applyUpdate(doc, new Uint8Array(Buffer.from(update, "base64")))
  }

  test("the same text is written, with whoever has a line", async () => {
    const ilva = await join(scene.member)
    await ilva.opened()
    const doc = new Y.Doc()
    const first = await exchangeDocument(scene.other, ask(doc, null))
    apply(doc, first)
    const known = Y.encodeStateVector(doc)
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [new Y.XmlText("By request.")])
    doc.getXmlFragment(PART).push([paragraph])
    const second = await exchangeDocument(scene.other, ask(doc, known, first.last))
    expect(second.last).toBe(first.last + 1)
    await ilva.until("it arrives", (me) => me.words(PART) === "By request.")
    ilva.type(" By line.", PART)
    await ilva.saved()
    apply(doc, await exchangeDocument(scene.other, ask(doc, null, second.last)))
    expect(doc.getXmlFragment(PART).toString()).toContain("By request. By line.")
  })

  test("an archived one is closed there as well", async () => {
    await changeStatus(chair, {
      ...{ documentId: document.id, from: "draft", to: "archived", supersededBy: null },
    })
    await expect(exchangeDocument(scene.member, ask(new Y.Doc(), null))).rejects.toMatchObject({
      key: "documents.closed",
    })
    expect(
      await owner.select().from(documentStates).where(eq(documentStates.documentId, document.id)),
    ).toEqual([])
  })
})
