import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const report = (head: string, opening = "") => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

${head}

${opening}

1. Lamps

Dora Weiss reported on the lamps.

2. Any other business

Nothing was raised.
`
const moderatorsOf = (text: string) =>
  readReport(text, "phrase.txt").moderators.map(({ value }) => value)

describe("labels of who led a meeting", () => {
  test.each([
    "Chair: Ana Lind",
    "Chair - Ana Lind",
    "Chair: Ms. Ana Lind (Port of Sol)",
    "CHAIR: Ana Lind",
    "Chairperson: Ana Lind",
    "Chairman: Ana Lind",
    "Presiding Member: Ana Lind",
    "Cathaoirleach: Ana Lind",
    "Chairwoman: Ana Lind",
    "Acting chair: Ana Lind",
    "Meeting chair: Ana Lind",
    "Chair of the meeting: Ana Lind",
    "Session chair: Ana Lind",
    "WG chair: Ana Lind",
    "Committee Chair: Ana Lind",
    "Board Chair: Ana Lind",
    "Chair for today: Ana Lind",
    "Chaired by: Ana Lind",
    "Chaired by Ana Lind",
    "In the chair: Ana Lind",
    "Presiding: Ana Lind",
    "Presiding officer: Ana Lind",
    "President: Ana Lind",
    "Moderator: Ana Lind",
    "Moderated by: Ana Lind",
    "Moderation: Ana Lind",
    "Facilitator: Ana Lind",
    "Facilitation: Ana Lind",
    "Meeting facilitator: Ana Lind",
    "Convenor: Ana Lind",
    "Meeting lead: Ana Lind",
    "Led by: Ana Lind",
    "Call lead: Ana Lind",
    "**Chair:** Ana Lind",
    "| Chair | Ana Lind |\n| --- | --- |\n| Scribe | Ben Okoro |",
    "Chair: Ana Lind | Scribe: Ben Okoro",
    "Chair: Ana Lind, Scribe: Ben Okoro",
    "Chair: Ana Lind. Minutes: Ben Okoro.",
    "Présidence : Ana Lind",
    "Présidente de séance : Ana Lind",
    "Vorsitz: Ana Lind",
    "Sitzungsleitung: Ana Lind",
    "Preside: Ana Lind",
    "Moderadora: Ana Lind",
    "Présents: Ben Okoro\nAnimation : Ana Lind",
    "Present: Ana Lind (chair), Ben Okoro (minutes), Cem Arslan",
    "Present: Ana Lind (in the chair), Ben Okoro, Cem Arslan",
    "Present:\n- Ana Lind (Chair)\n- Ben Okoro\n- Cem Arslan",
    "PRESENT\nMs A. Lind\nDr B. Okoro\n\nCHAIR: Ana Lind",
  ])("%s", (head) => {
    expect(moderatorsOf(report(head))).toEqual(["Ana Lind"])
  })
})

describe("sentences on who led a meeting", () => {
  test.each([
    "The meeting was chaired by Ana Lind.",
    "The call was moderated by Ana Lind (Port of Sol).",
    "The meeting was facilitated by Ms. Ana Lind.",
    "The session was led by Ana Lind.",
    "The meeting was called to order at 14:00 by the chair, Ana Lind.",
    "The meeting was called to order by Chair Ana Lind at 14:00.",
    "Chair Ana Lind called the meeting to order at 14:00.",
    "Ana Lind, Chair, called the meeting to order.",
    "Ana Lind called the meeting to order at 14:00.",
    "The Chair, Ana Lind, opened the meeting at 14:00.",
    "The chairperson, Ms. Ana Lind, welcomed the participants.",
    "Ana Lind took the chair.",
    "Ana Lind was in the chair.",
    "Ana Lind chaired the meeting.",
    "Ana Lind presided.",
    "Ana Lind presided over the meeting.",
    "Ana Lind acted as chair.",
    "Ana Lind served as moderator.",
    "Ana Lind moderated, and Ben Okoro took notes.",
    "Ana Lind moderated the discussion while Ben Okoro took the notes.",
    "The discussion was moderated by Ana Lind, with Ben Okoro as rapporteur.",
    "In the absence of the Chair, Ana Lind chaired the meeting.",
    "In the absence of the chair, the vice-chair, Ana Lind, presided.",
    "Under the chairmanship of Ana Lind, the group met on 3 March 2022.",
    "The group met on 3 March 2022 with Ana Lind in the chair.",
    "The meeting, chaired by Ana Lind, began at 14:00.",
    "Ana Lind opened the meeting as its chair.",
    "With Ana Lind presiding, the meeting began at 14:00.",
    "Ana Lind (chair) opened the meeting at 14:00.",
    "The moderator of the call was Ana Lind.",
  ])("%s", (opening) => {
    expect(moderatorsOf(report("Minutes", opening))).toEqual(["Ana Lind"])
  })
})

describe("several who led a meeting", () => {
  test.each([
    "Chairs: Ana Lind and Ben Okoro",
    "Co-chairs: Ana Lind, Ben Okoro",
    "WG Chairs:   Ana Lind, Ben Okoro",
    "Chairs: Ana Lind & Ben Okoro",
    "Chairs: Ana Lind / Ben Okoro",
    "Co-chairs: Ms. Ana Lind (Port)\n           Mr. Ben Okoro (Town)",
    "Chair: Ana Lind\nCo-chair: Ben Okoro",
    "Moderators: Ana Lind (Port of Sol), Ben Okoro (Town of Sol)",
  ])("%s", (head) => {
    expect(moderatorsOf(report(head))).toEqual(["Ana Lind", "Ben Okoro"])
  })
})

describe("those who led a meeting in turn or together", () => {
  test.each<[string, string, string[]]>([
    ["Clerk (presiding): Ana Lind. Assistant clerk: Ben Okoro.", "", ["Ana Lind"]],
    ["Chair: Ana Lind\nlater: Ben Okoro (Vice-Chair)", "", ["Ana Lind", "Ben Okoro"]],
    ["Preside: Dra. Ana Lind (decana)", "", ["Ana Lind"]],
    ["", "The WG2 Chair, Mr Ana Lind (Sol), opened the meeting.", ["Ana Lind"]],
    [
      "",
      "The meeting was opened by Ms. Ana Lind, who chaired it together with Mr. Ben Okoro.",
      ["Ana Lind", "Ben Okoro"],
    ],
    [
      "",
      "Ana Lind presided over the sitting until 8:45; from then on Ben Okoro took the chair.",
      ["Ana Lind", "Ben Okoro"],
    ],
    ["", "Le groupe s'est réuni sous la présidence de Mme Ana Lind.", ["Ana Lind"]],
  ])("%s%s", (head, opening, expected) => {
    expect(moderatorsOf(report(head, opening))).toEqual(expected)
  })
})
