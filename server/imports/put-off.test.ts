import { expect, test, vi } from "vitest"
import { readWaiting } from "@/lib/imports/read-waiting"
import { readBatch } from "./work"

vi.mock("@/lib/imports/read-waiting", () => ({ readWaiting: vi.fn() }))

const none = { files: 0, putOff: 0, unpacked: false }
const read = (first: typeof none) => {
  vi.mocked(readWaiting).mockReset().mockResolvedValueOnce(first).mockResolvedValue(none)
  return readBatch("a batch", () => false)
}

test("a batch goes on while one of several files is put off", async () => {
  expect(await read({ files: 3, putOff: 1, unpacked: false })).toBe(false)
})

test("a batch waits when the reader fails at all that it was given", async () => {
  expect(await read({ files: 0, putOff: 4, unpacked: false })).toBe("later")
})
