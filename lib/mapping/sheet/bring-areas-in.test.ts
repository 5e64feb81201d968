import { asc, eq } from "drizzle-orm"
import { afterAll, describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { events } from "@/db/schema/activity"
import { groups } from "@/db/schema/groups"
import { mappingAreas, mappingChanges, mappingRows } from "@/db/schema/mapping"
import { closeReaders } from "@/lib/imports/read-safely"
import { addArea } from "../areas/add-area"
import { changesSince } from "../changes-since"
import { bringSheetIn } from "./bring-in"
import { bringSheetInInput, keepSheetInput } from "./input"
import { keepSheet } from "./keep-sheet"
import { getSheetPreview } from "./queries"

const { app } = await testDatabase()
afterAll(closeReaders)

const file = [
  "Area,What the mandate suggests",
  "Space,Keep orbits clean",
  "SPACE,Share what satellites see",
  "Access for all,Connect every school",
].join("\n")

async function arrange(content = file) {
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { mappingId, mandateSlug: mandate } = mapping
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const keep = () =>
    keepSheet(
      scene.member,
      keepSheetInput.parse({ mappingId, file: new File([content], "table.csv") }),
    )
  const preview = (sheetId: string) =>
    getSheetPreview(scene.member, {
      ...{ group: group?.slug ?? "", mandate, sheetId },
      locale: "en" as const,
    })
  const { id } = await keep()
  const { plan } = await preview(id)
  const take = (given: object) =>
    bringSheetIn(
      scene.member,
      bringSheetInInput.parse({
        ...{ sheetId: id, mark: plan.mark, areaNames: plan.unknownAreas, ...given },
      }),
    )
  const areas = () =>
    app
      .select()
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, mappingId))
      .orderBy(asc(mappingAreas.position))
  const rows = async () =>
    (
      await app
        .select()
        .from(mappingRows)
        .where(eq(mappingRows.mappingId, mappingId))
        .orderBy(asc(mappingRows.number))
    ).slice(1)
  const [first = "", second = ""] = mapping.areas
  return { ...scene, mappingId, plan, keep, preview, take, areas, rows, first, second }
}

describe("areas that the mapping does not have", () => {
  test("become new areas with the rows that go there, told and in the history with them", async () => {
    const { plan, take, areas, rows, mappingId, groupId } = await arrange()
    expect(plan.unknownAreas).toEqual(["Space", "SPACE", "Access for all"])
    const done = await take({ take: ["2", "3"], areas: ["new", "new", "new"] })
    expect(done).toEqual({ added: 2, changed: 0 })
    const [, , space, ...others] = await areas()
    expect(space).toMatchObject({ title: "Space", slug: "space", aliases: [] })
    expect(others).toEqual([])
    expect((await rows()).map(({ areaId }) => areaId)).toEqual([space?.id, space?.id])
    const changes = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
      .orderBy(asc(mappingChanges.change))
    expect(changes[0]).toMatchObject({ areaId: space?.id, field: "added", way: "import" })
    expect(changes.map(({ change }) => change)).toEqual(changes.map((_, at) => at + 1))
    // Whoever looks at the table gets the area with the rows that stand in it.
    const news = await changesSince({ id: mappingId, group: { id: groupId } }, 0)
    expect(news).toMatchObject({ kind: "changes", areas: [{}, {}, { id: space?.id }] })
    const told = await app.select().from(events).where(eq(events.groupId, groupId))
    expect(told.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["mapping.areaAdded", "mapping.broughtIn"]),
    )
  })

  test("are known the next time by a name that was kept", async () => {
    const { take, areas, keep, preview, first, second } = await arrange()
    await take({
      ...{ take: ["2", "4"], areas: [second, second, first] },
      remember: ["Space", "SPACE", "Access for all"],
    })
    expect((await areas()).map(({ aliases }) => aliases)).toEqual([["Access for all"], ["Space"]])
    const again = await preview((await keep()).id)
    expect(again.plan.unknownAreas).toEqual([])
  })

  test("are neither added nor remembered where nothing of the file is taken over", async () => {
    const { take, areas, second } = await arrange()
    await expect(take({ areas: ["new", second, ""], remember: ["SPACE"] })).rejects.toMatchObject({
      key: "mapping.nothingChosen",
    })
    expect((await areas()).map(({ title, aliases }) => [title, aliases])).toEqual([
      ["Global connectivity", []],
      ["Digital inclusion", []],
    ])
  })

  test("are refused where they cannot be names, with all that was to be taken over", async () => {
    const { take, areas, rows, plan } = await arrange(
      `Area,What the mandate suggests\n${"x".repeat(301)},Keep orbits clean`,
    )
    const given = { take: plan.lines.map(({ line }) => String(line)), areas: ["new"] }
    await expect(take(given)).rejects.toMatchObject({ code: "invalid", key: "mapping.noAreaName" })
    expect(await areas()).toHaveLength(2)
    expect(await rows()).toEqual([])
  })

  test("are refused beyond what an area and a mapping hold", async () => {
    const { take, areas, rows, member, mappingId, first } = await arrange()
    await app
      .update(mappingAreas)
      .set({ aliases: Array.from({ length: 30 }, (_, at) => `Name ${at}`) })
      .where(eq(mappingAreas.id, first))
    const kept = { take: ["4"], areas: ["", "", first], remember: ["Access for all"] }
    await expect(take(kept)).rejects.toMatchObject({ key: "mapping.tooManyAliases" })
    for (let at = 3; at <= 60; at++)
      await addArea(member, { mappingId, title: `Area ${at}`, aliases: [] })
    await expect(take({ take: ["4"], areas: ["", "", "new"] })).rejects.toMatchObject({
      key: "mapping.tooManyAreas",
    })
    expect(await areas()).toHaveLength(60)
    expect(await rows()).toEqual([])
  })

  test("an area that was removed meanwhile is asked for again", async () => {
    const { take, rows } = await arrange()
    await expect(take({ take: ["2"], areas: [crypto.randomUUID(), "", ""] })).rejects.toMatchObject(
      { key: "mapping.sheetChanged", data: { movedOn: true } },
    )
    expect(await rows()).toEqual([])
  })
})
