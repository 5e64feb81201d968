import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { reports } from "@/db/schema/reports"
import { fillMissing } from "@/lib/links/fill-missing"
import { listMissing } from "@/lib/links/missing-queries"
import { emptyText, OPENING } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { beginMinutes } from "@/lib/minutes/write-revision"
import { database, transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { exampleReport } from "@/lib/reports/example"
import { hrefOf, type Reference } from "./links"
import { makeVersion } from "./make-version"
import type { DocumentText } from "./model"
import { publicLeads } from "./public-leads"
import { findPublishedDocument, findPublishedSlug } from "./public-queries"
import { publishVersion } from "./publish-version"
import { getDocument } from "./queries"
import { getVersion } from "./version-queries"
import { beginDocument } from "./write-document"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let meetingId: string
let decision: string

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  meetingId = (await arrangeMeeting(owner, { groupId: group.id, number: 33 })).id
  decision = crypto.randomUUID()
})

const linking = (...references: Reference[]): DocumentText => ({
  schema: 2,
  content: references.map((reference) => ({
    type: "paragraph",
    content: [
      {
        type: "text",
        text: "there",
        marks: [{ type: "link", attrs: { href: hrefOf(reference) } }],
      },
    ],
  })),
})
const begin = (title: string, text: DocumentText) =>
  transaction((tx) => beginDocument(tx, { groupId: group.id, title, text, authorId: null }))
const publish = async ({ id }: { id: string }) => {
  await makeVersion(chair, { documentId: id, revision: 1, name: "First", note: "" })
  const found = await getVersion(chair, { groupId: group.id, documentId: id }, 1)
  await publishVersion(chair, { versionId: found.id })
}
const publishReport = () =>
  owner.insert(reports).values({
    ...{ groupId: group.id, meetingId, number: 33, version: 1, minutesRevision: 1 },
    content: {
      ...exampleReport(),
      sections: [
        {
          id: "opening",
          content: [
            { type: "paragraph", content: [{ type: "text", text: "Good morning." }] },
            {
              type: "decision",
              attrs: { id: decision },
              content: [{ type: "paragraph", content: [{ type: "text", text: "A charter." }] }],
            },
          ],
        },
      ],
    },
    sha256: "0".repeat(64),
    publishedAt: new Date(),
    publishedBy: chair.personId,
  })

test("a public text leads to what is public, and says nothing of what is not", async () => {
  const other = await begin("Other", { schema: 2, content: [] })
  const references: Reference[] = [
    { to: "meeting", meetingId },
    { to: "decision", meetingId, blockId: decision },
    { to: "document", documentId: other.id },
    { to: "missing", label: "annex" },
  ]
  const charter = await begin("Charter", linking(...references))
  await publish(charter)
  const leads = async () => {
    const found = await findPublishedDocument(group.slug, "charter")
    return references.map((reference) => found?.leads[hrefOf(reference)])
  }
  expect(await leads()).toEqual([null, null, null, null])

  const [missing] = await listMissing(chair, group.id)
  await fillMissing(chair, { missingId: missing?.id ?? "", documentId: other.id, href: "" })
  expect(await leads()).toEqual([null, null, null, null])

  await publishReport()
  await publish(other)
  const at = `/${group.slug}`
  expect(await leads()).toEqual([
    `${at}/meetings/33`,
    `${at}/meetings/33#i0p2`,
    `${at}/documents/other`,
    `${at}/documents/other`,
  ])
})

test("a link to something of another group leads nowhere", async () => {
  const elsewhere = await makeGroup(owner)
  const foreign = await arrangeMeeting(owner, { groupId: elsewhere.id, number: 1 })
  const reference = { to: "meeting", meetingId: foreign.id } as const
  const charter = await begin("Charter", linking(reference))
  await publish(charter)
  const found = await findPublishedDocument(group.slug, "charter")
  expect(found?.leads).toEqual({ [hrefOf(reference)]: null })
})

test("what minutes miss and is filled with a draft leads to its public page once it has one, and never tells its title", async () => {
  const document = await begin("Draft charter of the tides", linking())
  const content = [{ type: "text" as const, text: "See [the charter](#)." }]
  const text = emptyText([])
  text.sections[OPENING] = { type: "doc", content: [{ type: "paragraph", content }] }
  await transaction((tx) => beginMinutes(tx, { meetingId, text, authorId: null }))
  const [missing] = await listMissing(chair, group.id)
  await fillMissing(chair, { missingId: missing?.id ?? "", documentId: document.id, href: "" })
  const kept = JSON.stringify((await getCurrentText(database(), meetingId))?.text)
  expect(kept).toContain(`"${env().origin}/${group.slug}/documents/${document.id}"`)
  expect(kept).not.toContain("tides")
  expect(await findPublishedSlug(group.slug, document.id)).toBeNull()
  await publish(document)
  expect(await findPublishedSlug(group.slug, document.id)).toBe("draft-charter-of-the-tides")
  const elsewhere = await makeGroup(owner)
  expect(await findPublishedSlug(elsewhere.slug, document.id)).toBeNull()
  expect(await findPublishedSlug(group.slug, "draft-charter-of-the-tides")).toBeNull()
})

test("a public text does not lead to the desk, nor keep the address in what is sealed", async () => {
  const inside = `${env().origin}/fr/desk/${group.slug}/documents/secret-plan`
  const link = (href: string) => ({
    ...{ type: "text" as const, text: "there" },
    marks: [{ type: "link" as const, attrs: { href } }],
  })
  const charter = await begin("Charter", {
    schema: 2,
    content: [{ type: "paragraph", content: [link(inside), link("https://tides.example.org/")] }],
  })
  const { text } = await getDocument(chair, group.slug, "charter")
  const of = { groupId: group.id, groupSlug: group.slug, documentId: charter.id }
  expect(await publicLeads(database(), text, of)).toEqual({ [inside]: null })
  await publish(charter)
  const found = await findPublishedDocument(group.slug, "charter")
  expect(found?.content.text.content).toEqual([
    {
      type: "paragraph",
      content: [{ type: "text", text: "there" }, link("https://tides.example.org/")],
    },
  ])
})
