import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { providePrograms } from "@/lib/platform/programs"
import { docxOf, paragraph } from "./formats/arbitrary-files"
import { ReaderPool } from "./reader-pool"

// The reader from its source, which takes the most time and memory: where none was made a portal starts that.
providePrograms(new Map())

const pool = new ReaderPool()
afterAll(() => pool.close())

test("two processes read a long row of usual reports, without starting anew in between", async () => {
  const one = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url))
  const bytes = new Uint8Array(Buffer.concat([one, Buffer.from("\n"), one]).subarray(0, 9_000))
  const readings = await Promise.all(
    Array.from({ length: 150 }, (_, place) => pool.read({ bytes, name: `call-${place}.txt` })),
  )
  expect(readings.filter((reading) => "refused" in reading)).toEqual([])
  expect(pool.started).toBeLessThanOrEqual(2)
  // Two processes have to start first, and may be given little of a busy machine.
}, 120_000)

test("a file that is too much for a process that has read others is tried once more in a fresh one", async () => {
  const fresh = new ReaderPool()
  const call = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url))
  expect(await fresh.read({ bytes: call, name: "call.txt" })).toMatchObject({ kind: "report" })
  const started = fresh.started
  const huge = await docxOf(paragraph("x").repeat(450_000))
  expect(await fresh.read({ bytes: huge, name: "huge.docx" })).toEqual({
    name: "huge.docx",
    refused: { code: "too-much-memory", most: 256 },
  })
  expect(fresh.started).toBe(started + 1)
  fresh.close()
}, 60_000)

test("a file at which the reader ends by itself is refused for good, and the next one is read", async () => {
  const broken = { of: null as never, as: "document" as const }
  expect(await pool.read({ bytes: new Uint8Array(), name: "odd.txt", text: broken })).toEqual({
    name: "odd.txt",
    refused: { code: "fault" },
  })
  const bytes = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url))
  expect(await pool.read({ bytes, name: "call.txt" })).toMatchObject({ kind: "report" })
})
