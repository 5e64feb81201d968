import { expect, test } from "vitest"
import { minuteOf, paceOf, timeAt } from "./pace"

const at = (time: string) => new Date(`2022-03-03T${time}:00Z`)
const item = (id: string, minutes: number | null, given = {}) => ({
  id,
  minutes,
  coverage: null,
  carriedTo: null,
  spent: 0,
  ...given,
})
const call = (given = {}) => ({
  startsAt: "2022-03-03T13:00:00Z",
  minutes: 60,
  agenda: [item("a", 20), item("b", 20), item("c", 15)],
  turn: { itemId: "b", startedAt: "2022-03-03T13:25:00Z" },
  ...given,
})

test("an item counts its earlier turns and the one that is open", () => {
  const { turn } = call()
  expect(timeAt(item("b", 20), turn, at("13:37"))).toEqual({ gone: 12, left: 8 })
  expect(timeAt(item("b", 20, { spent: 599 }), turn, at("13:37"))).toEqual({ gone: 21, left: -1 })
  expect(timeAt(item("a", 20, { spent: 1320 }), turn, at("13:37"))).toEqual({ gone: 22, left: -2 })
  expect(timeAt(item("b", null), turn, at("13:37"))).toEqual({ gone: 12, left: null })
  expect(timeAt(item("b", 20), turn, at("13:20"))).toEqual({ gone: 0, left: 20 })
})

test("the call ends when the present item and those after it are done", () => {
  expect(paceOf(call(), at("13:37"))).toEqual({ endsAt: at("14:00"), late: 0 })
  expect(paceOf(call(), at("13:50"))).toEqual({ endsAt: at("14:05"), late: 5 })
})

test("what is marked, carried over or visited takes no more time", () => {
  for (const given of [{ coverage: "no-update" }, { carriedTo: {} }, { spent: 60 }]) {
    const agenda = [item("b", 20), item("c", 15, given)]
    expect(paceOf(call({ agenda }), at("13:37"))).toEqual({ endsAt: at("13:45"), late: -15 })
  }
})

test("without a clock or a planned end nothing is foretold of it", () => {
  expect(paceOf(call({ turn: null }), at("13:37"))).toBe(null)
  expect(paceOf(call({ minutes: null }), at("13:37"))?.late).toBe(null)
  expect(paceOf(call({ startsAt: "2022-03-05T13:00:00Z" }), at("13:37"))?.late).toBe(null)
})

test("the minute of the call counts from the first start, and ends with the day", () => {
  const times = { startsAt: "2022-03-03T13:00:00Z", minutes: 60 }
  expect(minuteOf({ ...times, beganAt: "2022-03-03T13:05:00Z" }, at("13:42"))).toBe(37)
  expect(minuteOf({ ...times, beganAt: null }, at("13:42"))).toBe(42)
  expect(minuteOf({ ...times, beganAt: null }, at("12:59"))).toBe(null)
  expect(minuteOf({ ...times, beganAt: null }, at("18:01"))).toBe(null)
  expect(minuteOf({ startsAt: null, minutes: null, beganAt: null }, at("13:00"))).toBe(null)
})
