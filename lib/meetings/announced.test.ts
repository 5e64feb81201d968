import { expect, test } from "vitest"
import { announce, nextChange } from "./announced"

const start = new Date("2022-03-17T13:00:00Z")
const row = {
  number: 34,
  title: "",
  startsAt: start,
  minutes: 90,
  place: "online",
  cancelledAt: null,
}
const state = (at: string, change: Partial<typeof row> | { cancelledAt: Date } = {}) =>
  announce({ ...row, ...change }, new Date(at))[0]?.state

test("a call is planned until its planned end, then it was held", () => {
  expect(state("2022-03-17T14:29:59Z")).toBe("planned")
  expect(state("2022-03-17T14:30:00Z")).toBe("held")
  expect(state("2022-03-17T13:10:00Z", { cancelledAt: start })).toBe("cancelled")
})

test("what has no number or no start is nobody's business yet", () => {
  expect(announce({ ...row, number: null }, start)).toEqual([])
  expect(announce({ ...row, startsAt: null }, start)).toEqual([])
})

test("pages that show calls change when the next one ends", () => {
  const [near] = announce(row, new Date("2022-03-01T00:00:00Z"))
  const [far] = announce({ ...row, startsAt: new Date("2022-05-01T13:00:00Z") }, start)
  const [held] = announce({ ...row, startsAt: new Date("2022-01-01T13:00:00Z") }, start)
  const calls = [far, held, near].filter((call) => call !== undefined)
  expect(nextChange(calls)).toEqual(new Date("2022-03-17T14:30:00Z"))
  expect(nextChange(calls.filter((call) => call.state === "held"))).toBeNull()
})
