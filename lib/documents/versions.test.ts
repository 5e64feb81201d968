import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { documentPublications, documentRevisions, documentVersions } from "@/db/schema/documents"
import { transaction } from "@/lib/platform/database"
import { sha256Of } from "@/lib/record/canonical"
import { getPair } from "./compared-pair"
import { holdText } from "./hold-text"
import { makeVersion } from "./make-version"
import type { DocumentText } from "./model"
import { findPublishedDocument, listPublishedDocuments } from "./public-queries"
import { publishVersion } from "./publish-version"
import { getDocument } from "./queries"
import { restoreDocument } from "./restore"
import { documentHistoryPage, listDocumentRevisions } from "./revision-queries"
import { startDocument } from "./start"
import { getTextOf, getVersion, listVersions } from "./version-queries"
import { changeDocumentText } from "./write-document"

const { app, owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
let of: { groupId: string; documentId: string }

const line = (text: string): DocumentText => ({
  schema: 2,
  content: [{ type: "paragraph", content: [{ type: "text", text }] }],
})
const write = (text: DocumentText) =>
  transaction(async (tx) => {
    const held = await holdText(tx, of.documentId)
    return changeDocumentText(tx, held, { text, authorId: member.personId })
  })
const read = () => getDocument(member, group.slug, "charter")
const version = async (name: string, actor = chair) =>
  makeVersion(actor, {
    documentId: of.documentId,
    revision: (await read()).revision,
    name,
    note: "",
  })
const publish = async (number: number, actor = chair) =>
  publishVersion(actor, { versionId: (await getVersion(member, of, number)).id })

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  await startDocument(member, {
    ...{ groupId: group.id, title: "Charter", kind: "charter", language: "en" },
    ...{ responsibleId: null, origin: null },
  })
  of = { groupId: group.id, documentId: (await read()).id }
})

describe("a version", () => {
  test("holds the text and the facts of its moment, sealed, whatever is written later", async () => {
    await write(line("The first words."))
    await version("As discussed")
    await write(line("Other words."))
    const found = await getVersion(member, of, 1)
    expect(found.content).toMatchObject({
      document: { slug: "charter", title: "Charter", kind: "charter", language: "en" },
      version: { number: 1, name: "As discussed", note: "" },
      text: line("The first words."),
    })
    const [stored] = await owner
      .select()
      .from(documentVersions)
      .where(eq(documentVersions.id, found.id))
    expect(found.sha256).toBe(sha256Of(stored?.content))
    expect(found).toMatchObject({ revision: 2, by: "Hyejin Abara", publishedAt: null })
  })

  test("names people by words, never by their records", async () => {
    await write({
      schema: 2,
      content: [
        {
          type: "paragraph",
          content: [
            { type: "mention", attrs: { personId: member.personId, label: "Ilva Morandini" } },
          ],
        },
      ],
    })
    await version("With a name")
    const { content } = await getVersion(member, of, 1)
    expect(JSON.stringify(content)).not.toContain(member.personId)
    expect(content.text).toEqual(line("@Ilva Morandini"))
  })

  test("is not made of a text that moved on, nor under a name that another has", async () => {
    await write(line("One."))
    await expect(
      makeVersion(chair, { documentId: of.documentId, revision: 1, name: "Late", note: "" }),
    ).rejects.toMatchObject({ code: "conflict", key: "documents.movedOn" })
    await version("First")
    await expect(version("First")).rejects.toMatchObject({
      fields: { name: "documents.nameTaken" },
    })
    expect((await listVersions(member, of)).map(({ number, name }) => [number, name])).toEqual([
      [1, "First"],
    ])
  })

  test("may differ from another in nothing but whom its name names", async () => {
    for (const name of ["Ilva Morandini", "Otto Velander"]) await makeActor(owner, { name })
    await version("Draft of Ilva Morandini")
    await version("Draft of Otto Velander")
    const refused = { fields: { name: "documents.nameTaken" } }
    await expect(version("Draft of Ilva Morandini")).rejects.toMatchObject(refused)
    await expect(version("Draft of Otto Velander")).rejects.toMatchObject(refused)
    expect((await listVersions(member, of)).map(({ number, name }) => [number, name])).toEqual([
      [2, "Draft of Otto Velander"],
      [1, "Draft of Ilva Morandini"],
    ])
  })

  test("of several that are made at once under one name, one gets it", async () => {
    const made = await Promise.allSettled(["Same", "Same", "Same"].map((name) => version(name)))
    expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    expect((await listVersions(member, of)).map(({ name }) => name)).toEqual(["Same"])
  })

  test("two that are made at once get two numbers", async () => {
    await Promise.all([version("One"), version("Other")])
    expect((await listVersions(member, of)).map(({ number }) => number)).toEqual([2, 1])
  })

  test("cannot be changed or deleted, not by the owner of the tables either", async () => {
    await version("First")
    await publish(1)
    await expect(app.update(documentVersions).set({ name: "x" })).rejects.toThrow()
    await expect(owner.update(documentVersions).set({ name: "x" })).rejects.toThrow()
    await expect(owner.delete(documentPublications)).rejects.toThrow()
  })

  test("is made and published by whoever may", async () => {
    await expect(version("Mine", member)).rejects.toMatchObject({ code: "forbidden" })
    await version("Ours")
    await expect(publish(1, member)).rejects.toMatchObject({ code: "forbidden" })
    const outsider = await makeActor(owner)
    const found = await getVersion(member, of, 1)
    await expect(publishVersion(outsider, { versionId: found.id })).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(listVersions(outsider, of)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("what the public finds", () => {
  test("nothing before a version is published, and never the words of a draft", async () => {
    await write(line("Secret words."))
    await version("Draft 1")
    expect(await listPublishedDocuments(group.slug)).toEqual([])
    expect(await findPublishedDocument(group.slug, "charter")).toBeNull()
    expect(await findPublishedDocument(group.slug, "charter", 1)).toBeNull()
  })

  test("the newest at the document's address, and each at its own for ever", async () => {
    await write(line("One."))
    await version("First")
    await write(line("Two."))
    await version("Second")
    await write(line("Three."))
    await version("Third")
    await publish(1)
    await publish(2)
    const at = async (number?: number) =>
      (await findPublishedDocument(group.slug, "charter", number))?.content.text
    expect(await at()).toEqual(line("Two."))
    expect(await at(1)).toEqual(line("One."))
    expect(await at(3)).toBeUndefined()
    const found = await findPublishedDocument(group.slug, "charter")
    expect(found?.versions.map(({ number }) => number)).toEqual([2, 1])
    expect(await listPublishedDocuments(group.slug)).toMatchObject([
      { slug: "charter", title: "Charter", kind: "charter", status: "draft", version: 2 },
    ])
  })

  test("a version is published once", async () => {
    await version("First")
    const both = await Promise.allSettled([publish(1), publish(1)])
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
    const published = await owner.select().from(events).where(eq(events.name, "document.published"))
    expect(published.filter(({ groupId }) => groupId === group.id)).toHaveLength(1)
  })
})

describe("an older revision", () => {
  test("is restored as a new one, and nothing in between is lost", async () => {
    await write(line("One."))
    await write(line("Two."))
    await restoreDocument(chair, { documentId: of.documentId, number: 2, base: 3 })
    expect((await read()).text).toEqual(line("One."))
    const { lines: history } = await listDocumentRevisions(member, of)
    expect(history.map(({ authors }) => authors.join())).toEqual([
      "Hyejin Abara",
      ...["Ilva Morandini", "Ilva Morandini", "Ilva Morandini"],
    ])
    expect(history.map(({ number, restoredFrom }) => [number, restoredFrom])).toEqual([
      [4, 2],
      [3, null],
      [2, null],
      [1, null],
    ])
    expect(await getTextOf(member, of, { kind: "revision", number: 3 })).toEqual(line("Two."))
  })

  test("that is beyond the first page of a long history is on the next", async () => {
    const [first] = await app
      .select()
      .from(documentRevisions)
      .where(eq(documentRevisions.documentId, of.documentId))
    if (!first) throw new Error("The document has no revision")
    await owner
      .insert(documentRevisions)
      .values(
        Array.from({ length: documentHistoryPage }, (_, at) => ({ ...first, number: at + 2 })),
      )
    const newest = await listDocumentRevisions(member, of)
    expect([newest.lines.length, newest.more]).toEqual([documentHistoryPage, true])
    const oldest = await listDocumentRevisions(member, of, 2)
    expect(oldest.lines.map(({ number }) => number)).toEqual([1])
    expect(oldest.more).toBe(false)
  })

  test("is not restored over words that came in between", async () => {
    await write(line("One."))
    await write(line("Two."))
    const late = restoreDocument(chair, { documentId: of.documentId, number: 1, base: 2 })
    await expect(late).rejects.toMatchObject({ key: "documents.movedOn" })
    expect((await read()).text).toEqual(line("Two."))
  })

  test("of another group's document is not found", async () => {
    const other = await makeGroup(owner)
    const foreign = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
    const which = { kind: "revision", number: 1 } as const
    await expect(
      getTextOf(foreign, { groupId: other.id, documentId: of.documentId }, which),
    ).rejects.toMatchObject({ code: "not_found" })
  })
})

test("any revision is compared by its number, which goes before the list; what is no number, or is given twice, is not asked", async () => {
  for (const said of ["One.", "Two.", "Three."]) await write(line(said))
  const pair = async (asked: Parameters<typeof getPair>[2]) => {
    const { from, to } = await getPair(member, of, asked, (await read()).revision)
    return [from, to]
  }
  expect(await pair({ from: "r3", to: "r4", fromNumber: "2", toNumber: " 3 " })).toEqual([
    "r2",
    "r3",
  ])
  expect(await pair({ from: "r3", to: "r4", fromNumber: "", toNumber: "" })).toEqual(["r3", "r4"])
  expect(await pair({ from: "r3", to: "r4", fromNumber: "-1", toNumber: "x" })).toEqual([
    "r3",
    "r4",
  ])
  expect(await pair({ from: ["r1", "r2"], to: "r4", fromNumber: ["1", "2"] })).toEqual(["r3", "r4"])
  await expect(pair({ fromNumber: "99" })).rejects.toMatchObject({ code: "not_found" })
})
