import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { decides } from "./decides"

test.each([
  "£210 invoice for leaflets – agreed to pay.",
  "Annual fair – 20th January agreed.",
  "Standing agenda to become the norm, agreed by all zones.",
  "Drop the old lamp #90: approved.",
  "Traders at the market - consensed on coming back to this in spring",
  "Every lamp gets a number, this was agreed by all",
  "Voted 3:1 for the green lamp",
  "Agreed a true and accurate record",
  "The attending members of the Steering Circle gave approval for the lamp.",
  "The Committee adopted by voice vote, with Ms. Lind abstaining, a recommendation on lamps.",
])("decided: %s", (sentence) => {
  expect(decides(sentence)).toBe(true)
})

test.each([
  "Ana – agreed to look at it.",
  "Ana explained the plan, agreed to send it.",
  "The plan, agreed by the ministers in 2001, is old.",
  "Registration: accepted papers are online.",
  "The lamp is green, carried by two of us.",
  "The members of the public agreed with her.",
])("not decided: %s", (sentence) => {
  expect(decides(sentence)).toBe(false)
})

const front =
  "# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan\n\n## Lamps\n\n"
const decisionsOf = (said: string) =>
  readReport(`${front}${said}\n\n## Any other business\n\nNone.\n`, "x.md").decisions.map(
    ({ text }) => text,
  )

describe("labels, verdicts and lists", () => {
  test.each([
    ["**Conclusion** The lamp is rejected unanimously.", ["The lamp is rejected unanimously."]],
    ["- Take away: the limit stays at one hour.", ["the limit stays at one hour."]],
    ["**Lamp** The lamp is green.", []],
    [
      "Vote on spending 640 on a second lamp.\n\n- Vote: 4 in favor, 0 opposed\n- Resolution: Vote passed",
      ["Vote on spending 640 on a second lamp."],
    ],
    ["Vote on dropping the lamp.\n\n- Vote: 1 in favor, 3 opposed\n- Resolution: Vote failed", []],
    [
      "The Committee admitted the following three clubs as members:\n\n- Pell Rowers\n- Quay Divers",
      ["The Committee admitted the following three clubs as members:"],
    ],
    [
      "It was agreed:\n\n- to buy a lamp\n- to paint the door",
      ["to buy a lamp", "to paint the door"],
    ],
    [
      "- Lamps\n    - Resolved:\n        - Buy a lamp\n- Doors to look at:\n    - the blue one",
      ["Buy a lamp"],
    ],
    ["Drop the old lamp? 5111: approved.", ["Drop the old lamp? 5111: approved."]],
  ])("%s", (said, decisions) => {
    expect(decisionsOf(said)).toEqual(decisions)
  })

  test("below the number of a motion its words stand behind a label", () => {
    const said =
      "### Motion #2022-03-03/1\n\nPresenter: Ana Lind\n\nText: Buy two lamps for the quay.\n\nResolution: Passed\n\n### Motion #2022-03-03/2\n\nText: Paint the door.\n\nResolution: Postponed to next meeting"
    expect(decisionsOf(said)).toEqual(["Buy two lamps for the quay."])
  })

  test("lines below an entry that nobody wrapped are sentences of their own", () => {
    const said =
      "- Lamps (10 min)\n    Ben explained how the lamps are counted\n    It was decided to count them twice a year from now on\n    Ana will tell the port"
    expect(decisionsOf(said)).toEqual(["It was decided to count them twice a year from now on"])
  })
})
