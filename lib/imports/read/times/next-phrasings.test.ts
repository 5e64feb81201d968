import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const minutesWith = (said: string) => `Harbour Light Group
Meeting 12, Thursday 3 March 2022, 14:00 UTC

Chair: Ana Lind
Present: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss

1. Lamps

Ben reported on the lamps.

2. Any other business

Nothing was raised.

${said}
`
const nextOf = (said: string) => {
  const next = readReport(minutesWith(said), "phrase.txt").nextMeeting
  return next?.startsAt ?? next?.suggestion ?? next?.when?.date ?? (next ? "undated" : null)
}

describe("ways to announce the next meeting", () => {
  test.each<[string, string]>([
    [
      "5.1 The thirteenth e-meeting is planned for 31 March 2022, 14:00 UTC.",
      "2022-03-31T14:00:00Z",
    ],
    [
      "Next telecon Thursday 31 March 2022, 14:00 UTC; Ben chairs.\nWiki: https://lights.example.org/wiki",
      "2022-03-31T14:00:00Z",
    ],
    ["Next meeting | Thursday 31 March | 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["## Next triage\n\n2022-03-31. Ana Lind leads.", "2022-03-31T14:00:00Z"],
    ["Next event\n\n31 March – 1 April 2022, in the harbour.", "2022-03-31T14:00:00Z"],
    [
      "The second meeting of the cycle will take place on Thursday, 31 March.",
      "2022-03-31T14:00:00Z",
    ],
    ["ana: Then until next week, 31 March at 14:00 UTC. Good night.", "2022-03-31T14:00:00Z"],
    ["There will be three meetings, the next of them on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Next meeting: 31 March 2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["The following meeting is on 31 March 2022, 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["The coming meetings are on 31 March 2022 and 28 April 2022.", "2022-03-31T14:00:00Z"],
    ["There is no call in March; the next one is on 28 April 2022.", "2022-04-28T14:00:00Z"],
    ["Prochaines réunions : 31/03/2022, 14:00 UTC; 28/04/2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["*The task force meets again on 31 March 2022 at 14:00 UTC.*", "2022-03-31T14:00:00Z"],
    ["Next: the session of spring, 31 March 2022, 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["Ben Okoro: Next call on 31 March, same time.", "2022-03-31T14:00:00Z"],
    [
      "It was agreed to hold the twenty-second meeting on 31 March 2022 at 14:00 UTC.",
      "2022-03-31T14:00:00Z",
    ],
    ["Next meeting: Thursday 31 March at 15:00 CET", "2022-03-31T14:00:00Z"],
    ["Next meeting – 31 March", "2022-03-31T14:00:00Z"],
    ["Next call: March 31st, same time.", "2022-03-31T14:00:00Z"],
    ["*Next council meeting: 31 March 2022 at 13:00 UTC.*", "2022-03-31T13:00:00Z"],
    ["Date of next meeting: 31/03/2022", "2022-03-31T14:00:00Z"],
    ["DATE OF NEXT MEETING\n\n31 March 2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["## Next meeting\n\n31 March 2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["3. Date of next meeting\n\nThursday 31 March 2022 at 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["The next meeting will be held on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The next meeting is scheduled for 31 March 2022 at 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["The next session will take place in Ljubljana on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The next regular meeting of the Board is 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The next meeting was fixed for 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The date of the next meeting was set as 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The date of the next meeting is 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["It was agreed that the next meeting be held on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["It was agreed to meet again on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The group will meet again on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The group will next meet on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["We meet again on 31 March 2022, 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["We reconvene on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Again on 31 March, 14:00 UTC, in the harbour.", "2022-03-31T14:00:00Z"],
    ["See you on 31 March 2022!", "2022-03-31T14:00:00Z"],
    ["An online interim is planned for 31 March 2022, 14:00 UTC.", "2022-03-31T14:00:00Z"],
    [
      "The meeting closed at 15:00. An interim meeting is planned for 31 March 2022.",
      "2022-03-31T14:00:00Z",
    ],
    ["Meeting adjourned until 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["The meeting adjourned at 15:10, to meet again on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Next meetings: 31 March, 28 April and 26 May 2022", "2022-03-31T14:00:00Z"],
    ["Upcoming meetings: 31 March 2022; 28 April 2022", "2022-03-31T14:00:00Z"],
    ["Forthcoming meetings\n\n- 31 March 2022\n- 28 April 2022", "2022-03-31T14:00:00Z"],
    ["Future meetings: 31 March 2022", "2022-03-31T14:00:00Z"],
    ["The following meeting will be on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Our next call is in four weeks, same time.", "2022-03-31T14:00:00Z"],
    ["Ana: Next call in two weeks, same time. Bye all.", "2022-03-17T14:00:00Z"],
    ["Next meeting in two weeks.", "2022-03-17T14:00:00Z"],
    ["Next meeting: in two weeks", "2022-03-17T14:00:00Z"],
    ["The group meets again in two weeks.", "2022-03-17T14:00:00Z"],
    ["Next meeting: date to be determined by a doodle poll.", "undated"],
    ["A doodle poll will be sent for the date of the next meeting.", "undated"],
    ["The date of the next meeting will be announced on the mailing list.", "undated"],
    ["Next meeting: TBD", "undated"],
    ["The thirteenth meeting will be held on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Meeting 13 will take place on 31 March 2022.", "2022-03-31T14:00:00Z"],
    ["Prochaine réunion : le 31 mars 2022 à 14 h 00 UTC", "2022-03-31T14:00:00Z"],
    ["Próxima reunión: 31 de marzo de 2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
    ["Nächste Sitzung: 31. März 2022, 14:00 UTC", "2022-03-31T14:00:00Z"],
  ])("%s", (said, start) => {
    expect(nextOf(said)).toBe(start)
  })
})

describe("what announces none", () => {
  test.each([
    "The port opens on 31 March 2022.",
    "## Next steps\n\n31 March 2022: the list is sent.",
    "Ben reported that the committee on tides met on 31 January 2022.",
    "Ben will send the list by 31 March 2022.",
  ])("%s", (said) => {
    expect(nextOf(said)).toBeNull()
  })
})

describe("the day of the next meeting among other things", () => {
  test.each<[string, string]>([
    [
      "Next mtg: 31/03/2022? No, that clashes with the fair. Agreed: Friday 1 April 2022, 14:00 UTC.",
      "2022-04-01T14:00:00Z",
    ],
    ["NM: 2022-03-31T14:00Z", "2022-03-31T14:00:00Z"],
    [
      "Forthcoming: 31.03.2022, 14.00 UTC (Group); 05.04.2022, 10.00 UTC (lamps sub-group)",
      "2022-03-31T14:00:00Z",
    ],
    [
      "Next meeting on 31 March 2022, on board; we cast off at 11:00 UTC and the meeting begins at 11:30 UTC.",
      "2022-03-31T11:30:00Z",
    ],
    ["Back on Thursday, 31 March, 14:30 UTC sharp.", "2022-03-31T14:30:00Z"],
    [
      "Dates: meeting 31 March 2022, 14:00 UTC; agenda items by 20 March 2022.",
      "2022-03-31T14:00:00Z",
    ],
    ["Nothing else. Next huddle 31 March 2022, 14:00 UTC.", "2022-03-31T14:00:00Z"],
    ["The Eighth Session opens on 31 March 2022.", "2022-03-31T14:00:00Z"],
    [
      "We leave it for the next call, which is on 31 March 2022 at 15:00 UTC.",
      "2022-03-31T15:00:00Z",
    ],
    ["NEXT MEETING   : Thursday, 31 March 2022, 15:00 UTC", "2022-03-31T15:00:00Z"],
    ["NEXT MEETING ............. 31 March 2022, 15:00 UTC", "2022-03-31T15:00:00Z"],
    ["Next: 31/3, 15:00 UTC", "2022-03-31T15:00:00Z"],
    ["Future dates: 31 March, 28 April, 26 May 2022 (all 15:00 UTC).", "2022-03-31T15:00:00Z"],
    ["NEXT\n\n31 March 2022, 15:00 UTC, same room.", "2022-03-31T15:00:00Z"],
    [
      "The Group took note that its tenth session was scheduled to begin on 31 March 2022.",
      "2022-03-31T14:00:00Z",
    ],
    ["Meeting 13 is called for 31 March 2022, 15:00 UTC.", "2022-03-31T15:00:00Z"],
    ["Session 5/2022: 31 March 2022, 15:00 UTC", "2022-03-31T15:00:00Z"],
    [
      "The One Hundred and Thirteenth Session is convened for 31 March 2022, 15:00 UTC.",
      "2022-03-31T15:00:00Z",
    ],
    [
      "Ana noted that the working session of HLG 32 would be held on 31 March 2022.",
      "2022-03-31T14:00:00Z",
    ],
    [
      "The next meeting of the Panel will be held on 31.03.2022 at 15:00 UTC.",
      "2022-03-31T15:00:00Z",
    ],
  ])("%s", (said, expected) => {
    expect(nextOf(said)).toBe(expected)
  })

  test.each([
    "The Town Council takes up the lamps at its next meeting, on 31 March 2022, 18:00.",
    "In its present form the Group will not meet again; the archive closes on 31 May 2022.",
    "Next release 31 March 2022.",
    "The next meeting of the dredging panel will be held on 31.03.2022.",
    "Next instalment is due on 31 March 2022.",
  ])("%s", (said) => {
    expect(nextOf(said)).toBeNull()
  })
})

test("the field of a page in front of the text", () => {
  const page =
    "---\ntitle: Harbour Light Group\ndate: 2022-03-03T14:00:00Z\nnext: 2022-03-31T15:00:00Z\n---\n\n## 1. Lamps\n\nBen reported on the lamps.\n\n## 2. Fees\n\nAna spoke on the fees.\n"
  expect(readReport(page, "x.md").nextMeeting?.startsAt).toBe("2022-03-31T15:00:00Z")
})
