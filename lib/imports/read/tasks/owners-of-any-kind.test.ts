import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const minutesWith = (
  said: string,
  list = "Present: Ana Lind, Ben Okoro (Harbour Food Bank), Cem Arslan",
) =>
  `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

Chair: Ana Lind
${list}

1. Lamps

The lamps were seen.

${said}
`
const actionsOf = (said: string, list?: string) =>
  readReport(minutesWith(said, list), "kind.txt").actions.map(({ text, owners, due }) => [
    text,
    owners,
    due,
  ])
const [ANA, BEN, CEM] = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("whose a task is, and what it is", () => {
  test.each<[string, [string, string[], string | null][]]>([
    ["→ Paint the pier — Ben — 9 March", [["Paint the pier", [BEN], "2022-03-09"]]],
    ["→ Paint the pier — Ben, Cem", [["Paint the pier", [BEN, CEM], null]]],
    [
      "→ Paint the pier — Lamp Committee — 9 March",
      [["Paint the pier", ["Lamp Committee"], "2022-03-09"]],
    ],
    ["Action: Ben - paint the pier - no date", [["paint the pier", [BEN], null]]],
    [
      "Suivi / Follow-up: Ben - paint the pier - 9 March 2022",
      [["paint the pier", [BEN], "2022-03-09"]],
    ],
    ["- [ ] @ben @cem paint the pier", [["paint the pier", [BEN, CEM], null]]],
    [
      "ACTION 3a Ben to paint the pier (9 March 2022)",
      [["Ben to paint the pier", [BEN], "2022-03-09"]],
    ],
    [
      "Action: paint the pier (Secretariat, 9 March)",
      [["paint the pier", ["Secretariat"], "2022-03-09"]],
    ],
    [
      "Action: Ben to lodge the list with the registrar by 9 March",
      [["Ben to lodge the list with the registrar by 9 March", [BEN], "2022-03-09"]],
    ],
    [
      "Paint the pier.\n   Action by: Tramway Company\n   Deadline: 9 March 2022",
      [["Paint the pier.", ["Tramway Company"], "2022-03-09"]],
    ],
    [
      "Action by:  Mr Okoro, Mr Arslan\n            Draft the page\n            Due: 9 March 2022",
      [["Draft the page", [BEN, CEM], "2022-03-09"]],
    ],
    [
      "The Friends of the Pier will mention it in their letter.",
      [["The Friends of the Pier will mention it in their letter.", ["Friends of the Pier"], null]],
    ],
    ["Ben will have the lamps rebuilt.", [["Ben will have the lamps rebuilt.", [BEN], null]]],
  ])("%s", (said, actions) => expect(actionsOf(said)).toEqual(actions))

  test.each([
    "The Lamp Committee will meet in May.",
    "The Lamp Committee will mention it. The letter is long.",
    "Ben found 40 helpers.",
    "Chairman ..............................      Ben Okoro",
  ])("%s is nothing that is known to be taken on", (said) => expect(actionsOf(said)).toEqual([]))

  test("what stands in the column of owners is one, and a body is not whoever comes from it", () => {
    const table = `THINGS TO BE DONE

No.  Task                     Who                  By
---  -----------------------  -------------------  ------------
1    Paint the pier           Harbour Food Bank    9 March 2022
2    Take the keys to town    Mr Okoro,            10 March 2022
                              Mr Arslan
3    Count the lamps          Class parents        -
`
    expect(actionsOf(table)).toEqual([
      ["Paint the pier", ["Harbour Food Bank"], "2022-03-09"],
      ["Take the keys to town", [BEN, CEM], "2022-03-10"],
      ["Count the lamps", ["Class parents"], null],
    ])
  })

  test("tasks stand below the names of those who do them", () => {
    const list =
      "THINGS TO BE DONE\n\nBen Okoro\n   - paint the pier\n\nLamp Committee\n   - count the lamps by 9 March\n"
    expect(actionsOf(list)).toEqual([
      ["paint the pier", [BEN], null],
      ["count the lamps by 9 March", ["Lamp Committee"], "2022-03-09"],
    ])
  })

  test("a right margin of initials says whose a task is", () => {
    const page = `${" ".repeat(60)}ACTION\n\nThe pier is to be painted by 9 March.${" ".repeat(23)}BO, CA\n`
    expect(actionsOf(page, "Present: Ana Lind (AL), Ben Okoro (BO), Cem Arslan (CA)")).toEqual([
      ["The pier is to be painted by 9 March.", [BEN, CEM], "2022-03-09"],
    ])
  })
})

describe("who was there and who was not", () => {
  const peopleOf = (list: string) => {
    const { participants, regrets } = readReport(minutesWith("Ben spoke.", list), "who.txt")
    return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
  }
  test.each<[string, string[], string[]]>([
    [
      "| Members | Present | Apologies |\n|---|:---:|:---:|\n| Ana Lind | x | |\n| Ben Okoro | | x |\n| Cem Arslan | x | |",
      [ANA, CEM],
      [BEN],
    ],
    [
      "| Elected | Officers |\n|---|---|\n| Ana Lind | Ben Okoro |\n| Cem Arslan | Dora Weiss |",
      [ANA, CEM, BEN, "Dora Weiss"],
      [],
    ],
    [
      "Members: Ben Okoro, Cem Arslan\nSecretary: Dora Weiss\nSent regrets: Eva Roth",
      [BEN, CEM, "Dora Weiss", ANA],
      ["Eva Roth"],
    ],
    [
      "Other members: Ben Okoro, Cem Arslan\n\nWe had apologies from Dora Weiss, while Eva Roth was stuck on the train.",
      [BEN, CEM, ANA],
      ["Dora Weiss", "Eva Roth"],
    ],
    [
      "Present: Ana Lind, Ben Okoro\nCouldn't make it: Cem Arslan. Dora Weiss sent a message from the ferry.",
      [ANA, BEN],
      [CEM, "Dora Weiss"],
    ],
  ])("%s", (list, present, away) => expect(peopleOf(list)).toEqual([present, away]))

  test("a house that hosts is nobody, nor is its room", () => {
    const { hosts } = readReport(
      minutesWith("Ben spoke.").replace("Chair:", "Hosted by the Port Library, Room B\nChair:"),
      "house.txt",
    )
    expect(hosts).toEqual([])
  })
})
