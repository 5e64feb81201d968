import { type SQL, sql } from "drizzle-orm"
import { beforeAll, expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeMapping } from "@/db/factories/mapping"
import { arrangeScene } from "@/db/factories/scene"
import { composeEdition } from "@/lib/editions/compose"
import { freezeEdition } from "@/lib/editions/freeze"
import { verifyIn, verifyRecord } from "./verify"

const { app, owner } = await testDatabase()
let mandate = ""

beforeAll(async () => {
  const scene = await arrangeScene(owner)
  const { mappingId, mandateSlug } = await makeMapping(owner, scene.groupId)
  mandate = mandateSlug
  const { number, mark } = await composeEdition(app, mappingId)
  await freezeEdition(scene.chair, {
    ...{ mappingId, edition: number, change: 0, mark, note: "The first" },
  })
})

/** What verifying tells after something was done by hand, with every guard switched off meanwhile. */
async function toldOf(...statements: SQL[]): Promise<string[]> {
  let told: string[] = []
  const undo = new Error("undo")
  const guards = (state: string) =>
    ["editions", "ledger_entries"].map((table) =>
      sql.raw(`alter table ${table} ${state} trigger user`),
    )
  await owner
    .transaction(async (tx) => {
      for (const statement of [...guards("disable"), ...statements, ...guards("enable")])
        await tx.execute(statement)
      told = (await verifyIn(tx)).differences.map(({ where, what }) => `${where}: ${what}`)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  return told
}

test("an edition stands on the ledger and is found sound", async () => {
  expect(await verifyRecord()).toMatchObject({ editions: 1, entries: 1, differences: [] })
})

test.each([
  [
    "a byte of a row",
    sql`update editions set content = replace(content::text, 'Suggestion', 'Suggestiom')::jsonb`,
  ],
  ["the hash with it", sql`update editions set sha256 = repeat('a', 64)`],
  ["the number", sql`update editions set number = 2`],
  ["the note", sql`update editions set note = 'Another'`],
  ["the time", sql`update editions set frozen_at = frozen_at + interval '1 second'`],
  ["the mandate's address", sql`update mandates set slug = 'elsewhere'`],
  ["its entry, gone", sql`delete from ledger_entries`],
])("tells of %s that was changed by hand", async (_, statement) => {
  const told = await toldOf(statement)
  expect(told.join("\n")).toContain("edition")
  expect((await verifyRecord()).differences).toEqual([])
})

test("the trail tells of an edition that was taken away with its entry", async () => {
  const told = await toldOf(sql`delete from ledger_entries`, sql`delete from editions`)
  expect(told).toEqual([expect.stringMatching(/edition 1: the trail says .* it is gone/)])
  expect(told.join()).toContain(`mapping of Mandate ${mandate.slice(-8)}`)
})
