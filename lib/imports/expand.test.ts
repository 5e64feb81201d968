import { deflateRawSync } from "node:zlib"
import { asc, eq } from "drizzle-orm"
import { expect, test } from "vitest"
import { makeReport } from "@/bench/archive/report"
import { testDatabase } from "@/db/factories/database"
import { makeActor, makeGroup } from "@/db/factories/people"
import { importFiles } from "@/db/schema/imports"
import { bringInNow } from "@/e2e/support/bring-in-now"
import { zipOf } from "./formats/arbitrary-files"
import { closeReaders, openSafely } from "./read-safely"
import { ReaderPool } from "./reader-pool"

const { app, owner } = await testDatabase()
const megabyte = 1024 * 1024

test("one scan too large refuses itself, and the other files of an archive are read", async () => {
  const group = await makeGroup(owner)
  const chair = await makeActor(owner, { roles: { [group.id]: "co-chair" } })
  const zip = zipOf({
    "1.txt": makeReport(1),
    "scan.pdf": new Uint8Array(21 * megabyte),
    "2.txt": makeReport(2),
    "empty.txt": "",
  })
  const batchId = await bringInNow(chair, group.id, [new File([new Uint8Array(zip)], "old.zip")])
  const rows = await app
    .select({ name: importFiles.name, state: importFiles.state, refusal: importFiles.refusal })
    .from(importFiles)
    .where(eq(importFiles.batchId, batchId))
    .orderBy(asc(importFiles.position))
  expect(rows).toEqual([
    { name: "1.txt", state: "read", refusal: null },
    { name: "scan.pdf", state: "refused", refusal: { code: "too-large", megabytes: 21, most: 20 } },
    { name: "2.txt", state: "read", refusal: null },
    { name: "empty.txt", state: "refused", refusal: { code: "empty" } },
  ])
})

test("a file of an archive is unpacked in a process of the reader, within its limits", async () => {
  const size = 19 * megabyte
  const packed = { bytes: new Uint8Array(deflateRawSync(new Uint8Array(size))), method: 8, size }
  const opened = await openSafely(packed, "a.txt")
  expect("bytes" in opened && opened.bytes.length).toBe(size)
  expect(await openSafely({ ...packed, size: 10 }, "a.txt")).toEqual({
    name: "a.txt",
    refused: { code: "damaged-inside" },
  })
  closeReaders()
  const narrow = new ReaderPool({ milliseconds: 1, bytes: 256 * megabyte })
  const { bytes, ...how } = packed
  expect(await narrow.read({ bytes, name: "a.txt", packed: how })).toMatchObject({
    refused: { code: "too-slow" },
  })
  narrow.close()
})
