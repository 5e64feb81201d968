import { describe, expect, test } from "vitest"
import { numberValue, romanValue, wordsValue } from "../text/ordinals"
import { findDays } from "./calendar"
import { readComing } from "./coming"
import { findMoments, instantOf } from "./moments"

/** The first date and time of a text as an instant, the way a title is read. */
function read(text: string): string | null {
  const { days, times } = findMoments(text)
  const [day] = days
  const [time] = times
  if (day?.year == null || !time) return null
  const date = `${day.year}-${String(day.month).padStart(2, "0")}-${String(day.day).padStart(2, "0")}`
  return instantOf(date, time.time, time.zone)
}

describe("dates and times", () => {
  test.each([
    ["07 October 2021 at 1 p.m. UTC", "2021-10-07T13:00:00Z"],
    ["the 1st of July 2021 at 1 p.m. UTC", "2021-07-01T13:00:00Z"],
    ["September 27 2016, 14:00 UTC", "2016-09-27T14:00:00Z"],
    ["October 7th, 2021 – 1:30 PM (UTC)", "2021-10-07T13:30:00Z"],
    ["October 7 - 1 p.m. UTC, 2021", null],
    ["27-28 February 2008, 09.30 GMT", "2008-02-27T09:30:00Z"],
    ["4/20/2023 15:00 CEST", "2023-04-20T13:00:00Z"],
    ["15/09/2022 at 13h00 UTC", "2022-09-15T13:00:00Z"],
    ["2021-10-20T13:00:00Z", "2021-10-20T13:00:00Z"],
    ["Thursday 3 March 2022, 13:00-14:30 UTC", "2022-03-03T13:00:00Z"],
    ["3 March 2022, 13:15 CET", "2022-03-03T12:15:00Z"],
    ["3 March 2022, 10:00 – 11:00 GMT+0200", "2022-03-03T08:00:00Z"],
    ["3 March 2022 at 10:00 (UTC-5)", "2022-03-03T15:00:00Z"],
    ["14 March 2022, 11 a.m. US Eastern", "2022-03-14T15:00:00Z"],
    ["3 March 2022, 11 a.m. US Eastern", "2022-03-03T16:00:00Z"],
    ["3 March 2022, 14:00 Geneva time", "2022-03-03T13:00:00Z"],
    ["3 March 2022, 14:00 (Bogotá time, UTC-5)", "2022-03-03T19:00:00Z"],
    ["3 March 2022, 14:00 (São Paulo)", "2022-03-03T17:00:00Z"],
    ["3 March 2022, 14:00 Europe/Lisbon", "2022-03-03T14:00:00Z"],
    ["3 March 2022, 1-2:30 p.m. UTC", "2022-03-03T13:00:00Z"],
    ["3 March 2022, 11-1 p.m. UTC", "2022-03-03T11:00:00Z"],
    ["3 March 2022, 12 a.m. UTC", "2022-03-03T00:00:00Z"],
    ["3 March 2022, 12 noon UTC", "2022-03-03T12:00:00Z"],
    ["3 March 2022, 1300 UTC", "2022-03-03T13:00:00Z"],
    ["31 February 2022, 13:00 UTC", null],
    ["version 1.2 of 3 March 2022", null],
    ["3 March 2022 | UTC | 14:00 |", "2022-03-03T14:00:00Z"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected)
  })

  test("a day that could be two is marked as doubtful, one that cannot is not", () => {
    expect(findDays("3/4/2022").map(({ doubtful }) => doubtful)).toEqual([true])
    expect(findDays("13/4/2022").map(({ doubtful }) => doubtful)).toEqual([false])
  })

  test("a coming day without a year is the next such day", () => {
    const after = { date: "2021-12-16", time: "13:00", zone: "UTC" }
    expect(readComing("13 January at 14:00 UTC", after)).toMatchObject({
      instant: "2022-01-13T14:00:00Z",
      how: "inferred",
    })
    expect(readComing("16 December at 14:00 UTC", after)?.instant).toBe("2021-12-16T14:00:00Z")
    expect(readComing("a poll will follow", after)).toBeNull()
  })
})

describe("numbers", () => {
  test.each([
    ["22", 22],
    ["26th", 26],
    ["XXII", 22],
    ["twenty-sixth", 26],
    ["one hundred and third", 103],
    ["thirtieth", 30],
    ["youth", null],
    ["IIX", null],
  ])("%s", (printed, value) => {
    expect(numberValue(printed)).toBe(value)
  })

  test("Roman and written numbers refuse what only looks like one", () => {
    expect(romanValue("MILD")).toBeNull()
    expect(romanValue("")).toBeNull()
    expect(wordsValue("and")).toBeNull()
  })
})

test("a weekend is its first day, and a number in front of a weekday is no day", () => {
  const days = (text: string) => findDays(text).map(({ day, month, year }) => [day, month, year])
  expect(days("Saturday 17 and Sunday 18 September 2022")).toEqual([[17, 9, 2022]])
  expect(days("Meeting 12 – Monday 3 May 2021")).toEqual([[3, 5, 2021]])
  expect(days("the twenty-sixth of November 2022")).toEqual([[26, 11, 2022]])
})
