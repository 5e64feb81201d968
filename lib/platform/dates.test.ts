import { expect, test } from "vitest"
import { dayInstant, dayText, longDayText, machineTime, momentText, timeText } from "./dates"

const start = new Date("2022-03-03T13:00:00Z")

test("an instant is written out in UTC, in the order of the language", () => {
  expect(momentText(start, "en")).toBe("Thursday 3 March 2022, 13:00 UTC")
  expect(momentText(start, "fr")).toBe("jeudi 3 mars 2022, 13:00 UTC")
})

test("the first of a month is an ordinal in French alone", () => {
  const first = new Date("2021-07-01T14:00:00Z")
  expect(dayText(first, "fr")).toBe("1er juillet 2021")
  expect(dayText(first, "en")).toBe("1 July 2021")
  expect(dayText(new Date("2021-07-11T14:00:00Z"), "fr")).toBe("11 juillet 2021")
})

test("another zone moves the hour and, near midnight, the day", () => {
  const late = new Date("2022-03-03T23:30:00Z")
  expect(timeText(late, "Asia/Kolkata")).toBe("05:00")
  expect(longDayText(late, "en", "Asia/Kolkata")).toBe("Friday 4 March 2022")
  expect(timeText(new Date("2022-03-03T00:05:00Z"))).toBe("00:05")
})

test("a calendar day stays that day, and machines read the instant to the minute", () => {
  expect(dayText(dayInstant("2022-02-28"), "en")).toBe("28 February 2022")
  expect(machineTime(start)).toBe("2022-03-03T13:00Z")
})
