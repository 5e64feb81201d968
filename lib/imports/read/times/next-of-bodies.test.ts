import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const head =
  "Quay Council (QC, QC7)\nMinutes of the meeting of 12 May 2022, 19:00\n\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n2. Fees\n\nThe fair is on 4 July 2022.\n\n"
const next = (text: string) => readReport(`${head}${text}\n`, "x.md").nextMeeting?.when ?? null

describe("when a body meets next", () => {
  test.each([
    ["3. Adjournment\n\nMeeting adjourned at 8:50 pm. Next meeting June 9, 6:15pm.", "18:15"],
    ["X. Next Meeting - Scheduled for Thursday, June 9, 2022. 6:30pm.", "18:30"],
    ["III. NEXT MEETING – Thursday, June 9, 2022", null],
    ["3. Date and time of the next meeting: 9 June 2022, 19.00", "19:00"],
    ["7) Next time\n\nThursday 9 June 2022, 7:30 p.m., same place.", "19:30"],
    ["B. Next meeting for business: moved to the 2nd Thursday, June 9th, at 7 pm", "19:00"],
    [
      "4. ITEMS FOR AGENDA OF NEXT MEETING: TO BE HELD ON THURSDAY 9th June 2022 AT 7:30pm.",
      "19:30",
    ],
    ["### Next meeting\n\nThursday 9<sup>th</sup> June, 19:30", "19:30"],
    ["The next chairs' meeting will take place in Odrava on 9 June 2022.", null],
    ["Next Regular Council Meeting is scheduled for June 9, 2022 at 7:00 PM.", "19:00"],
    ["Thursday, June 9, 2022, is the next meeting.", null],
    ["We'll meet next on June 9th.", null],
    ["Tentative date for the next meeting is June 9, 2022", null],
    ["3) Date of Next\n\nThursday 9th June 2022, 19:30, same room.", "19:30"],
    ["3. Dates and Places of Next Meetings\n\nJune 9-13, 2022    Odrava", null],
    ["3 / Date of next meeting\n\nThursday 9 June 2022, 7:30 p.m.", "19:30"],
    ["Ana Lind said that the council will meet on Thursday June 9, 2022 at 7 pm instead.", "19:00"],
    ["The next QC7 meeting is on June 9, 2022 in Odrava.", null],
    ["Next meetings\n\n- Lamps working group: 27 May 2022\n- QC: 9 June 2022", null],
  ])("%s", (text, time) => {
    expect(next(text)).toMatchObject({ date: "2022-06-09", time })
  })

  test.each([
    "Date of the next meeting: to be polled for June. The conference is on 9 June 2022.",
    "- Next mirror group call is on Thursday, June 9, 2022",
    "Next committee meeting will be June 9, 2022 at the library.",
    "Action items for the next meeting: Ana Lind sends the lamp by 9 June 2022",
    "The finance committee will meet on June 9, 2022 at 7 pm.",
    "The next QX8 meeting is on June 9, 2022 in Odrava.",
    "Next steps\n\n- The lamp will be bought by 9 June 2022.",
  ])("not told: %s", (text) => {
    expect(next(text)).toBeNull()
  })
})
