import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { saveCells } from "../cells/save-cells"
import { saveCellsInput } from "../input"
import { retireRow } from "./retire-row"
import { retireRows } from "./retire-rows"
import { returnRow } from "./return-row"
import { returnRows } from "./return-rows"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const { mappingId, areas, rowId } = await makeMapping(app, scene.groupId)
  const [areaId = ""] = areas
  const rows = await Promise.all(
    [2, 3, 4].map((number) => makeRow(app, { mappingId, areaId, number })),
  )
  const reason = "Adding it was taken back"
  const rowIds = rows.map(({ id }) => id)
  const given = { mappingId, rowIds, reason, since: 0, way: undefined }
  return { ...scene, mappingId, areas, rowId, rowIds, reason, given }
}

const standing = async (mappingId: string) =>
  (
    await app
      .select({ number: mappingRows.number, reason: mappingRows.retiredReason })
      .from(mappingRows)
      .where(eq(mappingRows.mappingId, mappingId))
      .orderBy(mappingRows.number)
  ).map(({ number, reason }) => (reason ? `${number}: ${reason}` : String(number)))
const told = async (mappingId: string) =>
  (await app.select().from(events).where(eq(events.subjectId, mappingId)).orderBy(events.id)).map(
    ({ name, data }) => ({ name, data }),
  )

describe("many rows at once", () => {
  test("are retired together, each in the history, with one event; sent twice they are retired once", async () => {
    const { member, given, mappingId, rowIds, reason } = await arrange()
    expect(await retireRows(member, given)).toEqual({ change: 3, stayed: [] })
    expect(await standing(mappingId)).toEqual(["1", ...[2, 3, 4].map((row) => `${row}: ${reason}`)])
    const history = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
      .orderBy(mappingChanges.change)
    expect(history.map(({ rowId }) => rowId)).toEqual(rowIds)
    expect(history[0]).toMatchObject({ field: "retired", way: "undo", after: { reason } })
    expect(await told(mappingId)).toMatchObject([
      { name: "mapping.rowsRetired", data: { rows: [2, 3, 4], count: 3, reason } },
    ])
    expect(await retireRows(member, given)).toEqual({ change: 3, stayed: [] })
    expect(await told(mappingId)).toHaveLength(1)
  })

  test("come back together, and one that somebody else retired stays retired with their reason", async () => {
    const { member, other, given, mappingId, rowIds, reason } = await arrange()
    const [first = "", second = "", third = ""] = rowIds
    await retireRow(other, { rowId: second, reason: "Said twice", way: "grid" })
    await retireRows(member, given)
    // Brought back by somebody, and retired again on purpose: that is no part of the undo.
    await returnRow(other, { rowId: third, way: "grid" })
    await retireRow(member, { rowId: third, reason, way: "grid" })
    expect(await returnRows(member, given)).toEqual({ change: 6, stayed: [second, third] })
    expect(await standing(mappingId)).toEqual(["1", "2", "3: Said twice", `4: ${reason}`])
    const returned = await app
      .select({ rowId: mappingChanges.rowId, before: mappingChanges.before })
      .from(mappingChanges)
      .where(sql`${mappingChanges.change} = 6 and ${mappingChanges.mappingId} = ${mappingId}`)
    expect(returned).toEqual([{ rowId: first, before: { reason } }])
    expect((await told(mappingId)).at(-1)).toMatchObject({
      ...{ name: "mapping.rowsReturned", data: { rows: [2], count: 1 } },
    })
    expect(await returnRows(other, given)).toEqual({ change: 6, stayed: [second, third] })
  })

  test("stay where somebody else wrote in them after what the page knew of, and are named", async () => {
    const { member, other, given, mappingId, rowIds, reason } = await arrange()
    const [first = "", second = "", third = ""] = rowIds
    const write = (actor: typeof other, rowId: string) =>
      saveCells(
        actor,
        saveCellsInput.parse({
          mappingId,
          cells: [{ rowId, field: "status", base: 0, value: "done" }],
        }),
      )
    const { change: since } = await write(other, first)
    await write(member, second)
    await write(other, third)
    expect(await retireRows(member, { ...given, since })).toEqual({ change: 5, stayed: [third] })
    expect(await standing(mappingId)).toEqual(["1", `2: ${reason}`, `3: ${reason}`, "4"])
    expect((await told(mappingId)).at(-1)).toMatchObject({ data: { rows: [2, 3], count: 2 } })
  })

  test("are left alone where one is of another mapping, or the group is not theirs", async () => {
    const { member, given, mappingId, rowIds } = await arrange()
    const elsewhere = await arrange()
    for (const astray of [elsewhere.rowId, randomUUID()])
      await expect(
        retireRows(member, { ...given, rowIds: [...rowIds, astray] }),
      ).rejects.toMatchObject({ code: "not_found" })
    const outsider = await makeActor(app)
    for (const verb of [retireRows, returnRows])
      await expect(verb(outsider, given)).rejects.toMatchObject({ code: "not_found" })
    expect(await standing(mappingId)).toEqual(["1", "2", "3", "4"])
    const [mapping] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    expect(mapping?.change).toBe(0)
  })
})

describe("a block with rows of its own", () => {
  const block = (mappingId: string, rows: { id: string; areaId: string }[], more: object[] = []) =>
    saveCellsInput.parse({
      ...{ mappingId, way: "paste", added: rows },
      cells: [
        ...more,
        ...rows.map(({ id }, at) => ({
          ...{ rowId: id, field: "suggests", base: 0, value: `Pasted ${at}` },
        })),
      ],
    })
  const newRows = (areaId: string | undefined, count: number) =>
    Array.from({ length: count }, () => ({ id: randomUUID(), areaId: areaId ?? "" }))

  test("is saved in one go, with two events; sent twice its rows are added once", async () => {
    const { member, mappingId, areas, rowId } = await arrange()
    const rows = newRows(areas[0], 3)
    const given = block(mappingId, rows, [
      { rowId, field: "suggests", base: 0, value: "Pasted above" },
    ])
    const saved = await saveCells(member, given)
    expect(saved).toMatchObject({ change: 7, rows: [5, 6, 7].map((number) => ({ number })) })
    expect(saved.rows?.map(({ id }) => id)).toEqual(rows.map(({ id }) => id))
    const words = async () =>
      (await app.select().from(mappingRows).where(eq(mappingRows.mappingId, mappingId)))
        .sort((one, other) => one.number - other.number)
        .map(({ number, suggests }) => `${number} ${suggests}`)
    const after = ["5 Pasted 0", "6 Pasted 1", "7 Pasted 2"]
    expect((await words()).slice(-3)).toEqual(after)
    expect(await told(mappingId)).toMatchObject([
      { name: "mapping.rowsAdded", data: { rows: [5, 6, 7], count: 3 } },
      { name: "mapping.edited", data: { count: 4 } },
    ])
    expect(await saveCells(member, given)).toMatchObject({ change: 7, cells: saved.cells })
    expect((await words()).slice(-3)).toEqual(after)
    expect(await told(mappingId)).toHaveLength(2)
  })

  test("adds no row where one of its cells clashes, or where an area is of another mapping", async () => {
    const { member, other, mappingId, areas, rowId, groupId } = await arrange()
    const [mine] = [{ rowId, field: "suggests", base: 0, value: "Mine" }]
    await saveCells(
      other,
      saveCellsInput.parse({ mappingId, cells: [{ ...mine, value: "Theirs" }] }),
    )
    const before = await standing(mappingId)
    const clashing = saveCells(member, block(mappingId, newRows(areas[0], 2), [mine]))
    await expect(clashing).rejects.toMatchObject({ key: "mapping.clash" })
    const elsewhere = await makeMapping(app, groupId)
    const astray = saveCells(member, block(mappingId, newRows(elsewhere.areas[0], 1)))
    await expect(astray).rejects.toMatchObject({ key: "mapping.noArea" })
    const taken = [{ id: elsewhere.rowId, areaId: areas[0] ?? "" }]
    await expect(saveCells(member, block(mappingId, taken))).rejects.toMatchObject({
      code: "not_found",
    })
    expect(await standing(mappingId)).toEqual(before)
  })

  test("may be of blank rows alone", async () => {
    const { member, mappingId, areas } = await arrange()
    const given = { mappingId, cells: [], added: newRows(areas[0], 2) }
    expect(await saveCells(member, saveCellsInput.parse(given))).toMatchObject({
      ...{ change: 2, cells: [], rows: [{ number: 5 }, { number: 6 }] },
    })
  })
})
