import { asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { readNow } from "@/e2e/support/bring-in-now"
import { bringIn } from "./bring-in"
import { bringInInput } from "./input"
import { readWaiting } from "./read-waiting"

const { app, owner } = await testDatabase()
const portal = { kind: "system", command: "test" } as const

test("when its time is over it keeps what it has read, and the other files wait for the next turn", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const files = Array.from({ length: 10 }, (_, at) => new File([makeReport(at + 1)], `${at}.txt`))
  const { batchId } = await bringIn(chair, bringInInput.parse({ groupId: group.id, files }))
  const states = async () =>
    (
      await app
        .select({ state: importFiles.state })
        .from(importFiles)
        .where(eq(importFiles.batchId, batchId))
        .orderBy(asc(importFiles.position))
    ).map(({ state }) => state)
  expect(await readWaiting(portal, batchId, 0)).toMatchObject({ files: 4 })
  expect(await states()).toEqual([...Array(4).fill("read"), ...Array(6).fill("waiting")])
  await readNow(batchId)
  expect(await states()).toEqual(Array(10).fill("read"))
})
