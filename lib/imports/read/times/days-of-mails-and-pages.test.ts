import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (text: string) => readReport(text, "x.md")
const body =
  "\n\nPresent: Ana Lind, Ben Okoro\n\n## Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n## Fees\n\nBen Okoro spoke on the fees of the year.\n"

describe("the day and the hour of a meeting in mails and on pages", () => {
  test.each([
    [
      "[quay] Minutes of the Quay team for 20070618\n\nAna Lind ana at quay.example.org\nTue Jun 19 10:14:52 BST 2007",
      "2007-06-18",
      null,
    ],
    [
      "[quay] Quay minutes - 11 October\nana at quay.example.org\nWed Oct 12 15:08:44 BST 2005\n\nDear all,\n\nbelow is what was said yesterday (11 Oct., 13:00-14:00).",
      "2005-10-11",
      "13:00",
    ],
    ["event 4th November 2022\n\nQuay Forum | Tuesday 20th September 2022", "2022-09-20", null],
    ["# Quay notes, Feb 18 2020\n\nMeeting held @ 4PM UTC on the bridge.", "2020-02-18", "16:00"],
    ["# Quay minutes 3/4/21 9:00 AM EST", "2021-03-04", "09:00"],
    ["# Quay minutes 4 March 2021, 4pm GMT/11am EST", "2021-03-04", "16:00"],
    [
      "# Quay minutes\n\n## Date and place\n\nThe meeting took place by video at 5:00pm (Bergen time) on Tuesday, June 12, 2018.",
      "2018-06-12",
      "17:00",
    ],
    ["# Quay days\n\n(a note)\n\n# Meeting 2025-05-09", "2025-05-09", null],
    [
      "# Quay minutes, 9 June 2016\n\n## Welcome\n\nAna Lind opened the meeting at 0900 local time and thanked all.",
      "2016-06-09",
      "09:00",
    ],
  ])("%s", (head, date, time) => {
    expect(read(head + body).start?.value).toMatchObject({ date, time })
  })

  test.each([
    // The minutes of the meeting before have a heading with its day.
    ["# Quay minutes, 12 May 2022", "## Minutes of 14 April 2022", "2022-05-12"],
    ["# Quay minutes, 3/4/21", "## The clock at 9:00", "2021-04-03"],
  ])("another one: %s %s", (title, heading, date) => {
    const text = `${title}${body}\n${heading}\n\nApproved by all.\n`
    expect(read(text).start?.value).toMatchObject({ date, time: null })
  })

  test("a label of four letters tells when a group meets next", () => {
    const text = `# Quay minutes, 4 March 2021${body}\nDONM: 18/03/2021 4pm\n`
    expect(read(text).nextMeeting?.when).toMatchObject({ date: "2021-03-18", time: "16:00" })
  })
})
