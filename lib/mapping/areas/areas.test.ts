import { asc, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { makeActor } from "@/db/factories/people"
import { arrangeScene } from "@/db/factories/scene"
import { mappingAreas, mappingChanges, mappingRows } from "@/db/schema/mapping"
import { publicActor } from "@/lib/platform/actor"
import { addAreaInput, editAreaInput } from "../input"
import { retireRow } from "../rows/retire-row"
import { addArea } from "./add-area"
import { editArea } from "./edit-area"
import { moveArea } from "./move-area"
import { removeArea } from "./remove-area"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { mappingId } = mapping
  const add = (title: string, aliases = "") =>
    addArea(scene.member, addAreaInput.parse({ mappingId, title, aliases }))
  const order = async () =>
    (
      await app
        .select({ slug: mappingAreas.slug })
        .from(mappingAreas)
        .where(eq(mappingAreas.mappingId, mappingId))
        .orderBy(asc(mappingAreas.position))
    ).map(({ slug }) => slug)
  const [first = "", second = ""] = mapping.areas
  return { ...scene, ...mapping, add, order, first, second }
}

const areaOf = async (id: string) =>
  (await app.select().from(mappingAreas).where(eq(mappingAreas.id, id)))[0]

describe("adding an area", () => {
  test("puts it last, with an address of its own and each alias once", async () => {
    const { add, order } = await arrange()
    const { areaId } = await add(
      "Digital trust",
      "Cybersecurity\n\ncybersécurity \nDigital Trust\n",
    )
    expect(await areaOf(areaId)).toMatchObject({
      ...{ slug: "digital-trust", aliases: ["Cybersecurity"], revision: 1 },
    })
    expect(await order()).toEqual(["connectivity", "inclusion", "digital-trust"])
  })

  test("refuses a name that another area has, whatever its case and accents", async () => {
    const { add } = await arrange()
    await add("Digital trust", "Cybersecurity")
    for (const [title, aliases] of [
      ["global CONNECTIVITY", ""],
      ["Cybersécurity", ""],
      ["Safety", "digital inclusion"],
    ] as const)
      await expect(add(title, aliases)).rejects.toMatchObject({
        ...{ code: "conflict", key: "mapping.nameTaken" },
      })
  })

  test("refuses what is no name, and too many aliases", () => {
    const parse = (given: object) =>
      addAreaInput.safeParse({ mappingId: crypto.randomUUID(), title: "Trust", ...given }).success
    expect(parse({ title: "  " })).toBe(false)
    expect(parse({ title: "x".repeat(301) })).toBe(false)
    expect(parse({ title: "a\0b" })).toBe(false)
    const names = (many: number) => Array.from({ length: many }, (_, at) => `Name ${at}`).join("\n")
    expect(parse({ aliases: names(30) })).toBe(true)
    expect(parse({ aliases: names(31) })).toBe(false)
  })
})

describe("editing an area", () => {
  test("changes its names and keeps its address", async () => {
    const { member, first, mappingId } = await arrange()
    const input = { areaId: first, revision: "1", title: "Connecting people", aliases: "Access" }
    await editArea(member, editAreaInput.parse(input))
    expect(await areaOf(first)).toMatchObject({
      ...{ slug: "connectivity", title: "Connecting people", aliases: ["Access"], revision: 2 },
    })
    const changes = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
    expect(changes).toMatchObject([
      { areaId: first, field: "edited", before: { title: "Global connectivity", aliases: [] } },
    ])
  })

  test("of two who edit it the later one sees what stands there", async () => {
    const { member, other, first } = await arrange()
    const edit = (who: typeof member, title: string, revision = 1) =>
      editArea(who, { areaId: first, revision, title, aliases: [] })
    await edit(member, "Connecting people")
    await expect(edit(other, "Networks")).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.areaChanged" },
      data: { title: "Connecting people", aliases: [], revision: 2 },
    })
    await edit(other, "Networks", 2)
    expect(await areaOf(first)).toMatchObject({ title: "Networks", revision: 3 })
  })
})

describe("the order of areas", () => {
  test("puts one behind another, or first; behind one that is gone, last", async () => {
    const { member, add, order, first, second } = await arrange()
    const { areaId: third } = await add("Trust")
    await moveArea(member, { areaId: third, after: null })
    expect(await order()).toEqual(["trust", "connectivity", "inclusion"])
    await moveArea(member, { areaId: third, after: first })
    expect(await order()).toEqual(["connectivity", "trust", "inclusion"])
    await moveArea(member, { areaId: first, after: crypto.randomUUID() })
    expect(await order()).toEqual(["trust", "inclusion", "connectivity"])
    const { change } = await moveArea(member, { areaId: first, after: second })
    expect(await moveArea(member, { areaId: first, after: first })).toEqual({ change })
  })
})

describe("removing an area", () => {
  test("goes when it is empty", async () => {
    const { member, second, order } = await arrange()
    await removeArea(member, { areaId: second })
    expect(await order()).toEqual(["connectivity"])
  })

  test("is refused with what to do while a row belongs to it, a retired one too", async () => {
    const { member, first, mappingId, rowId, order } = await arrange()
    await makeRow(app, { mappingId, areaId: first, number: 2 })
    await retireRow(member, { rowId, reason: "Said twice" })
    await expect(removeArea(member, { areaId: first })).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.areaHasRows" },
      values: { area: "Global connectivity", rows: 2, retired: 1 },
    })
    expect(await order()).toHaveLength(2)
  })

  test("is refused for the last one", async () => {
    const { member, groupId } = await arrange()
    const { areas, mappingId } = await makeMapping(app, groupId)
    const [full = "", empty = ""] = areas
    const elsewhere = await makeMapping(app, groupId)
    await app
      .update(mappingRows)
      .set({ mappingId: elsewhere.mappingId, areaId: elsewhere.areas[0] ?? "", number: 9 })
      .where(eq(mappingRows.mappingId, mappingId))
    await removeArea(member, { areaId: empty })
    await expect(removeArea(member, { areaId: full })).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.lastArea" },
    })
  })
})

test("areas are changed by members of the group alone", async () => {
  const { first, second, mappingId } = await arrange()
  const stranger = await makeActor(app)
  const tries = [
    () => addArea(stranger, { mappingId, title: "Trust", aliases: [] }),
    () => editArea(stranger, { areaId: first, revision: 1, title: "Trust", aliases: [] }),
    () => moveArea(stranger, { areaId: first, after: null }),
    () => removeArea(stranger, { areaId: second }),
  ]
  for (const attempt of tries) await expect(attempt()).rejects.toMatchObject({ code: "not_found" })
  await expect(removeArea(publicActor, { areaId: second })).rejects.toMatchObject({
    code: "sign_in",
  })
})
