import { eq, sql } from "drizzle-orm"
import { afterEach, beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { arrangeMeeting } from "@/db/factories/meetings"
import { makeActor, makeGroup, type SignedIn } from "@/db/factories/people"
import { backlinks, linkFills, publishedLinks } from "@/db/schema/backlinks"
import { mappings } from "@/db/schema/mapping"
import { makeVersion } from "@/lib/documents/make-version"
import { publishVersion } from "@/lib/documents/publish-version"
import { getVersion } from "@/lib/documents/version-queries"
import { beginDocument } from "@/lib/documents/write-document"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import type { Activity } from "@/lib/mapping/model"
import { retireRow } from "@/lib/mapping/rows/retire-row"
import { returnRow } from "@/lib/mapping/rows/return-row"
import { setClock } from "@/lib/platform/clock"
import { transaction } from "@/lib/platform/database"
import { env } from "@/lib/platform/env"
import { fillLinks } from "@/lib/reactions/fill-links"
import {
  type BacklinkPage,
  listDocumentBacklinks,
  listMeetingBacklinks,
  listRowBacklinks,
} from "./backlink-queries"
import * as inPublic from "./public-queries"

const { owner } = await testDatabase()
let group: { id: string; slug: string }
let chair: SignedIn
let mapping: MappingScene
let meetingId: string
let plan: { id: string }
let at: { group: string; table: string }

beforeEach(async () => {
  group = await makeGroup(owner)
  chair = await makeActor(owner, { name: "Hyejin Abara", roles: { [group.id]: "co-chair" } })
  mapping = await makeMapping(owner, group.id)
  meetingId = (await arrangeMeeting(owner, { groupId: group.id, number: 33 })).id
  const home = `${env().origin}/${group.slug}`
  at = { group: home, table: `${home}/mapping/${mapping.mandateSlug}` }
  plan = await begin("Plan")
})
afterEach(() => setClock(undefined))

const line = (href: string, text: string) => ({
  type: "paragraph" as const,
  content: [{ type: "text" as const, text, marks: [{ type: "link" as const, attrs: { href } }] }],
})
const begin = (title: string, href?: string) =>
  transaction((tx) =>
    beginDocument(tx, {
      ...{ groupId: group.id, title, authorId: null },
      text: { schema: 2, content: href ? [line(href, "the row")] : [] },
    }),
  )
const publish = async (documentId: string) => {
  await makeVersion(chair, { documentId, revision: 1, name: "First", note: "" })
  const { id: versionId } = await getVersion(chair, { groupId: group.id, documentId }, 1)
  await publishVersion(chair, { versionId })
}
const activity = (link: string, title: string, years: number[] = []): Activity => ({
  ...{ id: crypto.randomUUID(), title, kind: "bpf", years, link, body: "" },
})
const save = (field: string, base: number, value: unknown, rowId = mapping.rowId) =>
  saveCells(
    chair,
    saveCellsInput.parse({
      mappingId: mapping.mappingId,
      cells: [{ rowId, field, base, value }],
    }),
  )
const freeze = async () => {
  const { mappingId } = mapping
  const { number: edition, mark } = await composeEdition(owner, mappingId)
  const [now] = await owner.select().from(mappings).where(eq(mappings.id, mappingId))
  return freezeEdition(chair, { mappingId, edition, mark, change: now?.change ?? -1, note: "" })
}
const told = ({ shown }: Pick<BacklinkPage, "shown"> | inPublic.PublicBacklinks) =>
  shown.map(({ from, words }) =>
    from.kind === "row" ? [from.number, from.suggests, words] : [from.kind, words],
  )
const ofMeeting = async () => told(await listMeetingBacklinks(chair, group.id, meetingId))
const ofPlan = async () => told(await listDocumentBacklinks(chair, group.id, plan.id))
const ofMeetingInPublic = () => inPublic.listReportBacklinks(group.slug, 33, [])
const ofPlanInPublic = () => inPublic.listDocumentBacklinks(group.slug, "plan")
const ofRowInPublic = async () =>
  (await inPublic.listRowBacklinks(group.slug, mapping.mandateSlug, [1, 2], 5)).get(1)

test("a row speaks by the links of its synergies and activities, as long as they stand", async () => {
  await save("synergies", 0, [line(`${at.group}/documents/plan`, "our plan")])
  await save("activities", 0, [
    activity(`${at.group}/meetings/33`, "The call"),
    activity("https://elsewhere.example.org/wg/meetings/33", "Another call"),
  ])
  expect(await ofMeeting()).toEqual([[1, "Suggestion 1", "The call"]])
  expect(await ofPlan()).toEqual([[1, "Suggestion 1", "our plan"]])
  await save("suggests", 0, "Connect everybody")
  expect(await ofMeeting()).toEqual([[1, "Connect everybody", "The call"]])
  await save("activities", 1, [])
  expect(await ofMeeting()).toEqual([])
  expect(await ofPlan()).toEqual([[1, "Connect everybody", "our plan"]])
  // The last link leaves, and nothing that stays leads into the portal.
  await save("synergies", 1, [])
  expect(await ofPlan()).toEqual([])
})

test("a row speaks of another row and never of itself; a retired one says nothing until it returns", async () => {
  const areaId = mapping.areas[1] ?? ""
  const other = await makeRow(owner, { mappingId: mapping.mappingId, areaId, number: 2 })
  await save("synergies", 0, [
    line(`${at.table}?row=1`, "myself"),
    line(`${at.table}?row=2`, "the next row"),
  ])
  const of = async (rowId: string) => told(await listRowBacklinks(chair, group.id, rowId))
  expect(await of(other.id)).toEqual([[1, "Suggestion 1", "the next row"]])
  expect(await of(mapping.rowId)).toEqual([])
  await retireRow(chair, { rowId: mapping.rowId, reason: "Twice", way: "grid" })
  expect(await listRowBacklinks(chair, group.id, other.id)).toMatchObject({ shown: [], all: 0 })
  await returnRow(chair, { rowId: mapping.rowId, way: "grid" })
  expect(await of(other.id)).toHaveLength(1)
})

test("in public a row says what it says in the newest edition, and nothing before there is one", async () => {
  await save("synergies", 0, [line(`${at.group}/documents/plan`, "our plan")])
  await save("activities", 0, [activity(`${at.group}/meetings/33`, "The call")])
  expect(await ofPlanInPublic()).toEqual({ shown: [], more: 0 })
  expect(await ofMeetingInPublic()).toEqual({ shown: [], more: 0 })
  await freeze()
  expect(told(await ofPlanInPublic())).toEqual([[1, "Suggestion 1", "our plan"]])
  // What is worked on since is nobody's business.
  await save("suggests", 0, "Secret words")
  await save("synergies", 1, [])
  expect(await ofPlan()).toEqual([])
  expect(told(await ofPlanInPublic())).toEqual([[1, "Suggestion 1", "our plan"]])
  await freeze()
  expect(await ofPlanInPublic()).toEqual({ shown: [], more: 0 })
  await retireRow(chair, { rowId: mapping.rowId, reason: "Twice", way: "grid" })
  await makeRow(owner, {
    ...{ mappingId: mapping.mappingId, areaId: mapping.areas[0] ?? "", number: 2 },
  })
  await freeze()
  expect(await owner.select().from(publishedLinks)).not.toContainEqual(
    expect.objectContaining({ fromRowId: mapping.rowId }),
  )
})

test("an activity that moves to the annex takes its link with it", async () => {
  setClock(() => new Date("2022-07-01T10:00:00Z"))
  await save("activities", 0, [activity(`${at.group}/documents/plan`, "Plan of 2020", [2020])])
  expect(await ofPlan()).toHaveLength(1)
  await freeze()
  expect(await ofPlan()).toEqual([])
  expect((await ofPlanInPublic()).shown).toEqual([])
})

test("at a row the public reads what is published and speaks of it; a draft is not even counted", async () => {
  await freeze()
  const letter = await begin("Letter", `${at.table}?row=1`)
  expect(await ofRowInPublic()).toBeUndefined()
  expect(told(await listRowBacklinks(chair, group.id, mapping.rowId))).toEqual([
    ["document", "the row"],
  ])
  await publish(letter.id)
  await begin("Draft", `${at.table}?row=1`)
  expect(await ofRowInPublic()).toMatchObject({
    shown: [{ from: { kind: "document", slug: "letter", title: "Letter" } }],
    more: 0,
  })
  // Another group's table of the same mandate has rows of the same numbers.
  const far = await makeGroup(owner)
  expect(await inPublic.listRowBacklinks(far.slug, mapping.mandateSlug, [1], 5)).toEqual(new Map())
})

test("nobody from outside the group is told what speaks of it", async () => {
  await save("synergies", 0, [line(`${at.group}/documents/plan`, "our plan")])
  const far = await makeGroup(owner)
  const stranger = await makeActor(owner, { roles: { [far.id]: "co-chair" } })
  for (const ask of [
    listDocumentBacklinks(stranger, group.id, plan.id),
    listMeetingBacklinks(stranger, group.id, meetingId),
    listRowBacklinks(stranger, group.id, mapping.rowId),
  ])
    await expect(ask).rejects.toMatchObject({ code: "not_found" })
  // Whoever may ask in their own group finds nothing there of another's.
  expect(await listDocumentBacklinks(stranger, far.id, plan.id)).toMatchObject({ all: 0 })
})

test("rows from before their links were kept have them filled, inside and in public", async () => {
  await save("synergies", 0, [line(`${at.group}/documents/plan`, "our plan")])
  await freeze()
  for (const table of [backlinks, publishedLinks, linkFills]) await owner.delete(table)
  expect(await ofPlan()).toEqual([])
  await fillLinks(() => false)
  expect(await ofPlan()).toEqual([[1, "Suggestion 1", "our plan"]])
  expect(told(await ofPlanInPublic())).toEqual([[1, "Suggestion 1", "our plan"]])
})

test("of ten thousand links a page shows a hundred, and says how many there are", async () => {
  await owner.execute(sql`
    insert into mapping_rows (mapping_id, number, area_id, position, suggests)
    select ${mapping.mappingId}, n, ${mapping.areas[0]}, n, 'Suggestion ' || n
    from generate_series(2, 10000) n`)
  await freeze()
  for (const table of [backlinks, publishedLinks])
    await owner.execute(sql`
      insert into ${table} (group_id, from_row_id, target, target_id, words)
      select ${group.id}, id, 'document', ${plan.id}, 'words ' || number
      from mapping_rows where mapping_id = ${mapping.mappingId}`)
  const page = (of: number) => listDocumentBacklinks(chair, group.id, plan.id, of)
  const first = await page(1)
  expect(first).toMatchObject({ page: 1, pages: 100, all: 10_000 })
  const numbers = (of: BacklinkPage) => told(of).map(([number]) => number)
  expect(numbers(first)).toEqual(Array.from({ length: 100 }, (_, place) => place + 1))
  expect(numbers(await page(100)).at(-1)).toBe(10_000)
  // One behind the last is the last.
  expect(await page(900)).toEqual(await page(100))
  const open = await ofPlanInPublic()
  expect([open.shown.length, open.more]).toEqual([100, 9_900])
  expect(told(open)[99]).toEqual([100, "Suggestion 100", "words 100"])
})
