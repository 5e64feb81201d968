import { eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { connect } from "@/db/client"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { backlinks, linkFills, publishedLinks } from "@/db/schema/backlinks"
import { documents } from "@/db/schema/documents"
import { recordNames } from "@/db/schema/record"
import { reports } from "@/db/schema/reports"
import { holdText } from "@/lib/documents/hold-text"
import { hrefOf, type Reference } from "@/lib/documents/links"
import { makeVersion } from "@/lib/documents/make-version"
import type { DocumentText } from "@/lib/documents/model"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument, changeDocumentText } from "@/lib/documents/write-document"
import { emptyText } from "@/lib/minutes/model"
import { beginMinutes } from "@/lib/minutes/write-revision"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { areLinksDue, fillLinks } from "@/lib/reactions/fill-links"
import { exampleReport } from "@/lib/reports/example"
import { keepReportLinks } from "@/lib/reports/keep-links"
import { writeVersion } from "@/lib/reports/write-version"
import { listDocumentBacklinks, listReportBacklinks, type PublicBacklink } from "./public-queries"

const { owner, appUrl } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let meetingId: string
const decision = crypto.randomUUID()

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  meetingId = (await arrangeMeeting(owner, { groupId: group.id, number: 33, title: "Spring" })).id
})

const paragraph = (to: Reference | string, text: string) => ({
  type: "paragraph" as const,
  content: [
    {
      ...{ type: "text" as const, text },
      marks: [{ type: "link" as const, attrs: { href: typeof to === "string" ? to : hrefOf(to) } }],
    },
  ],
})
const linking = (...links: [Reference | string, string][]): DocumentText => ({
  schema: 2,
  content: links.map(([to, text]) => paragraph(to, text)),
})
const begin = (title: string, text = linking()) =>
  transaction((tx) => beginDocument(tx, { groupId: group.id, title, text, authorId: null }))
const write = (documentId: string, text: DocumentText) =>
  transaction(async (tx) =>
    changeDocumentText(tx, await holdText(tx, documentId), { text, authorId: null }),
  )
const version = async (id: string, number: number) => {
  await makeVersion(chair, { documentId: id, revision: number, name: `No. ${number}`, note: "" })
  const { id: versionId } = await getVersion(chair, { groupId: group.id, documentId: id }, number)
  return { publish: () => publishVersion(chair, { versionId }) }
}
/** A version of the report of the meeting, as publishing it writes one. */
const publishReport = async (number: number, ...links: [string, string][]) => {
  const example = exampleReport()
  const decided = {
    type: "decision" as const,
    attrs: { id: decision },
    content: [
      { type: "paragraph" as const, content: [{ type: "text" as const, text: "Agreed." }] },
    ],
  }
  const content = exampleReport({
    group: { ...example.group, slug: group.slug },
    meeting: { ...example.meeting, number: 33 },
    sections: [
      { id: "opening", content: [...links.map(([to, text]) => paragraph(to, text)), decided] },
    ],
  })
  await owner.insert(reports).values({
    ...{ groupId: group.id, meetingId, number: 33, version: number, minutesRevision: 1, content },
    ...{ sha256: "0".repeat(64), publishedAt: new Date(), publishedBy: chair.personId },
  })
  return transaction((tx) => keepReportLinks(tx, { groupId: group.id, meetingId }))
}
const nameOf = (from: PublicBacklink["from"]) =>
  from.kind === "row" ? `row ${from.number}` : from.title
const ofReport = async () =>
  (await listReportBacklinks(group.slug, 33, [decision])).shown.map(
    ({ from, words, decision: of }) => [nameOf(from), words, of],
  )
const ofDocument = async (slug: string) =>
  (await listDocumentBacklinks(group.slug, slug)).shown.map(({ from, words }) => [
    from.kind === "report" ? from.number : nameOf(from),
    words,
  ])

test("what speaks of a record is told in public with the words, and by the title, of what is published", async () => {
  await publishReport(1)
  const plan = await begin("Plan", linking([{ to: "meeting", meetingId }, "the spring call"]))
  expect(await ofReport()).toEqual([])
  await (await version(plan.id, 1)).publish()
  await owner.update(documents).set({ title: "Secret plan" }).where(eq(documents.id, plan.id))
  await write(plan.id, linking([{ to: "meeting", meetingId }, "secret words"]))
  expect(await ofReport()).toEqual([["Plan", "the spring call", null]])
  // A version that nobody published says nothing either; the next public one says it all.
  const second = await version(plan.id, 2)
  expect(await ofReport()).toEqual([["Plan", "the spring call", null]])
  await second.publish()
  expect(await ofReport()).toEqual([["Secret plan", "secret words", null]])
})

test("a title with somebody's name is told with it, and without once it is erased", async () => {
  const plan = await begin("Plan")
  await (await version(plan.id, 1)).publish()
  const example = exampleReport()
  const content = exampleReport({
    group: { ...example.group, slug: group.slug },
    meeting: { ...example.meeting, number: 33, title: "Farewell to Tomas Okwuosa" },
    chairs: [{ name: "Tomas Okwuosa", capacity: "" }],
    sections: [
      {
        id: "opening",
        content: [paragraph(`${env().origin}/${group.slug}/documents/plan`, "the plan")],
      },
    ],
  })
  const { reportId } = await transaction((tx) =>
    writeVersion(tx, {
      ...{ groupId: group.id, meetingId, content, minutesRevision: 1, publishedBy: chair.personId },
      ...{ findings: [], overrides: [] },
    }),
  )
  const titles = async () =>
    (await listDocumentBacklinks(group.slug, "plan")).shown.map(({ from }) => nameOf(from))
  expect(await titles()).toEqual(["Farewell to Tomas Okwuosa"])
  await owner
    .update(recordNames)
    .set({ name: null, salt: null, erasedAt: new Date(), erasedBecause: "asked for it" })
    .where(eq(recordNames.subjectId, reportId))
  expect(await titles()).toEqual(["Farewell to [name removed]"])
})

test("an older version that is published later changes nothing", async () => {
  await publishReport(1)
  const plan = await begin("Plan", linking([{ to: "meeting", meetingId }, "early"]))
  const first = await version(plan.id, 1)
  await write(plan.id, linking())
  await (await version(plan.id, 2)).publish()
  await first.publish()
  expect(await ofReport()).toEqual([])
})

test("a decision that a document speaks of is named, and links are lost with their words", async () => {
  await publishReport(1)
  const to = { to: "decision", meetingId, blockId: decision } as const
  const plan = await begin("Plan", linking([to, "as agreed"]))
  await (await version(plan.id, 1)).publish()
  expect(await ofReport()).toEqual([["Plan", "as agreed", decision]])
  await write(plan.id, linking())
  await (await version(plan.id, 2)).publish()
  expect(await ofReport()).toEqual([])
})

test("a document shows the reports that speak of it, each by its newest version", async () => {
  const charter = await begin("Charter")
  await (await version(charter.id, 1)).publish()
  const address = `${env().origin}/${group.slug}/documents/charter`
  expect(await publishReport(1, [address, "the charter"])).toBe(true)
  expect(await ofDocument("charter")).toEqual([[33, "the charter"]])
  expect(await transaction((tx) => keepReportLinks(tx, { groupId: group.id, meetingId }))).toBe(
    false,
  )
  await publishReport(2)
  expect(await ofDocument("charter")).toEqual([])
  // Nothing of another group is named, whatever its address.
  const other = await makeGroup(owner)
  expect(await listDocumentBacklinks(other.slug, "charter")).toEqual({ shown: [], more: 0 })
})

test("texts from before links were kept have theirs filled once, whoever does it and however often", async () => {
  const charter = await begin("Charter")
  await (await version(charter.id, 1)).publish()
  const href = `${env().origin}/${group.slug}/documents/charter`
  const opening = { type: "doc" as const, content: [paragraph(href, "the charter")] }
  const { sections, ...empty } = emptyText([])
  const text = { ...empty, sections: { ...sections, opening } }
  await transaction((tx) => beginMinutes(tx, { meetingId, text, authorId: null }))
  await publishReport(1, [href, "the charter"])
  const plan = await begin("Plan", linking([{ to: "document", documentId: charter.id }, "it"]))
  await (await version(plan.id, 1)).publish()
  const state = async () => {
    const bare = ({ id: _, ...row }: typeof backlinks.$inferSelect) => JSON.stringify(row)
    return [
      (await owner.select().from(backlinks)).map(bare).sort(),
      (await owner.select().from(publishedLinks)).map(bare).sort(),
    ]
  }
  const before = await state()
  expect(before.map((rows) => rows.length > 1)).toEqual([true, true])
  for (const table of [backlinks, publishedLinks, linkFills]) await owner.delete(table)
  const told: string[] = []
  const listener = connect(appUrl, { max: 1 })
  await listener.sql.listen("public_changed", (slug) => told.push(slug))
  expect(await fillLinks(() => true)).toBe(true)
  await Promise.all([fillLinks(() => false), fillLinks(() => false)])
  expect(await areLinksDue()).toBe(false)
  expect(await state()).toEqual(before)
  expect(await ofDocument("charter")).toEqual([
    [33, "the charter"],
    ["Plan", "it"],
  ])
  // The pages that were kept without them are made again.
  await expect.poll(() => told).toContain(group.slug)
  await listener.end()
  await owner.delete(linkFills)
  await fillLinks(() => false)
  expect(await state()).toEqual(before)
})

test("several servers that keep the links of one report at once keep them once", async () => {
  const charter = await begin("Charter")
  await (await version(charter.id, 1)).publish()
  await publishReport(1, [`${env().origin}/${group.slug}/documents/charter`, "the charter"])
  const mine = eq(publishedLinks.fromMeetingId, meetingId)
  const kept = async () => (await owner.select().from(publishedLinks).where(mine)).length
  expect(await kept()).toBe(1)
  await owner.delete(publishedLinks).where(mine)
  const keep = () => transaction((tx) => keepReportLinks(tx, { groupId: group.id, meetingId }))
  const changed = await Promise.all(Array.from({ length: 8 }, keep))
  expect(changed.filter(Boolean)).toHaveLength(1)
  expect(await kept()).toBe(1)
})
