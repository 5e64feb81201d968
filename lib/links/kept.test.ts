import { eq } from "drizzle-orm"
import { beforeEach, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { backlinks, missingDocuments } from "@/db/schema/backlinks"
import { holdText } from "@/lib/documents/hold-text"
import { deskLeads } from "@/lib/documents/leads"
import { hrefOf, type Reference } from "@/lib/documents/links"
import { makeVersion } from "@/lib/documents/make-version"
import type { DocumentText } from "@/lib/documents/model"
import { publishVersion } from "@/lib/documents/publish-version"
import { getDocument } from "@/lib/documents/queries"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument, changeDocumentText } from "@/lib/documents/write-document"
import { emptyText, type MinutesText } from "@/lib/minutes/model"
import { getCurrentText } from "@/lib/minutes/queries"
import { addRevision, beginMinutes } from "@/lib/minutes/write-revision"
import { database, transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { listDocumentBacklinks, listMeetingBacklinks } from "./backlink-queries"
import { fillMissing } from "./fill-missing"
import { listMissing } from "./missing-queries"
import { namedBy, placeholdersIn } from "./spoken"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let member: SignedIn
let meetingId: string

beforeEach(async () => {
  group = await makeGroup(owner)
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  meetingId = (await arrangeMeeting(owner, { groupId: group.id, number: 33, title: "Spring" })).id
})

const link = (href: string, text: string) => ({
  type: "text" as const,
  text,
  marks: [{ type: "link" as const, attrs: { href } }],
})
const linking = (...links: [Reference | string, string][]): DocumentText => ({
  schema: 2,
  content: links.map(([to, text]) => ({
    type: "paragraph",
    content: [link(typeof to === "string" ? to : hrefOf(to), text)],
  })),
})
const begin = (title: string, text: DocumentText = { schema: 2, content: [] }, of = group) =>
  transaction((tx) => beginDocument(tx, { groupId: of.id, title, text, authorId: member.personId }))
const write = (documentId: string, text: DocumentText) =>
  transaction(async (tx) => {
    const held = await holdText(tx, documentId)
    return changeDocumentText(tx, held, { text, authorId: member.personId })
  })
const saying = (content: MinutesText["sections"][string]["content"]): MinutesText => {
  const text = emptyText([])
  return { ...text, sections: { ...text.sections, opening: { type: "doc", content } } }
}
const speaking = async (documentId: string) =>
  (await listDocumentBacklinks(member, group.id, documentId)).shown.map(({ from, words }) =>
    from.kind === "document" ? [from.title, words] : [from.number, words],
  )

describe("what a text speaks of", () => {
  test("is known from the links of a document: by id, by address on the desk, by public address", async () => {
    const charter = await begin("Charter")
    const { origin } = env()
    const plan = await begin(
      "Plan",
      linking(
        [{ to: "document", documentId: charter.id }, "our charter"],
        [`${origin}/desk/${group.slug}/meetings/${meetingId}/minutes`, "the call"],
      ),
    )
    await begin("News", linking([`${origin}/fr/${group.slug}/documents/charter`, "la charte"]))
    expect(await speaking(charter.id)).toEqual([
      ["News", "la charte"],
      ["Plan", "our charter"],
    ])
    expect((await listMeetingBacklinks(member, group.id, meetingId)).shown).toMatchObject([
      { target: "meeting", words: "the call", from: { slug: plan.slug } },
    ])
  })

  test("is always equal to the text: added, renamed and gone with it, once for each", async () => {
    const charter = await begin("Charter")
    const to = { to: "document", documentId: charter.id } as const
    const plan = await begin("Plan", linking([to, "one"], [to, "two"]))
    expect(await speaking(charter.id)).toEqual([["Plan", "one"]])
    await write(plan.id, linking([to, "two"]))
    expect(await speaking(charter.id)).toEqual([["Plan", "two"]])
    await write(plan.id, linking(["https://tides.example.org/", "elsewhere"]))
    expect(await speaking(charter.id)).toEqual([])
  })

  test("is nothing of another group, nothing that is not there, and not the text itself", async () => {
    const other = await makeGroup(owner)
    const foreign = await begin("Theirs", undefined, other)
    const own = await begin("Own")
    const at = (documentId: string) => ({ to: "document", documentId }) as const
    await write(own.id, linking([at(foreign.id), "a"], [at(own.id), "b"], [at(meetingId), "c"]))
    const kept = await owner.select().from(backlinks).where(eq(backlinks.fromDocumentId, own.id))
    expect(kept).toEqual([])
  })

  test("is known from minutes too, and goes when the words go", async () => {
    const charter = await begin("Charter")
    const href = `${env().origin}/${group.slug}/documents/charter`
    const text = saying([{ type: "paragraph", content: [link(href, "the charter")] }])
    await transaction((tx) => beginMinutes(tx, { meetingId, text, authorId: null }))
    expect(await speaking(charter.id)).toEqual([[33, "the charter"]])
    await transaction((tx) =>
      addRevision(tx, 1, { meetingId, text: emptyText([]), authorId: null }),
    )
    expect(await speaking(charter.id)).toEqual([])
  })

  test("a decision is known by its block, and shows what it says", async () => {
    const id = crypto.randomUUID()
    const text = saying([
      {
        type: "decision",
        attrs: { id },
        content: [{ type: "paragraph", content: [{ type: "text", text: "We write a charter." }] }],
      },
    ])
    await transaction((tx) => beginMinutes(tx, { meetingId, text, authorId: null }))
    await begin("Charter", linking([{ to: "decision", meetingId, blockId: id }, "as decided"]))
    expect((await listMeetingBacklinks(member, group.id, meetingId)).shown).toMatchObject([
      { target: "decision", targetId: id, decision: "We write a charter.", words: "as decided" },
    ])
  })

  test("is for members of the group alone", async () => {
    const charter = await begin("Charter")
    const outsider = await makeActor(owner)
    await expect(listDocumentBacklinks(outsider, group.id, charter.id)).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(listMissing(outsider, group.id)).rejects.toMatchObject({ code: "not_found" })
  })
})

describe("a missing document", () => {
  const missing = (label: string) => ({ to: "missing", label }) as const
  const open = async () =>
    (await listMissing(member, group.id)).map(({ label, filled }) => [label, filled?.title ?? null])

  test("is found in documents and in minutes, filled once for all links of its name, and leads there", async () => {
    const charter = await begin("Charter")
    const text = linking([missing("the annex"), "annex"], [missing("the annex"), "see there"])
    const plan = await begin("Plan", text)
    await transaction((tx) =>
      beginMinutes(tx, {
        meetingId,
        text: saying([
          { type: "paragraph", content: [{ type: "text", text: "See [the draft](#) for more." }] },
        ]),
        authorId: null,
      }),
    )
    expect(await open()).toEqual([
      ["the annex", null],
      ["the draft", null],
    ])
    const [annex] = await listMissing(member, group.id)
    const leads = async () => {
      const { id } = await getDocument(member, group.slug, plan.slug)
      const of = { groupId: group.id, groupSlug: group.slug, documentId: id, locale: "en" }
      return deskLeads(database(), text, of)
    }
    const href = hrefOf(missing("the annex"))
    expect(await leads()).toEqual({ [href]: null })
    await fillMissing(member, { missingId: annex?.id ?? "", documentId: charter.id, href: "" })
    expect(await leads()).toEqual({ [href]: `/desk/${group.slug}/documents/charter` })
    expect((await open())[1]).toEqual(["the annex", "Charter"])
  })

  test("leaves the list with its link, and comes back with what it was filled with", async () => {
    const plan = await begin("Plan", linking([missing("annex"), "annex"]))
    const [row] = await listMissing(member, group.id)
    const filled = { documentId: null, href: "https://tides.example.org/annex.pdf" }
    await fillMissing(member, { missingId: row?.id ?? "", ...filled })
    await write(plan.id, linking())
    expect(await open()).toEqual([])
    await write(plan.id, linking([missing("annex"), "annex"]))
    expect(await open()).toEqual([["annex", "https://tides.example.org/annex.pdf"]])
    const rows = await owner
      .select()
      .from(missingDocuments)
      .where(eq(missingDocuments.groupId, group.id))
    expect(rows).toHaveLength(1)
  })

  test("in minutes becomes a link to where it can be read, and the document knows", async () => {
    const charter = await begin("Charter")
    const said = "See [the draft](#) and [ the draft ](), not [the plan](#)."
    await transaction((tx) =>
      beginMinutes(tx, {
        meetingId,
        text: saying([{ type: "paragraph", content: [{ type: "text", text: said }] }]),
        authorId: null,
      }),
    )
    const [draft] = await listMissing(member, group.id)
    await fillMissing(member, { missingId: draft?.id ?? "", documentId: charter.id, href: "" })
    const kept = await getCurrentText(database(), meetingId)
    const [line] = kept?.text.sections.opening?.content ?? []
    // Its title is nobody's business before it is public.
    const href = `${env().origin}/${group.slug}/documents/${charter.id}`
    expect(line?.content).toEqual([
      { type: "text", text: "See " },
      link(href, "the draft"),
      { type: "text", text: " and " },
      link(href, "the draft"),
      { type: "text", text: ", not [the plan](#)." },
    ])
    expect(kept?.revision).toBe(2)
    expect(await speaking(charter.id)).toEqual([[33, "the draft"]])
    expect(await open()).toEqual([["the plan", null]])
  })

  test("in minutes becomes a link to the public page of a document that has one", async () => {
    const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
    const { id: documentId } = await begin("Charter")
    await makeVersion(chair, { documentId, revision: 1, name: "As agreed", note: "" })
    const version = await getVersion(chair, { groupId: group.id, documentId }, 1)
    await publishVersion(chair, { versionId: version.id })
    const said: MinutesText["sections"][string]["content"] = [
      { type: "paragraph", content: [{ type: "text", text: "See [the draft](#)." }] },
    ]
    await transaction((tx) => beginMinutes(tx, { meetingId, text: saying(said), authorId: null }))
    const [draft] = await listMissing(member, group.id)
    await fillMissing(member, { missingId: draft?.id ?? "", documentId, href: "" })
    const kept = await getCurrentText(database(), meetingId)
    expect(kept?.text.sections.opening?.content[0]?.content?.[1]).toEqual(
      link(`${env().origin}/${group.slug}/documents/charter`, "the draft"),
    )
  })

  test("is not filled with a document of another group, nor by somebody of another", async () => {
    await begin("Plan", linking([missing("annex"), "annex"]))
    const [row] = await listMissing(member, group.id)
    const other = await makeGroup(owner)
    const foreign = await begin("Theirs", undefined, other)
    const fill = { missingId: row?.id ?? "", documentId: foreign.id, href: "" }
    await expect(fillMissing(member, fill)).rejects.toMatchObject({ code: "invalid" })
    const outsider = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
    await expect(fillMissing(outsider, fill)).rejects.toMatchObject({ code: "not_found" })
  })
})

test.each([
  ["See [the draft](#) and [ the plan ]().", ["the draft", "the plan"]],
  ["[a [nested](#)", ["nested"]],
  ["[](#) [ ](#) [one](https://tides.example.org/) [two] (#)", []],
])("placeholders in %j", (text, labels) => {
  expect(placeholdersIn(text)).toEqual(labels)
})

test.each([
  ["https://portal.example.org/wg-a/meetings/33#i2p1", { number: 33, anchor: "i2p1" }],
  ["https://portal.example.org/fr/wg-a/meetings/33/v1", { number: 33, anchor: null }],
  ["https://portal.example.org/desk/wg-a/documents/charter/history", { slug: "charter" }],
  [
    "https://portal.example.org/fr/wg-a/documents/0f8fad5b-d9cb-469f-a165-70867728950e",
    { kind: "document", id: "0f8fad5b-d9cb-469f-a165-70867728950e" },
  ],
  ["https://portal.example.org/wg-b/meetings/33", null],
  ["https://elsewhere.example.org/wg-a/meetings/33", null],
  ["https://portal.example.org/wg-a/record", null],
  ["mailto:ilva@example.org", null],
])("%s names %j", (href, named) => {
  const found = namedBy(href, "https://portal.example.org", "wg-a")
  if (named === null) expect(found).toBeNull()
  else expect(found).toMatchObject(named)
})
