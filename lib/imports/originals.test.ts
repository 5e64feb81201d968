import { readFileSync } from "node:fs"
import { eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { findSourceOf, getOriginal } from "./originals"
import { getFile } from "./queries"
import { saveImport } from "./save"

const { owner } = await testDatabase()
const group = await makeGroup(owner, { name: "Working Group on Harbour Standards" })
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
const member = await makeActor(owner, { roles: { [group.id]: "member" } })

const bytes = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url))
const batchId = await bringInNow(chair, group.id, [
  new File([bytes], "old/2022/call.txt"),
  new File(["Milk and bread."], "list.txt"),
])
const files = await owner.select().from(importFiles).where(eq(importFiles.batchId, batchId))
const idOf = (name: string) => files.find((file) => file.name === name)?.id ?? ""

test("the bytes of a file are given back as they came, to whoever may read imports", async () => {
  const id = idOf("old/2022/call.txt")
  const { name, original } = await getOriginal(chair, group.slug, batchId, id)
  expect(name).toBe("call.txt")
  expect(Buffer.from(original).equals(bytes)).toBe(true)
  await expect(getOriginal(member, group.slug, batchId, id)).rejects.toMatchObject({
    code: "forbidden",
  })
  const other = await makeGroup(owner)
  const stranger = await makeActor(owner, { roles: { [other.id]: "co-chair" } })
  await expect(getOriginal(stranger, other.slug, batchId, id)).rejects.toMatchObject({
    code: "not_found",
  })
  await expect(getOriginal(chair, group.slug, batchId, idOf("list.txt"))).rejects.toMatchObject({
    code: "not_found",
  })
})

test("a saved file keeps its marks, and its meeting leads back to it", async () => {
  const id = idOf("old/2022/call.txt")
  const before = await getFile(chair, group.slug, batchId, id)
  const { meetingId } = await saveImport(chair, { fileId: id, revision: before.revision })
  const after = await getFile(chair, group.slug, batchId, id)
  expect(after).toMatchObject({ state: "saved", meetingId, hasOriginal: true })
  expect(after.reading?.values).toEqual(before.reading?.values)
  expect(after.reading?.values.length).toBeGreaterThan(5)
  const of = { groupId: group.id, meetingId }
  expect(await findSourceOf(chair, of)).toMatchObject({ batchId, fileId: id, hasOriginal: true })
  expect(await findSourceOf(member, of)).toBeNull()
})
