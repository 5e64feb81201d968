import { asc, eq } from "drizzle-orm"
import { afterEach, expect, test, vi } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { readNow } from "@/e2e/support/bring-in-now"
import { bringIn } from "./bring-in"
import { zipOf } from "./formats/arbitrary-files"
import { bringInInput } from "./input"
import { readBytes } from "./read-file"
import { closeReaders } from "./read-safely"
import { readWaiting } from "./read-waiting"
import { prepare } from "./reading-row"
import { listResults } from "./results"
import { isToTryAgain } from "./tries"
import { tryImportAgain } from "./try-again"

const { app, owner } = await testDatabase()
const portal = { kind: "system", command: "test" } as const
const group = await makeGroup(owner)
const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })

/** From here on no process of the reader can start, as on a machine that is short of everything. */
function breakReader() {
  closeReaders()
  vi.spyOn(process, "cwd").mockReturnValue("/nowhere")
}
function mendReader() {
  vi.restoreAllMocks()
  closeReaders()
}
afterEach(mendReader)

const bring = async (...files: File[]) =>
  (await bringIn(chair, bringInInput.parse({ groupId: group.id, files }))).batchId
const rowsOf = (batchId: string) =>
  app
    .select()
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))

test("files go on waiting with their bytes while the reader cannot start, and are read when it can", async () => {
  const batchId = await bring(
    new File([makeReport(1)], "1.txt"),
    new File([makeReport(2)], "2.txt"),
  )
  breakReader()
  expect(await readWaiting(portal, batchId)).toEqual({ files: 0, putOff: 2, unpacked: false })
  const held = await rowsOf(batchId)
  expect(held.map(({ state, refusal, tries }) => [state, refusal, tries])).toEqual([
    ["waiting", null, 1],
    ["waiting", null, 1],
  ])
  expect(Buffer.from(held[0]?.original ?? []).toString()).toBe(makeReport(1))
  mendReader()
  await readNow(batchId)
  expect((await rowsOf(batchId)).map(({ state }) => state)).toEqual(["read", "read"])
})

test("an archive is put off as a whole", async () => {
  const zip = zipOf({ "1.txt": makeReport(3), "2.txt": makeReport(4) })
  const batchId = await bring(new File([new Uint8Array(zip)], "old.zip"))
  breakReader()
  expect(await readWaiting(portal, batchId)).toEqual({ files: 0, putOff: 1, unpacked: false })
  expect((await rowsOf(batchId)).map(({ name, state }) => [name, state])).toEqual([
    ["old.zip", "waiting"],
  ])
  mendReader()
  await readNow(batchId)
  expect((await rowsOf(batchId)).map(({ name, state }) => [name, state])).toEqual([
    ["1.txt", "read"],
    ["2.txt", "read"],
  ])
})

test("the third time refuses, so that no batch waits for ever", async () => {
  const batchId = await bring(new File([makeReport(5)], "5.txt"))
  breakReader()
  for (let i = 0; i < 2; i++) await readWaiting(portal, batchId)
  expect(await readWaiting(portal, batchId)).toEqual({ files: 1, putOff: 0, unpacked: false })
  const [row] = await rowsOf(batchId)
  expect(row).toMatchObject({ state: "refused", refusal: { code: "reader-failed" } })
})

test("what was read and is no draft is refused at once: it would be none again", async () => {
  const reading = await readBytes(Buffer.from(makeReport(6)), "6.txt")
  if (!("report" in reading)) throw new Error("The sample is no report")
  const [item] = reading.report.agenda
  if (item) item.coverage = "unheard of" as never
  const [prepared] = await prepare([reading], group.name)
  expect(prepared?.became).toMatchObject({ state: "refused", refusal: { code: "fault" } })
  expect(isToTryAgain({ tries: 0 }, prepared?.became.refusal)).toBe(false)
})

test("a file whose reading took too long or too much is read again at a word, and no other", async () => {
  const refusals = [
    { code: "too-slow", seconds: 10 },
    { code: "too-much-memory", most: 256 },
    { code: "no-report" },
  ] as const
  const [slow, large, other] = await prepare(
    refusals.map((refused) => ({ name: "call.txt", refused })),
    "Group",
  )
  // What is not said of the bytes leaves them where they are.
  expect([slow, large].map((each) => each && "original" in each.became)).toEqual([false, false])
  expect(other?.became.original).toBeNull()

  const batchId = await bring(new File([makeReport(31)], "31.txt"))
  const [file] = await rowsOf(batchId)
  const which = { fileId: file?.id ?? "", revision: 1 }
  const became = { ...slow?.became }
  await owner.update(importFiles).set(became).where(eq(importFiles.id, which.fileId))
  const lines = () => listResults(chair, group.slug, batchId, { show: null, page: 1 })
  expect(await lines()).toMatchObject([{ state: "refused", again: true }])
  const member = await makeActor(owner, { roles: { [group.id]: "member" } })
  await expect(tryImportAgain(member, which)).rejects.toMatchObject({ code: "forbidden" })
  await tryImportAgain(chair, which)
  expect(await lines()).toMatchObject([{ state: "waiting", refusal: null, again: false }])
  await expect(tryImportAgain(chair, { ...which, revision: 2 })).rejects.toMatchObject({
    ...{ code: "conflict", key: "imports.notRefused" },
  })
  await readNow(batchId)
  expect(await lines()).toMatchObject([{ state: "read", number: 31 }])

  const [empty] = await rowsOf(await bring(new File(["Milk and bread."], "list.txt")))
  await readNow(empty?.batchId ?? "")
  const refused = { fileId: empty?.id ?? "", revision: 1 }
  await expect(tryImportAgain(chair, refused)).rejects.toMatchObject({ key: "imports.notRefused" })
  await expect(
    owner
      .update(importFiles)
      .set({ original: Buffer.from("x") })
      .where(eq(importFiles.id, refused.fileId)),
  ).rejects.toThrow()
})
