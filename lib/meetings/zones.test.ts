import { expect, test } from "vitest"
import { isZone, localFields, localStart, zoneNames } from "./zones"

const iso = (day: string, time: string, zone: string) => {
  const start = localStart(day, time, zone)
  return "at" in start ? start.at.toISOString() : start
}

test("a local time is an instant by the clock of its zone on that day", () => {
  expect(iso("2022-03-03", "14:00", "Europe/Rome")).toBe("2022-03-03T13:00:00.000Z")
  expect(iso("2022-07-03", "14:00", "Europe/Rome")).toBe("2022-07-03T12:00:00.000Z")
  expect(iso("2022-03-03", "18:30", "Asia/Kolkata")).toBe("2022-03-03T13:00:00.000Z")
  expect(iso("2022-03-03", "13:00", "UTC")).toBe("2022-03-03T13:00:00.000Z")
})

test("a time that the clocks skip is named, with the first one that exists", () => {
  // Central Europe, 27 March 2022: 02:00 to 03:00. Lord Howe Island, 2 October 2022: 02:00 to 02:30.
  expect(iso("2022-03-27", "02:30", "Europe/Rome")).toEqual({ problem: "skipped", after: "03:00" })
  expect(iso("2022-10-02", "02:10", "Australia/Lord_Howe")).toEqual({
    problem: "skipped",
    after: "02:30",
  })
  expect(iso("2022-03-27", "03:00", "Europe/Rome")).toBe("2022-03-27T01:00:00.000Z")
})

test("a time that comes twice is named with both instants", () => {
  // Central Europe, 30 October 2022: 03:00 back to 02:00.
  const twice = { problem: "twice", first: "00:30", second: "01:30" }
  expect(iso("2022-10-30", "02:30", "Europe/Rome")).toEqual(twice)
  expect(iso("2022-10-30", "01:59", "Europe/Rome")).toBe("2022-10-29T23:59:00.000Z")
  expect(iso("2022-10-30", "03:00", "Europe/Rome")).toBe("2022-10-30T02:00:00.000Z")
})

test("what is no date, no time or no zone is malformed", () => {
  for (const [day, time, zone] of [
    ["2022-02-30", "13:00", "UTC"],
    ["2022-02-20", "25:00", "UTC"],
    ["", "13:00", "UTC"],
    ["2022-02-20", "13:00", "Rome"],
    ["2022-02-20", "13:00", "+02:00"],
  ] as const)
    expect(localStart(day, time, zone)).toEqual({ problem: "malformed" })
})

test("an instant goes back into the fields that it came from", () => {
  expect(localFields(new Date("2022-03-03T13:00:00Z"), "Asia/Kolkata")).toEqual({
    day: "2022-03-03",
    time: "18:30",
  })
  expect(localFields(new Date("2022-03-03T23:30:00Z"), "Europe/Rome")).toEqual({
    day: "2022-03-04",
    time: "00:30",
  })
})

test("the list begins with UTC, knows the present names and what was chosen", () => {
  const names = zoneNames("Asia/Calcutta")
  expect(names[0]).toBe("UTC")
  expect(names).toContain("Asia/Kolkata")
  expect(names).toContain("Asia/Calcutta")
  expect(names.every(isZone)).toBe(true)
})
