import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { listAreas } from "../areas/area-queries"
import { removeArea } from "../areas/remove-area"
import { saveCells } from "../cells/save-cells"
import { retireRow } from "./retire-row"
import { getRow, historyLength, listHistory, listRetired, namesOfHistory } from "./row-queries"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const address = { group: group?.slug ?? "", mandate: mapping.mandateSlug }
  const [first = "", second = ""] = mapping.areas
  return { ...scene, ...mapping, address, first, second }
}

test("a row knows the rows around it, across areas and without retired ones", async () => {
  const { member, mappingId, first, second, address } = await arrange()
  const rows = [
    { areaId: first, number: 2, position: 0.5 },
    { areaId: second, number: 3, position: 1 },
    { areaId: first, number: 4, position: 2 },
  ]
  const made = []
  for (const row of rows) made.push(await makeRow(app, { mappingId, ...row }))
  const around = async (number: number) => {
    const { before, after, beside } = await getRow(member, address, number)
    return [before, after, beside.map((row) => row.number)]
  }
  expect(await around(2)).toEqual([null, 1, [1, 4]])
  expect(await around(1)).toEqual([2, 4, [2, 4]])
  expect(await around(3)).toEqual([4, null, []])
  await retireRow(member, { rowId: made[2]?.id ?? "", reason: "Twice" })
  expect(await around(1)).toEqual([2, 3, [2]])
  expect(await around(4)).toEqual([null, null, [2, 1]])
  const { mapping } = await getRow(member, address, 1)
  expect(await listRetired(mapping)).toMatchObject([
    { number: 4, area: "Global connectivity", reason: "Twice", by: member.name },
  ])
  expect(await listAreas(mapping)).toMatchObject([
    { slug: "connectivity", rows: 3, retired: 1 },
    { slug: "inclusion", rows: 1, retired: 0 },
  ])
})

test("a row is for members, and one that is not there is not found", async () => {
  const { member, address } = await arrange()
  await expect(getRow(member, address, 9)).rejects.toMatchObject({ code: "not_found" })
  await expect(getRow(await makeActor(app), address, 1)).rejects.toMatchObject({
    code: "not_found",
  })
})

test("a history tells each change, page by page, of one cell or of all", async () => {
  const { member, mappingId, rowId } = await arrange()
  for (let base = 0; base <= historyLength; base++)
    await saveCells(member, {
      ...{ mappingId, way: "grid" },
      cells: [{ rowId, field: "suggests", base, value: `Words ${base}` }],
    })
  await saveCells(member, {
    ...{ mappingId, way: "form" },
    cells: [{ rowId, field: "status", base: 0, value: "done" }],
  })
  const all = await listHistory(rowId, { field: null, from: null })
  expect(all.entries).toHaveLength(historyLength)
  expect(all.more).toBe(true)
  expect(all.entries[0]).toMatchObject({
    ...{ field: "status", before: "open", after: "done", by: member.name, way: "form" },
  })
  const older = await listHistory(rowId, { field: null, from: all.entries.at(-1)?.change ?? 0 })
  expect(older).toMatchObject({ more: false, entries: [{ change: 2 }, { change: 1 }] })
  const one = await listHistory(rowId, { field: "status", from: null })
  expect(one.entries.map(({ field }) => field)).toEqual(["status"])
})

test("a history names an area that is gone, and somebody who left", async () => {
  const { member, other, mappingId, rowId, first, second, address } = await arrange()
  const save = (field: "area" | "responsible", base: number, value: string) =>
    saveCells(member, {
      ...{ mappingId, way: "form" },
      cells: [{ rowId, field, base, value }],
    })
  await save("area", 0, second)
  await save("area", 1, first)
  await save("responsible", 0, other.personId)
  await removeArea(member, { areaId: second })
  const found = await getRow(member, address, 1)
  expect(await namesOfHistory({ ...found, people: [] })).toEqual({
    areas: [{ id: second, name: "Digital inclusion" }],
    people: [{ id: other.personId, name: other.name }],
  })
})
