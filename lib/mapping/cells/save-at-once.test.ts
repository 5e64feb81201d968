import { randomUUID } from "node:crypto"
import { and, asc, eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mappingChanges, mappingRows, mappings } from "@/db/schema/mapping"
import { threads } from "@/db/schema/threads"
import type { Actor } from "@/lib/platform/actor"
import { transaction } from "@/lib/platform/database"
import { holdMapping } from "../hold"
import { saveCellsInput } from "../input"
import type { CellSave } from "../model"
import { recordEdited } from "../record-edited"
import { saveAtOnce } from "./save-at-once"
import { writeCells } from "./write-cells"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const row = (number: number) =>
    makeRow(app, {
      ...{ mappingId: mapping.mappingId, areaId: mapping.areas[0] ?? "", number },
      suggests: "Connect schools",
    })
  const atOnce = (cell: CellSave, actor: Actor = scene.member) =>
    saveAtOnce(actor, { mappingId: mapping.mappingId, cell, way: "grid" })
  return { ...scene, ...mapping, row, atOnce }
}

const stored = async (id: string) =>
  (await app.select().from(mappingRows).where(eq(mappingRows.id, id)))[0]
const historyOf = (rowId: string) =>
  app.select().from(mappingChanges).where(eq(mappingChanges.rowId, rowId))

const paragraph = [{ type: "paragraph", content: [{ type: "text", text: "Speaks of schools" }] }]
const activity = {
  ...{ id: randomUUID(), title: "Meaningful access", kind: "policy-network", years: [2021] },
  ...{ link: "https://example.org/pn", body: "" },
}
const values = [
  ["suggests", ['Connect "every"\nschool', "", "Again: \\u0041 ✓"]],
  ["citation", [{ mandate: "A/74/821", paragraph: "93 (a)" }]],
  ["activities", [[activity], []]],
  ["synergies", [paragraph, []]],
  ["status", ["done", "under-way"]],
  ["confirmed", ["2024-02-29", null, "2024-03-01"]],
] as const

describe("one cell saved at once", () => {
  test.each(values)("%s is kept, told and recorded as by the long way", async (field, all) => {
    const { mappingId, member, row, atOnce, groupId } = await arrange()
    const [short, long] = [await row(2), await row(3)]
    const begun = await app.select().from(events).where(eq(events.groupId, groupId))
    for (const [base, value] of all.entries()) {
      const cell = (rowId: string) => ({ rowId, field, base, value }) as unknown as CellSave
      expect(await atOnce(cell(short.id))).toEqual({
        change: 2 * base + 1,
        cells: [{ rowId: short.id, field, revision: base + 1 }],
      })
      await transaction(async (tx) => {
        const held = await holdMapping(tx, mappingId)
        const cells = [cell(long.id)]
        const { rows } = await writeCells(tx, held, { actor: member, way: "grid", cells })
        await recordEdited(tx, held, { actor: member, rows, fields: [field] })
      })
    }
    const own = { id: "", number: 0, position: 0, createdAt: null }
    expect({ ...(await stored(short.id)), ...own }).toEqual({ ...(await stored(long.id)), ...own })
    const told = async (rowId: string) =>
      (await historyOf(rowId)).map(({ rowId: _, change, at: __, ...one }) => ({
        ...{ ...one, parity: Math.ceil(change / 2) },
      }))
    expect(await told(short.id)).toEqual(await told(long.id))
    const recorded = (await app.select().from(events).where(eq(events.groupId, groupId)))
      .slice(begun.length)
      .map(({ id: _, at: __, data, ...one }) => ({ ...one, data: { ...Object(data), rows: [] } }))
    expect(recorded).toHaveLength(2 * all.length)
    expect(recorded.filter((_, place) => place % 2 === 0)).toEqual(
      recorded.filter((_, place) => place % 2 === 1),
    )
  })

  test("has an event with its row, at the instant of its change, and a job for it", async () => {
    const { atOnce, row, mappingId } = await arrange()
    const { id, number } = await row(7)
    await atOnce({ rowId: id, field: "status", base: 0, value: "done" })
    const found = await app
      .select()
      .from(events)
      .where(and(eq(events.subjectId, mappingId), eq(events.name, "mapping.edited")))
    expect(found).toMatchObject([{ data: { rows: [number], count: 1, fields: ["status"] } }])
    const [event] = found
    expect(await historyOf(id)).toMatchObject([{ at: event?.at }])
    const jobs = await app.execute(
      sql`select name from pgboss.job where data->>'eventId' = ${String(event?.id)}`,
    )
    expect([...jobs]).toEqual([{ name: "events" }])
  })

  test("writes nothing where somebody changed it since, where it would not change, where the row is retired", async () => {
    const { atOnce, rowId, row, member, other } = await arrange()
    const cell = (base: number, value: string): CellSave => ({
      ...{ rowId, field: "suggests", base, value },
    })
    expect(await atOnce(cell(0, "Suggestion 1"))).toBeNull()
    expect(await atOnce(cell(1, "Of another time"))).toBeNull()
    await atOnce(cell(0, "First"))
    expect(await atOnce(cell(0, "Second"), other)).toBeNull()
    const { id } = await row(2)
    await app
      .update(mappingRows)
      .set({ retiredAt: new Date(), retiredReason: "Said twice", retiredBy: member.personId })
      .where(eq(mappingRows.id, id))
    expect(await atOnce({ rowId: id, field: "status", base: 0, value: "done" })).toBeNull()
    expect(await historyOf(id)).toEqual([])
    expect(await stored(rowId)).toMatchObject({ suggests: "First", revisions: { suggests: 1 } })
    expect(await historyOf(rowId)).toHaveLength(1)
  })

  test("is for who may edit in the group, and for rows of the mapping it names", async () => {
    const { atOnce, rowId, groupId } = await arrange()
    const elsewhere = await arrange()
    const done = { field: "status", base: 0, value: "done" } as const
    const outsider = await makeActor(app)
    const cell: CellSave = { rowId, ...done }
    expect(await atOnce(cell, outsider)).toBeNull()
    expect(await atOnce(cell, elsewhere.chair)).toBeNull()
    expect(await atOnce(cell, { kind: "public" })).toBeNull()
    expect(await atOnce({ rowId: elsewhere.rowId, ...done })).toBeNull()
    expect(await stored(elsewhere.rowId)).toMatchObject({ status: "open" })
    const secretary = { ...outsider, secretariat: true }
    expect(await atOnce(cell, secretary)).toMatchObject({ change: 1 })
    const member = await makeActor(app, { roles: { [groupId]: "member" } })
    const next: CellSave = { rowId, field: "status", base: 1, value: "open" }
    expect(await atOnce(next, member)).toMatchObject({ change: 2 })
  })

  test("leaves to the long way what asks for more than its own row", async () => {
    const { atOnce, rowId, areas, other } = await arrange()
    const attrs = { personId: other.personId, label: other.name }
    const mention = [{ type: "paragraph", content: [{ type: "mention", attrs }] }]
    const others = [
      { field: "area", value: areas[1] },
      { field: "responsible", value: other.personId },
      { field: "scope", value: { scope: "in", reason: "It is theirs" } },
      { field: "synergies", value: mention },
    ]
    for (const one of others)
      expect(await atOnce({ rowId, base: 0, ...one } as unknown as CellSave)).toBeNull()
    expect(await historyOf(rowId)).toEqual([])
  })

  test("of a revision that no cell can have is refused before the database is asked", async () => {
    const { rowId, mappingId, atOnce } = await arrange()
    const cell = (base: number) => ({ rowId, field: "status", base, value: "done" }) as const
    const read = (base: number) =>
      saveCellsInput.safeParse({ mappingId, cells: [cell(base)] }).success
    expect([2 ** 31 - 2, 2 ** 31 - 1, 2 ** 31].map(read)).toEqual([true, false, false])
    expect(await atOnce(cell(2 ** 31 - 2))).toBeNull()
  })

  test("waits for nobody who speaks of the row meanwhile, as by a comment", async () => {
    const { rowId, atOnce, groupId } = await arrange()
    await transaction(async (tx) => {
      await tx.insert(threads).values({
        ...{ groupId, rowId, about: "text" },
      })
      expect(await atOnce({ rowId, field: "status", base: 0, value: "done" })).not.toBeNull()
    })
  })

  test("of many who change cells of many rows at once all are kept, with numbers without gaps", async () => {
    const { member, other, mappingId, row, atOnce } = await arrange()
    const rows = await Promise.all(Array.from({ length: 6 }, (_, place) => row(place + 2)))
    const fields = ["suggests", "status"] as const
    const wanted = { suggests: "Said at once", status: "done" }
    const answers = await Promise.all(
      rows.flatMap(({ id: rowId }, who) =>
        fields.map((field) => {
          const cell = { rowId, field, base: 0, value: wanted[field] } as CellSave
          return atOnce(cell, who % 2 ? member : other)
        }),
      ),
    )
    const saved = answers.filter((answer) => answer !== null)
    const counted = Array.from({ length: rows.length * fields.length }, (_, place) => place + 1)
    expect(saved.map(({ change }) => change).sort((one, two) => one - two)).toEqual(counted)
    const history = await app
      .select({ change: mappingChanges.change })
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
      .orderBy(asc(mappingChanges.change))
    expect(history.map(({ change }) => change)).toEqual(counted)
    for (const { id } of rows)
      expect(await stored(id)).toMatchObject({ ...wanted, revisions: { suggests: 1, status: 1 } })
    const [mapping] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    expect(mapping?.change).toBe(counted.length)
  })
})
