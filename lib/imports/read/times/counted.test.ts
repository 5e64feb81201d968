import { describe, expect, test } from "vitest"
import { nextMeetingUndated } from "@/lib/check/rules/next-meeting-undated"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, Thursday 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nBen reported on the lamps.\n\n2. Fees\n\nNothing was raised.\n\n${said}\n`,
    "counted.txt",
  )
const nextOf = (said: string) => {
  const when = read(said).nextMeeting?.when
  return when ? `${when.date} ${when.time ?? "-"}` : null
}

describe("a next meeting whose day is counted from this one", () => {
  test.each([
    ["Next call: Thursday in a fortnight, same hour.", "2022-03-17 14:00"],
    ["We meet again four weeks from today at the same hour.", "2022-03-31 14:00"],
    ["The group will meet again in three weeks, on a Friday at 21:30.", "2022-03-25 21:30"],
    ["Next telechat: Wednesday in two weeks, 20:00 UTC.", "2022-03-16 20:00"],
    ["The next call is five weeks from this one, at the same hour.", "2022-04-07 14:00"],
    ["The group meets again in two weeks.", "2022-03-17 -"],
    ["Next call: the third Tuesday of this month, 18:00 UTC.", "2022-03-15 18:00"],
    ["Next meeting: the first Wednesday of April 2022, an hour earlier.", "2022-04-06 13:00"],
    ["Next meeting: 31 March 2022, again at two.", "2022-03-31 14:00"],
  ])("%s", (said, when) => {
    expect(nextOf(said)).toBe(when)
  })

  test.each([
    // Months may be counted by days or by weeks, and what is to be confirmed is open.
    "The next call will be next month, same time.",
    "The next call will be in two weeks, the exact date is to be confirmed.",
    "Ben will send the list in two weeks.",
  ])("left open: %s", (said) => {
    expect(nextOf(said)).toBeNull()
  })

  test("is offered to be written", () => {
    const { nextMeeting } = read("The next call is in two weeks, same time.")
    expect(nextMeetingUndated({ nextMeeting })[0]?.fix).toBe("2022-03-17T14:00:00Z")
  })
})

describe("a next meeting in words of its own", () => {
  test.each([
    "The trustees next sit on 31 March 2022.",
    "We talk again on 31 March 2022.",
    "The chair closed the meeting at 3.40 p.m. Next year's meeting falls on 31 March 2022.",
    "Meeting 13 will be held on Thursday, 31 March 2022.",
    "Ana: There will be a call next month, Thursday 31 March.",
    "Thirty-third meeting: 31 March 2022",
    "next call 2022-03-31",
    "## When we talk again\n\nOn the last Thursday of March.",
    "Next circle\n-----------\n\nFour weeks from today.",
  ])("%s", (said) => {
    expect(nextOf(said)).toBe("2022-03-31 -")
  })

  test.each([
    "There will be a meeting of all the clubs on 31 March 2022.",
    "Papers are due before the next meeting, on 31 March 2022.",
    "Next steps\n----------\n\nOn the last Thursday of March the lamps are lit.",
  ])("not told: %s", (said) => {
    expect(nextOf(said)).toBeNull()
  })
})
