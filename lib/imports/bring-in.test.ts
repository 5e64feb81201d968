import { readFileSync } from "node:fs"
import { asc, eq, sql } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importBatches, importFiles } from "@/db/schema/imports"
import { bringIn } from "./bring-in"
import { bringInInput } from "./input"

const { app, owner } = await testDatabase()
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const other = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

const first = (batchId: string) =>
  bringInInput.parse({
    groupId: group.id,
    batchId,
    begins: "1",
    from: "0",
    files: [new File(["One report."], "one.txt"), new File(["Another."], "two.txt")],
  })
const places = (batchId: string) =>
  app
    .select({ name: importFiles.name, position: importFiles.position })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))

test("the request that begins a batch may be sent again, at once and later", async () => {
  const batchId = crypto.randomUUID()
  const answers = await Promise.all([
    bringIn(chair, first(batchId)),
    bringIn(chair, first(batchId)),
  ])
  answers.push(await bringIn(chair, first(batchId)))
  expect(answers.map((answer) => answer.batchId)).toEqual([batchId, batchId, batchId])
  const batches = await app.select().from(importBatches).where(eq(importBatches.groupId, group.id))
  expect(batches).toHaveLength(1)
  expect((await places(batchId)).map(({ name }) => name).sort()).toEqual(["one.txt", "two.txt"])
})

test("nobody begins a batch under the id of another's", async () => {
  const batchId = crypto.randomUUID()
  await bringIn(chair, first(batchId))
  await expect(bringIn(other, first(batchId))).rejects.toMatchObject({ code: "not_found" })
  const elsewhere = await makeGroup(owner)
  const stranger = await makeActor(owner, { roles: { [elsewhere.id]: "co-chair" } })
  await expect(
    bringIn(stranger, { ...first(batchId), groupId: elsewhere.id }),
  ).rejects.toMatchObject({ code: "not_found" })
  expect(await places(batchId)).toHaveLength(2)
})

test("no place of a batch is taken twice", async () => {
  const batchId = crypto.randomUUID()
  await bringIn(chair, first(batchId))
  await expect(
    owner.insert(importFiles).values({ batchId, position: 0, name: "x", state: "waiting" }),
  ).rejects.toMatchObject({ cause: { constraint_name: "import_files_place" } })
})

test("where two files stood in one place before that was refused, both are kept, in order", async () => {
  const migration = readFileSync(
    new URL("../../db/migrations/0032_places-of-files.sql", import.meta.url),
    "utf8",
  )
  const batchId = crypto.randomUUID()
  await bringIn(chair, first(batchId))
  const names = ["import_files_place", "import_files_meeting", "import_files_document"]
  for (const name of names) await owner.execute(sql.raw(`drop index ${name}`))
  await owner.execute(sql`create index import_files_batch on import_files (batch_id, position)`)
  const refused = { batchId, state: "refused" as const, refusal: { code: "empty" } }
  await owner.insert(importFiles).values([
    { ...refused, position: 0, name: "three.txt" },
    { ...refused, position: 10_000, name: "four.txt" },
  ])
  for (const statement of migration.split("--> statement-breakpoint"))
    await owner.execute(sql.raw(statement))
  const rows = await app
    .select({ position: importFiles.position })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))
  expect(rows.map(({ position }) => position)).toEqual([0, 10_000, 10_001, 10_002])
})
