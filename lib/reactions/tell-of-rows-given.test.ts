import { desc, eq } from "drizzle-orm"
import { beforeEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { type MappingScene, makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor, makePerson } from "@/db/factories/people"
import { arrangeScene, type Known, type Scene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { notices } from "@/db/schema/notices"
import { saveCells } from "@/lib/mapping/cells/save-cells"
import { saveCellsInput } from "@/lib/mapping/input"
import type { Way } from "@/lib/mapping/model"
import { noticeSentence } from "@/lib/notices/sentence"
import { mergePeople } from "@/lib/people/merge"
import { translatorFor } from "@/lib/platform/i18n"
import { reactTo } from "./react"

const { owner } = await testDatabase()
let scene: Scene
let mapping: MappingScene
let rowIds: string[]
let base = 0
beforeEach(async () => {
  scene = await arrangeScene(owner)
  mapping = await makeMapping(owner, scene.groupId)
  const areaId = mapping.areas[0] ?? ""
  const second = await makeRow(owner, { mappingId: mapping.mappingId, areaId, number: 2 })
  rowIds = [mapping.rowId, second.id]
  base = 0
})

/** Makes somebody responsible, and lets follow what follows, twice as after a crash. */
async function give(value: string | null, rows: readonly string[], way: Way = "grid") {
  const cells = rows.map((rowId) => ({ rowId, field: "responsible", base, value }))
  base += 1
  await saveCells(scene.member, saveCellsInput.parse({ mappingId: mapping.mappingId, way, cells }))
  const [last] = await owner.select().from(events).orderBy(desc(events.id)).limit(1)
  await reactTo(last?.id ?? 0)
  await reactTo(last?.id ?? 0)
}

const noticesOf = ({ personId }: Pick<Known, "personId">) =>
  owner.select().from(notices).where(eq(notices.personId, personId)).orderBy(notices.createdAt)

test("whoever is made responsible for rows is told once, with the way to them", async () => {
  const { other } = scene
  await give(other.personId, rowIds.slice(0, 1))
  const [one, ...more] = await noticesOf(other)
  expect(more).toEqual([])
  expect(one).toMatchObject({
    kind: "action-given",
    href: expect.stringMatching(/\/mapping\/[^/]+\/rows\/1$/),
    data: { row: 1, rows: 1, by: "Ilva Morandini" },
  })
  await give(null, rowIds.slice(0, 1))
  base = 0
  await give(other.personId, rowIds.slice(1))
  expect(await noticesOf(other)).toHaveLength(2)
})

test("of many rows at once one notice tells, and leads to all of them", async () => {
  const { other } = scene
  await give(other.personId, rowIds)
  const all = await noticesOf(other)
  expect(all).toMatchObject([
    {
      href: expect.stringMatching(new RegExp(`\\?responsible=${other.personId}$`)),
      data: { rows: 2 },
    },
  ])
  const data = { ...Object(all[0]?.data), title: "Roadmap" }
  const said = (rows: number) =>
    noticeSentence(
      { kind: "action-given", data: { ...data, rows } },
      { t: translatorFor("en"), locale: "en", zone: "UTC" },
    )
  expect(said(2)).toBe("Ilva Morandini made you responsible for 2 rows of the mapping “Roadmap”")
  expect(said(1)).toBe("Ilva Morandini made you responsible for Row 1 of the mapping “Roadmap”")
})

test("nobody is told of a row that they took themselves, or that an undo gave back", async () => {
  const { member, other } = scene
  await give(member.personId, rowIds)
  await give(other.personId, rowIds, "undo")
  for (const person of [member, other]) expect(await noticesOf(person)).toEqual([])
})

test("two records of one person that become one give them nothing", async () => {
  const desk = await makeActor(owner, { secretariat: true })
  const merged = await makePerson(owner, { name: "Chiara Nuñez Ødegård" })
  const areaId = mapping.areas[0] ?? ""
  await makeRow(owner, {
    ...{ mappingId: mapping.mappingId, areaId, number: 9, responsibleId: merged.id },
  })
  await mergePeople(desk, { keptId: scene.other.personId, mergedId: merged.id })
  const [edited] = await owner
    .select()
    .from(events)
    .where(eq(events.name, "mapping.edited"))
    .orderBy(desc(events.id))
  await reactTo(edited?.id ?? 0)
  expect(edited).toBeDefined()
  expect(await noticesOf(scene.other)).toEqual([])
})
