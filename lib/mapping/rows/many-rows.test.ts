import { randomUUID } from "node:crypto"
import { eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { retireRow } from "./retire-row"
import { retireRows } from "./retire-rows"
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
  const given = { mappingId, rowIds, reason, way: undefined }
  return { ...scene, mappingId, rowId, rowIds, reason, given }
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
    expect(await retireRows(member, given)).toEqual({ change: 3 })
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
    expect(await retireRows(member, given)).toEqual({ change: 3 })
    expect(await told(mappingId)).toHaveLength(1)
  })

  test("come back together, and one that somebody else retired keeps their reason until then", async () => {
    const { member, other, given, mappingId, rowIds } = await arrange()
    const [, second = ""] = rowIds
    await retireRow(other, { rowId: second, reason: "Said twice", way: "grid" })
    await retireRows(member, given)
    expect((await standing(mappingId))[2]).toBe("3: Said twice")
    expect(await returnRows(member, given)).toEqual({ change: 6 })
    expect(await standing(mappingId)).toEqual(["1", "2", "3", "4"])
    const [last] = await app
      .select({ before: mappingChanges.before })
      .from(mappingChanges)
      .where(sql`${mappingChanges.rowId} = ${second} and ${mappingChanges.field} = 'returned'`)
    expect(last?.before).toEqual({ reason: "Said twice" })
    expect((await told(mappingId)).at(-1)).toMatchObject({
      ...{ name: "mapping.rowsReturned", data: { rows: [2, 3, 4], count: 3 } },
    })
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
