import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const head =
  "Quay Users' Forum\n\nMinutes of the meeting\n\nThursday 20 April 2023, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro\n\n1. Lamps\n\nAna Lind showed the lamp that is to be bought.\n\n2. Fees\n\nBen Okoro spoke on the fees of March.\n\n"
const nextOf = (said: string) => {
  const when = readReport(`${head}${said}\n`, "x.md").nextMeeting?.when
  return when ? [when.date, when.time].join(" ").trim() : null
}

describe("the next meeting by the way", () => {
  test.each([
    [
      "Papers for the next meeting (18 May 2023, 14:00 UTC) go to Ana Lind by 11 May.",
      "2023-05-18 14:00",
    ],
    ["Items for the next meeting on 18 May should reach the secretary by 11 May.", "2023-05-18"],
    ["Papers for the next meeting are due on 11 May; the meeting is on 18 May.", "2023-05-18"],
    [
      "Ben: so, the eighteenth of May, two o'clock UTC? (No objection.) Ben: then that's our next meeting.",
      "2023-05-18 14:00",
    ],
    ["The group settled on Friday 12 May at 09:00 UTC for its next call.", "2023-05-12 09:00"],
    ["18 May 2023 at 14:00 UTC was chosen for the next meeting.", "2023-05-18 14:00"],
    [
      "The call of 4 May falls away, so that the next is on 18 May at 14:00 UTC.",
      "2023-05-18 14:00",
    ],
    ["No meeting in May because of the fair. Next one: 15 June 2023.", "2023-06-15"],
    ["Owing to the regatta the Forum meets a week later than usual, on 25 May.", "2023-05-25"],
    ["Follow-up meeting: May 22, 2023, 10 a.m.", "2023-05-22 10:00"],
    ["See you on the first of June at ten in the morning!", "2023-06-01 10:00"],
    ["Same place and time on Thursday 4 May, please.", "2023-05-04 14:00"],
    ["Time of next meeting: 15:00 UTC\nDate of next meeting: 16 May 2023", "2023-05-16 15:00"],
    [
      "The next meeting is in two weeks, on 4 May. We start at 09:30 this time.",
      "2023-05-04 09:30",
    ],
    ["Dates for 2023: 8 June, 7 September, 7 December.", "2023-06-08"],
  ])("%s", (said, when) => {
    expect(nextOf(said)).toBe(when)
  })

  test.each([
    ["We meet again this day fortnight, same hour.", "2023-05-04 14:00"],
    ["See you all next Thursday, same time.", "2023-04-27 14:00"],
    ["Prochaine réunion dans trois semaines, même heure.", "2023-05-11 14:00"],
    ["Próxima reunión: dentro de dos semanas, a la misma hora", "2023-05-04 14:00"],
    ["Nächster Termin: heute in drei Wochen, gleiche Zeit", "2023-05-11 14:00"],
  ])("counted: %s", (said, when) => {
    expect(nextOf(said)).toBe(when)
  })

  test.each([
    "The Pilots' Guild meets next on 3 May 2023 at 18:00; our own date is still open.",
    "The Quay Board meets next on 3 May 2023.",
    "Next meeting: either 18 May or 1 June, depending on the tide tables.",
    "Next meeting: 18 May or 25 May, to be settled by e-mail.",
    "The Forum will next convene in the week of 15 May 2023.",
    "The next meeting will discuss the report of 16 March 2023.",
    "Ben and Ana will meet on 27 April to look at the piles.",
    "The next newsletter goes out on 1 May 2023.",
    "Ben will report at the next meeting. The berths are let from 1 May 2023.",
    "Call of all teams next Thursday: sixty came to the last one.",
  ])("not told: %s", (said) => {
    expect(nextOf(said)).toBeNull()
  })
})
