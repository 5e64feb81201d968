import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { saveCells } from "./cells/save-cells"
import { getMapping, readTable } from "./queries"
import { readRecentTable } from "./recent-table"

const { app } = await testDatabase()

test("the page and its grid have one reading, and after a change it is read anew", async () => {
  const { member, groupId } = await arrangeScene(app)
  const { mandateSlug, mappingId, rowId } = await makeMapping(app, groupId)
  const [group] = await app.select().from(groups).where(eq(groups.id, groupId))
  const mapping = () => getMapping(member, group?.slug ?? "", mandateSlug)
  const [first, second] = [readRecentTable(await mapping()), readRecentTable(await mapping())]
  expect(second).toBe(first)
  expect(await first).toEqual(await readTable(await mapping()))

  const cells = [{ rowId, field: "suggests" as const, base: 0, value: "In other words" }]
  await saveCells(member, { mappingId, way: "grid", cells })
  const after = await readRecentTable(await mapping())
  expect(after.rows.find(({ id }) => id === rowId)?.cells.suggests).toBe("In other words")
})

test("a reading that failed is not handed on", async () => {
  const mapping = { id: crypto.randomUUID(), group: { id: "" }, change: 0 } as Parameters<
    typeof readRecentTable
  >[0]
  const failing = () => Promise.reject(new Error("The database is away"))
  await expect(readRecentTable(mapping, failing)).rejects.toThrow("away")
  const table = { areas: [], people: [], rows: [] }
  expect(await readRecentTable(mapping, async () => table)).toBe(table)
})
