import { readFileSync } from "node:fs"
import { afterAll, expect, test } from "vitest"
import { providePrograms } from "@/lib/platform/programs"
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

test("a file at which the reader ends by itself is refused for good, and the next one is read", async () => {
  const broken = { of: null as never, as: "document" as const }
  expect(await pool.read({ bytes: new Uint8Array(), name: "odd.txt", text: broken })).toEqual({
    name: "odd.txt",
    refused: { code: "fault" },
  })
  const bytes = readFileSync(new URL("./read/samples/virtual-call.txt", import.meta.url))
  expect(await pool.read({ bytes, name: "call.txt" })).toMatchObject({ kind: "report" })
})
