import { asc, eq, sql } from "drizzle-orm"
import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene } from "@/db/factories/scene"
import { groups } from "@/db/schema/groups"
import { mandates, mappingAreas, mappings } from "@/db/schema/mapping"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { findRoadmap } from "@/lib/editions/public-queries"
import { listOpenMandates } from "./areas/area-queries"
import { beginMapping } from "./begin-mapping"
import { beginMappingInput } from "./input"
import { roadmap } from "./known-mandates"
import { addRow } from "./rows/add-row"
import { areaCalled } from "./sheet/lines"

const { app } = await testDatabase()
process.env.AUTH_URL = "https://portal.example.org"
process.env.AUTH_SECRET = "a".repeat(32)
process.env.SMTP_URL = "smtp://localhost:2525"

/** A group of its own, as a real one begins: by the form alone. */
async function arrange() {
  const scene = await arrangeScene(app)
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  const slug = group?.slug ?? ""
  const begin = (given: object) =>
    beginMapping(
      scene.chair,
      beginMappingInput.parse({
        ...{ groupId: scene.groupId, title: "", symbol: "", goal: "", rule: "", months: "6" },
        ...{ areas: "", crossCutting: "Cross-cutting", ...given },
      }),
    )
  const mapping = async () => {
    const [found] = await app.select().from(mappings).where(eq(mappings.groupId, scene.groupId))
    if (!found) throw new Error("There is no mapping")
    return found
  }
  const areas = async () =>
    app
      .select()
      .from(mappingAreas)
      .where(eq(mappingAreas.mappingId, (await mapping()).id))
      .orderBy(asc(mappingAreas.position))
  const freeze = async () => {
    const { id: mappingId } = await mapping()
    const [areaId = ""] = (await areas()).map(({ id }) => id)
    await addRow(scene.member, { mappingId, id: crypto.randomUUID(), areaId })
    const { number: edition, mark } = await composeEdition(app, mappingId)
    const { change } = await mapping()
    await freezeEdition(scene.chair, { mappingId, edition, change, mark, note: "" })
  }
  return { ...scene, slug, begin, areas, freeze }
}

describe("a group that begins the mapping of the Roadmap by the form", () => {
  test("is offered it, and has its eight areas and one for the rest, by all their names", async () => {
    const { begin, areas, chair, slug } = await arrange()
    const [offered] = await listOpenMandates(chair, slug)
    expect(offered).toMatchObject({ id: "roadmap", symbol: "A/74/821" })
    expect(offered?.areas).toHaveLength(8)
    await begin({ mandateId: "roadmap", crossCutting: "Everything else" })
    const made = await areas()
    expect(made.map(({ slug: called, crossCutting }) => [called, crossCutting])).toEqual([
      ...["connectivity", "public-goods", "inclusion", "capacity", "human-rights", "ai"].map(
        (called) => [called, false],
      ),
      ...[
        ["trust", false],
        ["cooperation", false],
        ["everything-else", true],
      ],
    ])
    expect(areaCalled("Ensuring digital inclusion for all", made)?.slug).toBe("inclusion")
    expect(areaCalled("Environment", made)?.title).toBe("Everything else")
    const offeredAgain = await listOpenMandates(chair, slug)
    expect(offeredAgain.map(({ symbol }) => symbol)).not.toContain("A/74/821")
    const another = await arrange()
    const theirs = await listOpenMandates(another.chair, another.slug)
    const roadmaps = theirs.filter(({ symbol }) => symbol === "A/74/821")
    expect(roadmaps).toMatchObject([
      { id: expect.stringMatching(/^[0-9a-f-]{36}$/), areas: offered?.areas },
    ])
    // The form may still hold what it was shown before the other group began.
    await another.begin({ mandateId: "roadmap" })
    expect(await another.areas()).toHaveLength(9)
    const all = await app.select().from(mandates).where(eq(mandates.symbol, roadmap.symbol))
    expect(all).toHaveLength(1)
    // Its own areas, where it names some.
    const third = await arrange()
    await third.begin({ mandateId: roadmaps[0]?.id, areas: "Digital trust and security\nOceans" })
    expect((await third.areas()).map((area) => [area.slug, area.aliases])).toEqual([
      ...[
        ["trust", []],
        ["oceans", []],
        ["cross-cutting", []],
      ],
    ])
  })

  test("is found at the address of the Roadmap as soon as an edition is frozen, by whichever name", async () => {
    const { begin, freeze, slug } = await arrange()
    await begin({ mandateId: "roadmap" })
    // As a portal has it that wrote it down before it was known: by its title, in its own letters.
    const written = { slug: "roadmap-for-digital-cooperation", symbol: "a/74/821" }
    const isIt = eq(sql`lower(${mandates.symbol})`, roadmap.symbol.toLowerCase())
    await app.update(mandates).set(written).where(isIt)
    expect(await findRoadmap(slug)).toBeNull()
    await freeze()
    expect(await findRoadmap(slug)).toBe("roadmap-for-digital-cooperation")
    expect(await findRoadmap("nowhere")).toBeNull()
  })
})
