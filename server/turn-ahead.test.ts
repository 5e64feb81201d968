import type { PgBoss } from "pg-boss"
import { expect, test, vi } from "vitest"
import { workConsultations } from "./consultations"

const next = new Date("2027-03-01T09:00:00Z")
const failed = new AggregateError([new Error("no words")], "Consultations were not turned")

vi.mock("@/lib/consultations/turn", () => ({
  turnConsultations: () => Promise.reject(failed),
  nextTurn: () => Promise.resolve(next),
}))

test("one that cannot be turned is tried again, and keeps no other from its very instant", async () => {
  const work = vi.fn()
  const send = vi.fn()
  await workConsultations({ work, send, schedule: vi.fn() } as unknown as PgBoss, 1)
  send.mockClear()
  const turn = work.mock.calls[0]?.[2] as () => Promise<void>
  await expect(turn()).rejects.toBe(failed)
  expect(send.mock.calls).toEqual([["consultations", {}, { startAfter: next }]])
})
