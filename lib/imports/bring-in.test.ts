import { eq } from "drizzle-orm"
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
