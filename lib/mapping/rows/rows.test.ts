import { randomUUID } from "node:crypto"
import { and, asc, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { mappingAreas, mappingChanges, mappingRows } from "@/db/schema/mapping"
import { publicActor } from "@/lib/platform/actor"
import { saveCells } from "../cells/save-cells"
import { addRowInput, retireRowInput } from "../input"
import { addRow } from "./add-row"
import { moveRow } from "./move-row"
import { between } from "./place-row"
import { retireRow } from "./retire-row"
import { returnRow } from "./return-row"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const [first = "", second = ""] = mapping.areas
  return { ...scene, ...mapping, first, second }
}

const rowOf = async (id: string) =>
  (await app.select().from(mappingRows).where(eq(mappingRows.id, id)))[0]
const orderOf = async (areaId: string) =>
  (
    await app
      .select({ number: mappingRows.number })
      .from(mappingRows)
      .where(eq(mappingRows.areaId, areaId))
      .orderBy(asc(mappingRows.position))
  ).map(({ number }) => number)
const changesOf = (mappingId: string) =>
  app
    .select()
    .from(mappingChanges)
    .where(eq(mappingChanges.mappingId, mappingId))
    .orderBy(asc(mappingChanges.change))
const eventsOf = async (mappingId: string) =>
  (await app.select().from(events).where(eq(events.subjectId, mappingId))).map(({ name }) => name)

describe("adding a row", () => {
  test("takes the next number and the place that is named, and is told", async () => {
    const { member, mappingId, rowId, first } = await arrange()
    const add = (after?: string | null) =>
      addRow(member, addRowInput.parse({ mappingId, id: randomUUID(), areaId: first, after }))
    expect(await add()).toMatchObject({ change: 1, row: { number: 2, cells: { area: first } } })
    await add(null)
    await add(rowId)
    expect(await orderOf(first)).toEqual([3, 1, 4, 2])
    expect(await changesOf(mappingId)).toMatchObject([
      { change: 1, field: "added", authorId: member.personId, way: "grid" },
      { change: 2, field: "added" },
      { change: 3, field: "added" },
    ])
    expect(await eventsOf(mappingId)).toEqual(Array(3).fill("mapping.rowAdded"))
  })

  test("the same id twice adds it once, also at once", async () => {
    const { member, mappingId, first } = await arrange()
    const id = randomUUID()
    const both = await Promise.all(
      [1, 2].map(() => addRow(member, { mappingId, id, areaId: first })),
    )
    expect(both.map(({ row }) => row.number)).toEqual([2, 2])
    expect(await changesOf(mappingId)).toHaveLength(1)
  })

  test("ten at once have ten numbers", async () => {
    const { member, other, mappingId, first } = await arrange()
    const added = await Promise.all(
      Array.from({ length: 10 }, (_, who) =>
        addRow(who % 2 ? member : other, { mappingId, id: randomUUID(), areaId: first }),
      ),
    )
    const numbers = added.map(({ row }) => row.number).sort((one, two) => one - two)
    expect(numbers).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(await orderOf(first)).toHaveLength(11)
  })

  test("behind a row that is not in the area it stands last", async () => {
    const { member, mappingId, first } = await arrange()
    await addRow(member, { mappingId, id: randomUUID(), areaId: first, after: randomUUID() })
    expect(await orderOf(first)).toEqual([1, 2])
  })

  test("refuses an area of another mapping, an id of one, and strangers", async () => {
    const { member, mappingId, first } = await arrange()
    const elsewhere = await arrange()
    const row = (given: object) => ({ mappingId, id: randomUUID(), areaId: first, ...given })
    await expect(addRow(member, row({ areaId: elsewhere.first }))).rejects.toMatchObject({
      code: "invalid",
      key: "mapping.noArea",
    })
    await expect(addRow(member, row({ id: elsewhere.rowId }))).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(addRow(elsewhere.chair, row({}))).rejects.toMatchObject({ code: "not_found" })
    await expect(addRow(publicActor, row({}))).rejects.toMatchObject({ code: "sign_in" })
    expect(await orderOf(first)).toEqual([1])
    expect(await changesOf(mappingId)).toHaveLength(0)
  })
})

describe("moving a row", () => {
  test("puts it first, after another, or into another area", async () => {
    const { member, mappingId, rowId, first, second } = await arrange()
    const two = await makeRow(app, { mappingId, areaId: first, number: 2 })
    await makeRow(app, { mappingId, areaId: first, number: 3 })
    await moveRow(member, { rowId: two.id, areaId: first, after: null })
    expect(await orderOf(first)).toEqual([2, 1, 3])
    await moveRow(member, { rowId: two.id, areaId: first, after: rowId })
    expect(await orderOf(first)).toEqual([1, 2, 3])
    expect((await rowOf(two.id))?.revisions).toEqual({})
    await moveRow(member, { rowId: two.id, areaId: second, after: null })
    expect(await orderOf(second)).toEqual([2])
    expect((await rowOf(two.id))?.revisions).toEqual({ area: 1 })
    expect((await changesOf(mappingId)).map(({ field }) => field)).toEqual([
      ...["moved", "moved", "area", "moved"],
    ])
  })

  test("out of an area into which somebody else put it meanwhile asks first", async () => {
    const { member, other, mappingId, rowId, first, second } = await arrange()
    const added = await app
      .insert(mappingAreas)
      .values({ mappingId, slug: "third", title: "Third", position: 3 })
      .returning()
    const third = added[0]?.id ?? ""
    const move = (who: typeof member, areaId: string, base: number) =>
      moveRow(who, { rowId, areaId, after: null, base })
    const saved = { cells: [{ rowId, field: "area", revision: 1 }] }
    expect(await move(other, second, 0)).toMatchObject(saved)
    for (const areaId of [third, first])
      await expect(move(member, areaId, 0)).rejects.toMatchObject({
        ...{ code: "conflict", key: "mapping.clash" },
        data: [{ rowId, field: "area", revision: 1, value: second, by: expect.any(String) }],
      })
    expect(await rowOf(rowId)).toMatchObject({ areaId: second, revisions: { area: 1 } })
    expect(await changesOf(mappingId)).toHaveLength(2)
    const byForm = { rowId, areaId: first, after: null, base: 0, way: "form" as const }
    await expect(moveRow(member, byForm)).rejects.toMatchObject({ key: "mapping.movedMeanwhile" })
    // To the area in which it is by now, it only takes another place.
    await move(member, second, 0)
    await move(member, third, 1)
    expect(await rowOf(rowId)).toMatchObject({ areaId: third, revisions: { area: 2 } })
  })

  test("to where it stands changes nothing", async () => {
    const { member, mappingId, rowId, first } = await arrange()
    const moved = await moveRow(member, { rowId, areaId: first, after: null })
    const cells = [{ rowId, field: "area", revision: 0 }]
    expect(moved).toEqual({ change: 0, position: 1, cells })
    expect(await changesOf(mappingId)).toHaveLength(0)
  })

  test("between two that stand too close makes room, and says what was shifted", async () => {
    const { member, mappingId, rowId, first } = await arrange()
    const close = 1 + Number.EPSILON
    const near = await makeRow(app, { mappingId, areaId: first, number: 2, position: close })
    const last = await makeRow(app, { mappingId, areaId: first, number: 3, position: 9 })
    expect(between(1, close)).toBeNull()
    await moveRow(member, { rowId: last.id, areaId: first, after: rowId })
    expect(await orderOf(first)).toEqual([1, 3, 2])
    expect((await changesOf(mappingId)).map((change) => change.rowId)).toEqual([near.id, last.id])
  })

  test("refuses an area of another mapping, a retired row and strangers", async () => {
    const { member, rowId, first } = await arrange()
    const elsewhere = await arrange()
    const move = (areaId: string, who = member) => moveRow(who, { rowId, areaId, after: null })
    await expect(move(elsewhere.first)).rejects.toMatchObject({ key: "mapping.noArea" })
    await expect(move(first, elsewhere.member)).rejects.toMatchObject({ code: "not_found" })
    await retireRow(member, { rowId, reason: "Twice" })
    await expect(move(first)).rejects.toMatchObject({ code: "conflict", key: "mapping.rowRetired" })
  })

  test("an area that is chosen in its cell puts it last there", async () => {
    const { member, mappingId, rowId, second } = await arrange()
    await makeRow(app, { mappingId, areaId: second, number: 2, position: 7 })
    await saveCells(member, {
      ...{ mappingId, way: "form" },
      cells: [{ rowId, field: "area", base: 0, value: second }],
    })
    expect(await orderOf(second)).toEqual([2, 1])
    expect((await changesOf(mappingId)).map(({ field }) => field)).toEqual(["area", "moved"])
  })
})

describe("retiring a row", () => {
  test("keeps it with who, when and why, and it comes back whole", async () => {
    const { member, other, mappingId, rowId } = await arrange()
    await retireRow(member, { rowId, reason: "Said twice" })
    expect(await rowOf(rowId)).toMatchObject({
      ...{ retiredBy: member.personId, retiredReason: "Said twice", suggests: "Suggestion 1" },
      retiredAt: expect.any(Date),
    })
    await expect(retireRow(other, { rowId, reason: "Empty" })).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.rowRetired" },
      values: { number: 1, reason: "Said twice" },
    })
    expect(await retireRow(member, { rowId, reason: "Said twice" })).toEqual({ change: 1 })
    expect(await returnRow(other, { rowId })).toEqual({ change: 2 })
    expect(await returnRow(other, { rowId })).toEqual({ change: 2 })
    expect(await rowOf(rowId)).toMatchObject({ retiredAt: null, suggests: "Suggestion 1" })
    expect(await changesOf(mappingId)).toMatchObject([
      { field: "retired", after: { reason: "Said twice" }, authorId: member.personId },
      { field: "returned", before: { reason: "Said twice" }, authorId: other.personId },
    ])
    expect(await eventsOf(mappingId)).toEqual(["mapping.rowRetired", "mapping.rowReturned"])
  })

  test("is taken back by whoever retired it last, and by nobody else", async () => {
    const { member, other, rowId } = await arrange()
    const back = { rowId, way: "undo" as const }
    await retireRow(member, { rowId, reason: "Said twice" })
    await expect(returnRow(other, back)).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.retiredByOthers" },
    })
    expect(await returnRow(member, back)).toEqual({ change: 2 })
    await retireRow(other, { rowId, reason: "Said twice" })
    await expect(returnRow(member, back)).rejects.toMatchObject({ code: "conflict" })
    expect(await rowOf(rowId)).toMatchObject({ retiredReason: "Said twice" })
  })

  test("takes a reason, a row that is there and a member", async () => {
    const { rowId } = await arrange()
    const stranger = await makeActor(app)
    expect(() => retireRowInput.parse({ rowId, reason: "  " })).toThrow("mapping.retireReason")
    expect(() => retireRowInput.parse({ rowId, reason: "x".repeat(2001) })).toThrow("field.tooLong")
    await expect(retireRow(stranger, { rowId, reason: "No" })).rejects.toMatchObject({
      code: "not_found",
    })
    await expect(returnRow(stranger, { rowId })).rejects.toMatchObject({ code: "not_found" })
    await expect(returnRow(stranger, { rowId: randomUUID() })).rejects.toMatchObject({
      code: "not_found",
    })
  })

  test("is no deletion: the database refuses one", async () => {
    const { rowId, mappingId } = await arrange()
    const gone = app
      .delete(mappingRows)
      .where(and(eq(mappingRows.id, rowId), eq(mappingRows.mappingId, mappingId)))
    await expect(gone).rejects.toThrow()
  })
})
