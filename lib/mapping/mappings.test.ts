import { asc, eq } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { mappingAreas, mappingChanges, mappings } from "@/db/schema/mapping"
import { beginMapping } from "./begin-mapping"
import { describeMapping } from "./describe-mapping"
import { beginMappingInput, describeMappingInput } from "./input"
import { getMapping, listMappings } from "./queries"

const { app } = await testDatabase()

async function arrange() {
  const scene = await arrangeScene(app)
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const tag = crypto.randomUUID().slice(0, 8)
  const begin = (given: object = {}, who: "chair" | "member" = "chair") =>
    beginMapping(
      scene[who],
      beginMappingInput.parse({
        ...{
          groupId: scene.groupId,
          mandateId: "new",
          title: `Compact ${tag}`,
          symbol: `A/${tag}`,
        },
        ...{ goal: "To show", rule: "Only this", months: "5", crossCutting: "Cross-cutting" },
        areas: "Trust | Security | Safety\n\nInclusion\n",
        ...given,
      }),
    )
  return { ...scene, slug: group?.slug ?? "", tag, begin }
}

describe("beginning a mapping", () => {
  test("makes its mandate, its areas in order and one for what belongs to none", async () => {
    const { begin, chair, slug, tag } = await arrange()
    const made = await begin()
    expect(made).toEqual({ group: slug, mandate: `compact-${tag}` })
    const mapping = await getMapping(chair, slug, made.mandate)
    expect(mapping).toMatchObject({ goal: "To show", rule: "Only this", months: 5, edition: null })
    const areas = await app
      .select()
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, mapping.id))
      .orderBy(asc(mappingAreas.position))
    expect(areas.map(({ slug, aliases, crossCutting }) => [slug, aliases, crossCutting])).toEqual([
      ["trust", ["Security", "Safety"], false],
      ["inclusion", [], false],
      ["cross-cutting", [], true],
    ])
    expect(await listMappings(chair, slug)).toMatchObject([{ rows: 0, edition: null }])
  })

  test("a mandate is mapped once in a group, by whichever name, also at once", async () => {
    const { begin, chair, slug, tag } = await arrange()
    const tries = await Promise.allSettled([begin(), begin({ symbol: `a/${tag}` })])
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
    const [line] = await listMappings(chair, slug)
    await expect(begin({ mandateId: line?.mandate.id })).rejects.toMatchObject({
      key: "mapping.begunBefore",
    })
    await expect(begin()).rejects.toMatchObject({ key: "mapping.mandateKnown" })
    const other = await arrange()
    await other.begin({ mandateId: line?.mandate.id })
    expect(await listMappings(other.chair, other.slug)).toHaveLength(1)
  })

  test("a mandate that is called like an address gets another one", async () => {
    const { begin } = await arrange()
    expect((await begin({ title: "New" })).mandate).toBe("new-2")
  })

  test("refuses members, areas of one name and what is not whole", async () => {
    const { begin, slug, chair } = await arrange()
    await expect(begin({}, "member")).rejects.toMatchObject({ code: "forbidden" })
    await expect(begin({ areas: "Trust\nTRUST" })).rejects.toMatchObject({
      key: "mapping.nameTaken",
    })
    expect(await listMappings(chair, slug)).toEqual([])
    for (const given of [
      { title: "" },
      { symbol: " " },
      { months: "7" },
      { link: "javascript:alert(1)" },
      { dated: "2020-13-01" },
      { areas: Array.from({ length: 60 }, (_, at) => `Area ${at}`).join("\n") },
    ])
      await expect((async () => begin(given))()).rejects.toThrow()
  })
})

describe("describing a mapping", () => {
  test("keeps goal, rule and months, and what they were", async () => {
    const { groupId, chair } = await arrange()
    const { mappingId } = await makeMapping(app, groupId)
    const about = { goal: "To show", rule: "Only this", months: "4" }
    const input = describeMappingInput.parse({ mappingId, revision: "1", ...about })
    expect(await describeMapping(chair, input)).toEqual({ revision: 2 })
    const [mapping] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    expect(mapping).toMatchObject({ goal: "To show", rule: "Only this", months: 4, change: 1 })
    const [change] = await app
      .select()
      .from(mappingChanges)
      .where(eq(mappingChanges.mappingId, mappingId))
    expect(change).toMatchObject({ field: "edited", before: { goal: "" }, after: { months: 4 } })
  })

  test("is for co-chairs, and of two the later one sees what stands", async () => {
    const { groupId, chair, member } = await arrange()
    const { mappingId } = await makeMapping(app, groupId)
    const say = (who: typeof chair, goal: string) =>
      describeMapping(who, { mappingId, revision: 1, goal, rule: "", months: 6 })
    await expect(say(member, "Mine")).rejects.toMatchObject({ code: "forbidden" })
    await say(chair, "First")
    expect(await say(chair, "First")).toEqual({ revision: 2 })
    await expect(say(chair, "Second")).rejects.toMatchObject({
      ...{ code: "conflict", key: "mapping.aboutChanged" },
      data: { goal: "First", rule: "", months: 6, revision: 2 },
    })
  })
})
