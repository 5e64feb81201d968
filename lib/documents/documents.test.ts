import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { events } from "@/db/schema/activity"
import { documentRevisions, documents } from "@/db/schema/documents"
import { importBatches, importFiles } from "@/db/schema/imports"
import { saveDocument } from "@/lib/imports/save-document"
import { publicActor } from "@/lib/platform/actor"
import type { DocumentText } from "./model"
import { freeSlug, headingIdAt, slugOf } from "./model"
import { outlineOf } from "./outline"
import { getDocument, listDocuments } from "./queries"

const { app, owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let member: SignedIn
beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
})

const text: DocumentText = {
  schema: 2,
  content: [
    {
      type: "heading",
      attrs: { level: 1, id: headingIdAt(0) },
      content: [{ type: "text", text: "Who we are" }],
    },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "A group, " },
        {
          type: "text",
          text: "chartered",
          marks: [{ type: "link", attrs: { href: "https://tides.example.org/charter" } }],
        },
      ],
    },
    { type: "heading", attrs: { level: 2, id: headingIdAt(2) } },
    {
      type: "heading",
      attrs: { level: 2, id: headingIdAt(3) },
      content: [{ type: "text", text: "Benefits" }],
    },
  ],
}

async function arrangeFile(given: Partial<typeof importFiles.$inferInsert> = {}) {
  const [batch] = await owner.insert(importBatches).values({ groupId: group.id }).returning()
  const [file] = await owner
    .insert(importFiles)
    .values({
      batchId: batch?.id ?? "",
      position: 0,
      name: "overview.txt",
      state: "read",
      kind: "document",
      source: "Who we are",
      corrected: { title: "Overview", text },
      ...given,
    })
    .returning()
  return file?.id ?? ""
}
const save = async (title = "Overview of the group", actor = chair) =>
  saveDocument(actor, { fileId: await arrangeFile(), revision: 1, title })

test("a file is kept as a document: headings, links, first revision, event, all at once", async () => {
  const fileId = await arrangeFile()
  const kept = await saveDocument(chair, { fileId, revision: 1, title: "Overview: who we are" })
  expect(kept).toEqual({ slug: group.slug, document: "overview-who-we-are" })
  const found = await getDocument(member, group.slug, "overview-who-we-are")
  expect(found).toMatchObject({
    title: "Overview: who we are",
    by: "Hyejin Abara",
    file: "overview.txt",
    text,
  })
  const [file] = await owner.select().from(importFiles).where(eq(importFiles.id, fileId))
  expect(file).toMatchObject({ state: "saved", meetingId: null, revision: 2 })
  const [event] = await owner.select().from(events).where(eq(events.groupId, group.id))
  expect(event).toMatchObject({ name: "document.added", subjectId: file?.documentId })
})

test("two of one title get addresses of their own, also when they are saved at once", async () => {
  const kept = await Promise.all([save("Charter"), save("Charter"), save("CHARTER!")])
  expect(kept.map(({ document }) => document).sort()).toEqual(["charter", "charter-2", "charter-3"])
  const listed = await listDocuments(member, group.slug)
  expect(listed.map(({ title }) => title).sort()).toEqual(["CHARTER!", "Charter", "Charter"])
})

test("a report is not kept as a document, and a form that is not up to date keeps nothing", async () => {
  const report = await arrangeFile({ kind: "report" })
  const given = { revision: 1, title: "Overview" }
  await expect(saveDocument(chair, { fileId: report, ...given })).rejects.toMatchObject({
    key: "imports.isReport",
  })
  const stale = await arrangeFile({ revision: 2 })
  await expect(saveDocument(chair, { fileId: stale, ...given })).rejects.toMatchObject({
    key: "imports.stale",
  })
  expect(await owner.select().from(documents).where(eq(documents.groupId, group.id))).toEqual([])
})

describe("who may", () => {
  test("keep one: co-chairs alone", async () => {
    const outsider = await makeActor(owner)
    await expect(save("A", member)).rejects.toMatchObject({ code: "forbidden" })
    await expect(save("B", outsider)).rejects.toMatchObject({ code: "not_found" })
  })
  test("read them: members, and nobody in another group", async () => {
    const { document } = await save()
    const other = await makeGroup(owner)
    const outsider = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
    await expect(getDocument(publicActor, group.slug, document)).rejects.toMatchObject({
      code: "sign_in",
    })
    for (const slug of [group.slug, other.slug])
      await expect(getDocument(outsider, slug, document)).rejects.toMatchObject({
        code: "not_found",
      })
    await expect(listDocuments(outsider, group.slug)).rejects.toMatchObject({ code: "not_found" })
  })
})

test("a revision is written once, by whomever", async () => {
  await save()
  await expect(app.update(documentRevisions).set({ text: {} })).rejects.toThrow()
  await expect(owner.delete(documentRevisions)).rejects.toThrow()
})

test.each([
  ["Overview of the Working Group", "overview-of-the-working-group"],
  ["Lettre à l’hôte : réponse", "lettre-a-lhote-reponse"],
  ["WSIS+20 action plan", "wsis-20-action-plan"],
  ["工作组概况", "document"],
  ["  ", "document"],
  [`${"long ".repeat(30)}title`, "long-long-long-long-long-long-long-long-long-long-long-long"],
])("%j lives at %s", (title, slug) => {
  expect(slugOf(title)).toBe(slug)
  expect(freeSlug(slug, new Set([slug, `${slug}-2`]))).toBe(`${slug}-3`)
})

test("the outline names headings that have words", () => {
  expect(outlineOf(text)).toEqual([
    { id: headingIdAt(0), level: 1, words: "Who we are" },
    { id: headingIdAt(3), level: 2, words: "Benefits" },
  ])
})
