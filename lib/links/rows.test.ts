import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping } from "@/db/factories/mapping"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { beginDocument } from "@/lib/documents/write-document"
import { emptyText } from "@/lib/minutes/model"
import { addRevision, beginMinutes } from "@/lib/minutes/write-revision"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { listRowBacklinks } from "./backlink-queries"
import { namedBy } from "./spoken"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let member: SignedIn
let mapping: MappingScene
beforeEach(async () => {
  group = await makeGroup(owner)
  member = await makeActor(owner, { name: "Ilva Morandini", roles: { [group.id]: "member" } })
  mapping = await makeMapping(owner, group.id)
})

const paragraph = (href: string, text: string) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text, marks: [{ type: "link" as const, attrs: { href } }] }],
})
const begin = (title: string, href: string, words: string) =>
  transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: group.id, title, authorId: member.personId },
      text: { schema: 2, content: [paragraph(href, words)] },
    }),
  )
const speaking = async (rowId = mapping.rowId) =>
  (await listRowBacklinks(member, group.id, rowId)).shown.map(({ from, words }) => [
    from.kind === "document" ? from.title : from.number,
    words,
  ])

test("a row knows the documents and minutes that link to it, by its page or as a table shows it", async () => {
  const { origin } = env()
  const table = `${origin}/${group.slug}/mapping/${mapping.mandateSlug}`
  const page = `${origin}/desk/${group.slug}/mapping/${mapping.mandateSlug}/rows/1`
  await begin("Charter", `${table}?row=1`, "what we do")
  await begin("Plan", `${page}#comments`, "what was said")
  const { id: meetingId } = await arrangeMeeting(owner, { groupId: group.id, number: 33 })
  const text = emptyText([])
  await transaction((tx) =>
    beginMinutes(tx, {
      ...{ meetingId, authorId: null },
      text: {
        ...text,
        sections: {
          ...text.sections,
          opening: { type: "doc", content: [paragraph(page, "row one")] },
        },
      },
    }),
  )
  expect(await speaking()).toEqual([
    [33, "row one"],
    ["Charter", "what we do"],
    ["Plan", "what was said"],
  ])
  await transaction((tx) => addRevision(tx, 1, { meetingId, text, authorId: null }))
  expect((await speaking()).map(([from]) => from)).toEqual(["Charter", "Plan"])
})

test("a row that is not there, or a row of the same number elsewhere, is not spoken of", async () => {
  const { origin } = env()
  const other = await makeMapping(owner, group.id)
  const foreign = await makeGroup(owner)
  const theirs = await makeMapping(owner, foreign.id)
  await begin("Far", `${origin}/${group.slug}/mapping/${mapping.mandateSlug}?row=12`, "none")
  await begin("Theirs", `${origin}/${foreign.slug}/mapping/${theirs.mandateSlug}?row=1`, "theirs")
  await begin("Other", `${origin}/${group.slug}/mapping/${other.mandateSlug}?row=1`, "other")
  expect(await speaking()).toEqual([])
  expect(await speaking(other.rowId)).toEqual([["Other", "other"]])
  const stranger = await makeActor(owner, { roles: { [foreign.id]: "co-chair" } })
  await expect(listRowBacklinks(stranger, group.id, other.rowId)).rejects.toThrow()
})

test.each([
  ["/wg-tides/mapping/roadmap?row=12", { kind: "row", mandate: "roadmap", number: 12 }],
  [
    "/fr/wg-tides/mapping/roadmap/editions/3?row=12",
    { kind: "row", mandate: "roadmap", number: 12 },
  ],
  ["/wg-tides/mapping/roadmap#row-12", { kind: "row", mandate: "roadmap", number: 12 }],
  ["/fr/desk/wg-tides/mapping/roadmap/rows/7", { kind: "row", mandate: "roadmap", number: 7 }],
  ["/wg-tides/mapping/roadmap", null],
  ["/wg-tides/mapping/roadmap?row=0", null],
  ["/wg-tides/mapping/roadmap?row=1e3", null],
  ["/wg-reefs/mapping/roadmap?row=12", null],
])("%s names a row or nothing", (path, named) => {
  expect(
    namedBy(`https://tides.example.org${path}`, "https://tides.example.org", "wg-tides"),
  ).toEqual(named)
})
