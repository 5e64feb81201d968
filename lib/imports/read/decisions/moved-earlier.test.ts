import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `# Harbour Light Group\n\nMeeting 12, 3 March 2022, 14:00 UTC\n\nChair: Ana Lind\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\n\n## 1. Lamps\n\n${said}\n\n## 2. Any other business\n\nNothing was raised.\n`,
    "moved.md",
  )
const decisionsOf = (said: string) => read(said).decisions.map(({ text }) => text)

describe("a verdict tells how what was moved further up went", () => {
  test.each([
    [
      "with the discussion between",
      "Ben moved that two lamps be bought. Dora seconded.\n\nCem asked what they cost. Ana said forty.\n\nMotion approved unanimously.",
      "Ben moved that two lamps be bought.",
    ],
    [
      "with the words in a paragraph of their own",
      "It was moved by Ben Okoro, and seconded by Dora Weiss, that:\n\nTwo lamps are bought for the pier.\n\nCem asked what they cost.\n\nThe motion carried with no objections.",
      "Two lamps are bought for the pier.",
    ],
    [
      "with every vote on a line",
      "Motion (Okoro/Weiss): buy two lamps\n\n- Ana Lind - Yes\n- Cem Arslan - No\n\nPasses: 3-1",
      "buy two lamps",
    ],
    [
      "below what was put to the vote",
      "* VOTE: Buy two lamps this spring\n  * +1 Ana, Ben, Dora\n  * 0 Cem\n  * Passed",
      "Buy two lamps this spring",
    ],
    [
      "below a question",
      "VOTE: Should we buy two lamps?\n\n- Yes: 4\n- No: 0\n\nResult: approved",
      "Should we buy two lamps?",
    ],
    [
      "by a count of votes alone",
      "Motion: Ben Okoro motioned to buy two lamps\nSecond: Dora Weiss\nDecision: vote 3-1 in favor; Cem Arslan opposed",
      "Ben Okoro motioned to buy two lamps",
    ],
    [
      "by a count of three below the entry",
      "* Motion to buy two lamps (Ben O/Dora)\n* Vote 3-0-1",
      "Motion to buy two lamps (Ben O/Dora)",
    ],
    [
      "by all who vote",
      "Ben made a motion to buy two lamps. Dora made the second. All voted aye. The pier is dark.",
      "Ben made a motion to buy two lamps.",
    ],
    [
      "below what looks like an item",
      "### a. Ben moves to buy two lamps\n\ni. Second by Dora\n\nii. Motion passes 3-0-1",
      "Ben moves to buy two lamps",
    ],
    [
      "in letters that many know",
      "The pier is dark. Ben Okoro made a motion to buy two lamps, second by Dora Weiss, MCU",
      "Ben Okoro made a motion to buy two lamps, second by Dora Weiss, MCU",
    ],
    [
      "above the words of what was carried",
      "Ben moved the adoption of the plan.\n\nThe motion passed unanimously.\n\nDecision 1: The Group buys two lamps.",
      "The Group buys two lamps.",
    ],
    [
      "below an entry, deeper than it",
      "* The Group thanks Cem for the old lamps\n    * Ben initiated motion, Dora seconded, with unanimous consent",
      "The Group thanks Cem for the old lamps",
    ],
    [
      "behind the votes in the same paragraph",
      "Ben made a motion to buy two lamps; Dora seconded the motion. By roll call, the vote was unanimous.",
      "Ben made a motion to buy two lamps; Dora seconded the motion. By roll call, the vote was unanimous.",
    ],
  ])("%s", (_, said, decided) => {
    expect(decisionsOf(said)).toEqual([decided])
  })

  test.each([
    ["where it fell", "Ben moved that two lamps be bought.\n\nMotion failed, 1-3."],
    [
      "where it lapsed",
      "Ben moved that two lamps be bought. The motion lapsed for want of a seconder.",
    ],
    [
      "where it was tabled",
      "RESOLVED, that two lamps be bought.\n\nSpecial Order 7B, the lamps, was tabled.",
    ],
    [
      "where no verdict is told",
      "Vote: two lamps are bought this spring\n\nCem asked what they cost.",
    ],
    ["where a vote is only counted", "Vote: 3 for, 1 against."],
  ])("none %s", (_, said) => {
    expect(decisionsOf(said)).toEqual([])
  })

  test("a verdict with words of its own is about them", () => {
    expect(
      decisionsOf(
        "Ben moves to recommend the lamp, Dora seconds.\n\nAll ayes. Motion passes, the lamp is recommended to the port.",
      ),
    ).toEqual(["Motion passes, the lamp is recommended to the port."])
  })
})

describe("a sentence that tells who moved, who seconded and how it went decides", () => {
  test.each([
    "Ben moved that two lamps be bought, Dora seconded, approved without objection.",
    "No more cheap lamps to be bought: motioned by BO, seconded by DW, carried",
    "Okoro/Weiss - buy two lamps - 3 in favour, 1 abstention (Lind)",
    "The minutes of February approved 4 - 0",
    "Admitted by acclamation.",
  ])("%s", (said) => {
    expect(decisionsOf(said)).toEqual([said])
  })

  test.each([
    "Ben moved, seconded by Dora, to wait, and the motion failed.",
    "Berth/quay - see the plan of the pier - three pages",
    "There was no support for this.",
    "The pier is 6 - 0 metres above the water.",
    "Motion: Ben Okoro motioned to buy two lamps\nSecond: Dora Weiss\nDecision: vote 1-3",
    "Ben moved to buy two lamps.\n\nVote 2-2",
    "Ben made a motion to buy two lamps, second by Dora, and left at MCU station",
  ])("near miss: %s", (said) => {
    expect(decisionsOf(said)).toEqual([])
  })
})

describe("a list of what came of an item has tasks among its decisions", () => {
  const list =
    "- Two lamps are bought.\n- Ben/Dora: Draw up a list of shops.\n- Cem to ask the port"
  test.each(["**Resolved**", "**Decided**", "### Conclusion/Resolution"])("%s", (label) => {
    const { decisions, actions } = read(`${label}\n\n${list}`)
    expect(decisions.map(({ text }) => text)).toEqual(["Two lamps are bought."])
    expect(actions.map(({ text, owners }) => [text, owners])).toEqual([
      ["Draw up a list of shops.", ["Ben Okoro", "Dora Weiss"]],
      ["Cem to ask the port", ["Cem Arslan"]],
    ])
  })

  test("a word in bold within a sentence is no such label", () => {
    expect(
      decisionsOf("**Decision** of last year\n\n- Lamps cost forty.\n- The pier is dark."),
    ).toEqual([])
  })

  test("nothing is no decision", () => {
    expect(decisionsOf("**Resolved**\n\n- Nothing")).toEqual([])
  })
})
