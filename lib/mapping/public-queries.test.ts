import { eq } from "drizzle-orm"
import { afterEach, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping, makeRow } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { annexActivities } from "@/db/schema/editions"
import { groups } from "@/db/schema/groups"
import { mappingRows, mappings } from "@/db/schema/mapping"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { countAnnex } from "@/lib/editions/queries"
import { setClock } from "@/lib/platform/clock"
import { coverageOver } from "./coverage/coverage-over"
import { coveredTable } from "./coverage/covered-table"
import type { Activity } from "./model"
import { listCoveredStates } from "./public-queries"
import { getMapping, readTable } from "./queries"

const { app } = await testDatabase()

afterEach(() => setClock(undefined))

const activity = (title: string, given: Partial<Activity> = {}): Activity => ({
  ...{ id: crypto.randomUUID(), title, kind: "dc", years: [], link: "", body: "" },
  ...given,
})
const decided = { scope: "in", scopeReason: "It matters", scopeAt: new Date() } as const

async function arrange() {
  setClock(() => new Date("2026-07-01T10:00:00Z"))
  const scene = await arrangeScene(app)
  const mapping = await makeMapping(app, scene.groupId)
  const { mappingId, areas } = mapping
  const [connectivity = "", inclusion = ""] = areas
  const [group] = await app.select().from(groups).where(eq(groups.id, scene.groupId))
  await makeRow(app, {
    ...{ mappingId, areaId: connectivity, number: 2, ...decided },
    activities: [activity("Networks"), activity("Old", { years: [2024, 2025] })],
  })
  const freeze = async () => {
    const { number, mark } = await composeEdition(app, mappingId)
    const [now] = await app.select().from(mappings).where(eq(mappings.id, mappingId))
    const change = now?.change ?? -1
    await freezeEdition(scene.chair, { mappingId, edition: number, change, mark, note: "" })
  }
  const slug = group?.slug ?? ""
  return { ...scene, ...mapping, slug, inclusion, freeze }
}

test("each edition is counted as it was frozen, the oldest first", async () => {
  const { mappingId, mandateSlug, slug, inclusion, freeze } = await arrange()
  expect(await listCoveredStates(slug, mandateSlug)).toEqual([])
  await freeze()
  setClock(() => new Date("2026-11-20T10:00:00Z"))
  await makeRow(app, {
    ...{ mappingId, areaId: inclusion, number: 3, ...decided },
    activities: [activity("Gender"), activity("Disability")],
  })
  await freeze()
  const { states, areas } = coverageOver(await listCoveredStates(slug, mandateSlug))
  expect(states).toEqual([
    {
      ...{ number: 1, frozenAt: new Date("2026-07-01T10:00:00Z"), gaps: 2, annex: 1 },
      all: { activities: 1, rows: 1 },
    },
    {
      ...{ number: 2, frozenAt: new Date("2026-11-20T10:00:00Z"), gaps: 1, annex: 1 },
      all: { activities: 3, rows: 2 },
    },
  ])
  expect(areas.map(({ title, figures }) => [title, figures.map((one) => one?.activities)])).toEqual(
    [
      ["Global connectivity", [1, 1]],
      ["Digital inclusion", [0, 2]],
    ],
  )
  expect(await listCoveredStates("elsewhere", mandateSlug)).toEqual([])
})

test("the working table is counted without what was retired", async () => {
  const { mappingId, mandateSlug, slug, inclusion, member } = await arrange()
  const gone = await makeRow(app, { mappingId, areaId: inclusion, number: 3, ...decided })
  const table = async () =>
    coveredTable(await readTable(await getMapping(member, slug, mandateSlug)))
  const count = async () => (await table()).rows.map(({ area, scope }) => [area, scope])
  expect(await count()).toEqual([
    ["connectivity", "proposed"],
    ["connectivity", "in"],
    ["inclusion", "in"],
  ])
  await app
    .update(mappingRows)
    .set({ retiredAt: new Date(), retiredReason: "Twice here" })
    .where(eq(mappingRows.id, gone.id))
  expect(await count()).toEqual([
    ["connectivity", "proposed"],
    ["connectivity", "in"],
  ])
})

test("the annex of the working table is what editions moved there and nobody took back", async () => {
  const { mandateSlug, slug, member, freeze } = await arrange()
  const mapping = await getMapping(member, slug, mandateSlug)
  expect(await countAnnex(mapping)).toBe(0)
  await freeze()
  expect(await countAnnex(mapping)).toBe(1)
  await app.update(annexActivities).set({ returnedAt: new Date() })
  expect(await countAnnex(mapping)).toBe(0)
})
