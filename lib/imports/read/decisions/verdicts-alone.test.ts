import { describe, expect, test } from "vitest"
import { readReport } from "../report"
import { decides } from "./decides"
import { isCount } from "./motions"

const read = (said: string) =>
  readReport(
    `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\n\n## 1. Lamps\n\n${said}\n\n## 2. Any other business\n\nNothing was raised.\n`,
    "alone.md",
  )
const decisionsOf = (said: string) => read(said).decisions.map(({ text }) => text)

describe("a verdict that stands alone is about what stands right above it", () => {
  test.each([
    [
      "in capitals below a number",
      "Okoro/Weiss\n\n42/13 THAT two lamps be bought for the pier.\n\nCARRIED",
      "THAT two lamps be bought for the pier.",
    ],
    [
      "below those who moved it",
      "Okoro/Weiss\n42/13 THAT two lamps be bought for the pier.\n\nCARRIED U",
      "Okoro/Weiss 42/13 THAT two lamps be bought for the pier.",
    ],
    [
      "with its votes behind a sentence",
      "Ben is lighting the pier in May. The club will pay the oil. **Motion passed 7-0**",
      "The club will pay the oil.",
    ],
    [
      "below an entry",
      "- The oil lamp is often left burning, please put it out (Cem)\n  - It came up because of the fire.\n  - Agreed.",
      "The oil lamp is often left burning, please put it out (Cem)",
    ],
    [
      "in brackets",
      "We stay with Tuesdays for now. (No objections.)",
      "We stay with Tuesdays for now.",
    ],
    [
      "as entries of a list",
      "* Motion to buy two lamps by Ben\n* Seconded by Dora\n* Motion carried unanimously",
      "Motion to buy two lamps by Ben",
    ],
  ])("%s", (_, said, decided) => {
    expect(decisionsOf(said)).toEqual([decided])
  })

  test.each([
    [
      "what was said is not voted on",
      "Ben said that two lamps will be bought by the council.\n\nApproved.",
    ],
    ["what was lost", "Okoro/Weiss\n42/13 THAT two lamps be bought.\n\nLOST"],
    ["what leads on", "- The lamps on the pier:\n  - Agreed."],
  ])("not: %s", (_, said) => {
    expect(decisionsOf(said).join()).not.toMatch(/lamp/)
  })
})

test("who moved and seconded, where the minutes say no more of it", () => {
  expect(decisionsOf("Ben moved, Dora Weiss seconded that the fee remain at $35")).toEqual([
    "Ben moved, Dora Weiss seconded that the fee remain at $35",
  ])
  expect(decisionsOf("Ben moved, Dora seconded that the fee be $35. The motion was lost.")).toEqual(
    [],
  )
})

test("a title under which nothing stands says what became of its item", () => {
  const titled = (title: string, said = "") =>
    read(`Two are out.\n\n## ${title}\n\n${said}`).decisions.map(({ text }) => text)
  expect(titled("Minutes of 3 May (approved)")).toEqual(["Minutes of 3 May (approved)"])
  expect(titled("February minutes, approved")).toEqual(["February minutes, approved"])
  expect(titled("The new format (adopted)", "Ben asked when it comes.")).toEqual([])
})

test("entries below one that ends in a colon are decisions, and it is none", () => {
  const text =
    "# Harbour Light Group\n\n3 March 2022\n\n# Resolved\n\n- Cem keeps the key (5-0)\n- These points on the pier:\n    1. No fire after dusk.\n    2. All sweep what they sawed. (5-0)\n\n# Other business\n\n- Ana asked who has the saw.\n"
  expect(readReport(text, "resolved.md").decisions.map((each) => each.text)).toEqual([
    "Cem keeps the key (5-0)",
    "No fire after dusk.",
    "All sweep what they sawed. (5-0)",
  ])
})

test.each([
  "The BoD is unanimously in favor of paying for two beds.",
  "Members discussed the ways in which the lamps could be paid for, including what the board had said about it, and agreed that the club should buy them.",
  "Ben said that he had passed round the plan for the pier and it was resolved to raise no objection.",
  "The figures for May were circulated and agreed.",
  "Moved: B Okoro, seconded: D Weiss, that the budget be accepted -- Carried.",
  "The meeting approved $150 for each of the two.",
  "Each team shall name one person who keeps the key. (5-0)",
  "Use of the hall by the chess club: approved for Thursdays until June.",
])("decided: %s", (sentence) => {
  expect(decides(sentence)).toBe(true)
})

test.each([
  "Ben spoke for the committee, on which he sat before he was elected.",
  "Harbour United won the last match of the year (5-0)",
  "A list of firms that have passed an inspection.",
  "Ben said that it was resolved last year to buy lamps.",
])("not decided: %s", (sentence) => {
  expect(decides(sentence)).toBe(false)
})

test("votes in a chat carry the motion in the title above", () => {
  const said = "Ana asked.\n\n## Motion 2: Join the union of the piers\n\nana, ben, cem: +1"
  expect(decisionsOf(said)).toEqual(["Join the union of the piers"])
  expect(
    decisionsOf("Ana asked.\n\n## Motion 2: Join the union of the piers\n\nBen asked."),
  ).toEqual([])
})

test("votes are counted and not decided", () => {
  expect(isCount("4 of 5 votes for, 0 of 5 votes against")).toBe(true)
  expect(isCount("ana, ben_o, cem: +1")).toBe(true)
  expect(isCount("ana: the lamp is out")).toBe(false)
})
