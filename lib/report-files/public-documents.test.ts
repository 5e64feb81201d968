import { readFile } from "node:fs/promises"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { documentPublications } from "@/db/schema/documents"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument } from "@/lib/documents/write-document"
import { transaction } from "@/lib/platform/database"
import { compareDownload } from "@/lib/record/compare-download"
import { documentSchema } from "./document-schema"
import { documentSchemaPath, formats } from "./formats"
import { findDocumentFile, findNewestDocumentVersion } from "./public-queries"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let documentId: string
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  const content = [
    { type: "paragraph" as const, content: [{ type: "text" as const, text: "Ports keep order." }] },
  ]
  const begun = await transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: group.id, title: "Charter", authorId: null },
      text: { schema: 2, content },
    }),
  )
  documentId = begun.id
})
const make = async (number: number) => {
  const name = `Number ${number}`
  await makeVersion(chair, { documentId, revision: 1, name, note: "" })
  return getVersion(chair, { groupId: group.id, documentId }, number)
}
const publish = async (number: number) =>
  publishVersion(chair, { versionId: (await make(number)).id })

test("a public version has a file of every format that reports have", async () => {
  await publish(1)
  for (const format of formats) {
    const found = await findDocumentFile(group.slug, "charter", 1, format)
    expect(found?.file.length).toBeGreaterThan(0)
  }
  expect(formats).toEqual(["pdf", "docx", "md", "json", "txt"])
})

test("its JSON is the record, which the portal knows again, in the form that is described", async () => {
  await publish(1)
  const found = await findDocumentFile(group.slug, "charter", 1, "json")
  const json = Buffer.from(found?.file ?? []).toString("utf8")
  expect(await compareDownload(json)).toMatchObject({ verdict: "published" })
  const { format, schema, record } = JSON.parse(json)
  expect({ format, schema }).toEqual({ format: "rapporteur-document", schema: 1 })
  const { properties } = JSON.parse(JSON.stringify(documentSchema()))
  expect(Object.keys(properties.record.properties)).toEqual(
    expect.arrayContaining(Object.keys(record)),
  )
})

test("the served description is the one of the form that is written", async () => {
  const served = JSON.parse(await readFile(`public${documentSchemaPath}`, "utf8"))
  expect(served).toEqual(JSON.parse(JSON.stringify(documentSchema())))
})

test("without a version the newest public one is meant, and none before there is one", async () => {
  const newest = () => findNewestDocumentVersion(group.slug, "charter")
  expect(await newest()).toBeNull()
  await publish(1)
  await make(2)
  expect(await newest()).toBe(1)
  await publish(3)
  expect(await newest()).toBe(3)
  expect(await findNewestDocumentVersion((await makeGroup(owner)).slug, "charter")).toBeNull()
})

test("there is no JSON of a version that the ledger does not have yet, since its form names the entry", async () => {
  const { id: versionId } = await make(1)
  const publishedAt = new Date("2022-03-03T13:00:00Z")
  await owner
    .insert(documentPublications)
    .values({ versionId, publishedBy: chair.personId, publishedAt })
  expect(await findDocumentFile(group.slug, "charter", 1, "txt")).not.toBeNull()
  expect(await findDocumentFile(group.slug, "charter", 1, "json")).toBeNull()
})
