import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import * as Y from "yjs"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { backlinks } from "@/db/schema/backlinks"
import { documentRevisions, documents } from "@/db/schema/documents"
import { transaction } from "@/lib/platform/database"
import { line, textOf } from "./arbitrary-text"
import { editableText } from "./editable"
import { hrefOf } from "./links"
import { exchangeDocument } from "./live/exchange"
import { openDocument } from "./live/open-document"
import { DOCUMENT_SCHEMA, documentWords } from "./model"
import { getDocument } from "./queries"
import { savePlainDocument } from "./save-plain"
import type { StaleDocument } from "./text-input"
import { beginDocument } from "./write-document"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let ilva: SignedIn
let samir: SignedIn
let documentId: string
let other: string
const text = textOf(line("One."), line("Two."), line("Three."))

beforeEach(async () => {
  group = await makeGroup(owner)
  ilva = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  samir = await makeActor(owner, { name: "Samir Koskela", roles: { [group.id]: "member" } })
  const begin = (title: string) =>
    transaction((tx) =>
      beginDocument(tx, { groupId: group.id, title, text, authorId: ilva.personId }),
    )
  documentId = (await begin("Charter")).id
  other = (await begin("Activity plan")).id
})

const words = async () => documentWords((await getDocument(ilva, group.slug, "charter")).text)
const save = (
  who: SignedIn,
  typed: string,
  more: { over?: string; answer?: "both" | "mine" } = {},
) => savePlainDocument(who, { documentId, base: 1, text: typed, ...more })

/** Somebody who writes in the shared text, as a page does over requests. */
async function writeLive(who: SignedIn, change: (fragment: Y.XmlFragment) => void) {
  const { doc } = await openDocument(who, documentId)
  const known = Y.encodeStateVector(doc)
  change(doc.getXmlFragment("text"))
  const encoded = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64")
  await exchangeDocument(who, {
    ...{ documentId, schema: DOCUMENT_SCHEMA, seen: -1 },
    state: encoded(Y.encodeStateVector(doc)),
    update: encoded(Y.encodeStateAsUpdate(doc, known)),
  })
}
const typeIn = (place: number, said: string) => (fragment: Y.XmlFragment) => {
  const words = (fragment.get(place) as Y.XmlElement).get(0) as Y.XmlText
  words.insert(words.length, said)
}

test("is a revision of its own, with its author; what equals what stands makes none", async () => {
  expect(await save(ilva, "One, changed.\n\nTwo.\n\nThree.")).toMatchObject({ revision: 2 })
  const [revision] = await owner
    .select()
    .from(documentRevisions)
    .where(eq(documentRevisions.number, 2))
  expect(revision).toMatchObject({ authorId: ilva.personId })
  expect(await words()).toBe("One, changed.\n\nTwo.\n\nThree.")
  expect(await save(samir, editableText(text))).toMatchObject({ revision: 2 })
})

test("keeps what others write live meanwhile, and they see it in the text in which they write", async () => {
  await writeLive(samir, typeIn(2, " Live."))
  await save(ilva, "One, plainly.\n\nTwo.\n\nThree.")
  expect(await words()).toBe("One, plainly.\n\nTwo.\n\nThree. Live.")
  const { doc } = await openDocument(samir, documentId)
  expect(doc.getXmlFragment("text").toString()).toContain("One, plainly.")
  await writeLive(samir, typeIn(1, " On and on."))
  expect(await words()).toBe("One, plainly.\n\nTwo. On and on.\n\nThree. Live.")
})

test("changes nothing where another changed the same place, and does then what is answered", async () => {
  await writeLive(samir, typeIn(0, " Samir's."))
  const mine = "One. Mine.\n\nTwo.\n\nThree."
  const refused = await save(ilva, mine).catch((error: unknown) => error)
  expect(refused).toMatchObject({ code: "conflict", key: "documents.staleText" })
  const { mark, text: theirs } = (refused as { data: StaleDocument }).data
  expect(theirs).toBe("One. Samir's.\n\nTwo.\n\nThree.")
  // What somebody writes while the question stands makes it another question.
  await writeLive(samir, typeIn(0, " More."))
  await expect(save(ilva, mine, { over: mark, answer: "both" })).rejects.toMatchObject({
    key: "documents.staleText",
  })
  const again = await save(ilva, mine).catch((error: unknown) => error)
  const { mark: newer } = (again as { data: StaleDocument }).data
  expect(newer).not.toBe(mark)
  await save(ilva, mine, { over: newer, answer: "both" })
  expect(await words()).toBe("One. Samir's. More.\n\nOne. Mine.\n\nTwo.\n\nThree.")
})

test("keeps what the text speaks of equal to it, also when it was written live", async () => {
  const href = hrefOf({ to: "document", documentId: other })
  await writeLive(samir, (fragment) => {
    const linked = new Y.XmlText()
    linked.insert(0, "the plan", { link: { href } })
    const paragraph = new Y.XmlElement("paragraph")
    paragraph.insert(0, [linked])
    fragment.push([paragraph])
  })
  const { revision } = await save(ilva, `Added.\n\n${editableText(text)}`)
  const spoken = () =>
    owner.select().from(backlinks).where(eq(backlinks.fromDocumentId, documentId))
  expect(await spoken()).toMatchObject([{ targetId: other, words: "the plan" }])
  await savePlainDocument(ilva, { documentId, base: revision, text: "Nothing of it." })
  expect(await spoken()).toEqual([])
})

test("is for members, and for nobody once the document is archived", async () => {
  const outsider = await makeActor(owner, {})
  await expect(save(outsider, "Mine.")).rejects.toMatchObject({ code: "not_found" })
  await owner.update(documents).set({ status: "archived" }).where(eq(documents.id, documentId))
  await expect(save(ilva, "Mine.")).rejects.toMatchObject({ key: "documents.closed" })
})
