import { describe, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { arrangeScene } from "@/db/factories/scene"
import { mandates, mappings } from "@/db/schema/mapping"
import { beginMapping } from "./begin-mapping"
import { beginMappingInput } from "./input"

const { app } = await testDatabase()

/** A group that begins by the form. */
async function arrange() {
  const { chair, groupId } = await arrangeScene(app)
  const begin = (given: object) =>
    beginMapping(
      chair,
      beginMappingInput.parse({
        ...{ groupId, title: "", symbol: "", goal: "", rule: "", months: "6" },
        ...{ areas: "", crossCutting: "Cross-cutting", ...given },
      }),
    )
  return { begin }
}

describe("groups that at once", () => {
  test("begin the Roadmap, and all map one mandate", async () => {
    const scenes = await Promise.all(Array.from({ length: 4 }, arrange))
    const made = await Promise.all(scenes.map(({ begin }) => begin({ mandateId: "roadmap" })))
    expect(made.map(({ mandate }) => mandate)).toEqual(made.map(() => "roadmap"))
    expect(await app.$count(mandates)).toBe(1)
    expect(await app.$count(mappings)).toBe(4)
  })

  test("name documents: whoever comes second is told of the same one, and no address is shared", async () => {
    const scenes = await Promise.all(Array.from({ length: 6 }, arrange))
    const named = { mandateId: "new", title: "A Compact" }
    const all = await Promise.allSettled(
      scenes.map(({ begin }, place) => begin({ ...named, symbol: `A/79/${place % 3}` })),
    )
    const refused = all.flatMap((one) => (one.status === "rejected" ? one.reason : []))
    expect(refused).toMatchObject(refused.map(() => ({ key: "mapping.mandateKnown" })))
    const made = all.flatMap((one) => (one.status === "fulfilled" ? one.value.mandate : []))
    expect(made.sort()).toEqual(["a-compact", "a-compact-2", "a-compact-3"])
  })
})
