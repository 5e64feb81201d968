import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\nApologies: Otto Brandvold (Engineer)\n\n1. Lamps\n\nThe lamps were counted.\n\n"
const actionsOf = (said: string) =>
  readReport(
    `${front}${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => ({ text, owners, due }))
const ofOthers = (said: string) => actionsOf(said).map(({ owners, due }) => ({ owners, due }))

describe("tables of tasks by the looks of their columns", () => {
  test("heads in words that nobody has listed", () => {
    const table =
      "| Chi | Che cosa | Per |\n|---|---|---|\n| Ana | Order two lamps | 01/04/2022 |\n| Ben, Cem | Write to the port | 15/04/2022 |\n"
    expect(actionsOf(table)).toEqual([
      { text: "Order two lamps", owners: ["Ana Lind"], due: "2022-04-01" },
      { text: "Write to the port", owners: ["Ben Okoro", "Cem Arslan"], due: "2022-04-15" },
    ])
  })

  test("bars between the cells alone, and a column of what became of them", () => {
    const table =
      "Ref | Task | Keeper | State\nA-07 | Order two lamps | Ana | done\nA-08 | Write to the port | Ben | open, until 2022-04-15\nA-09 | Paint the door | Cem | dropped"
    expect(actionsOf(table)).toEqual([
      { text: "Write to the port", owners: ["Ben Okoro"], due: "2022-04-15" },
    ])
  })

  test("a new day among its states is later than that of its column", () => {
    const table =
      "| Task | Responsible | Deadline | Status |\n|---|---|---|---|\n| Order two lamps | Ana | 15 March | in progress, new deadline 20 March |\n| Write to the port | Ben | 16 March | open |"
    expect(ofOthers(table)).toEqual([
      { owners: ["Ana Lind"], due: "2022-03-20" },
      { owners: ["Ben Okoro"], due: "2022-03-16" },
    ])
  })

  test("a row goes on below its first cell", () => {
    const table =
      "By when  | What               | Who\n---------+--------------------+-----------\n20 March | Order two lamps    | Ana Lind,\n         |                    | Ben Okoro\n27 March | Write to the port  | Cem Arslan"
    expect(actionsOf(table)).toEqual([
      { text: "Order two lamps", owners: ["Ana Lind", "Ben Okoro"], due: "2022-03-20" },
      { text: "Write to the port", owners: ["Cem Arslan"], due: "2022-03-27" },
    ])
  })

  test.each([
    "| Lamp | Keeper | Since |\n|---|---|---|\n| North mole, red | Ana Lind | 1 May 2019 |\n| South mole, green | Ben Okoro | 3 June 2020 |",
    "Home | About | Contact",
    "| Time | Topic | Speaker |\n|---|---|---|\n| 10:00 | Review the lamps | Ana Lind |\n| 10:20 | Plan the summer | Ben Okoro |",
    "| No. | Fault | Team | State |\n|---|---|---|---|\n| 12 | Login page loops | Quality | open |\n| 13 | Upgrade loses themes | Security | open |",
  ])("no table of tasks: %s", (table) => {
    expect(actionsOf(table)).toEqual([])
  })
})

describe("what became of a task", () => {
  test.each([
    "* [open] Ben Okoro: publish the list",
    "- Ben: publish the list (open)",
    "AI 11-02: Ben to publish the list. OPEN",
    "11-04  Ben Okoro to publish the list. Open; no date yet.",
    "- Publish the list (Ben) – *half done*",
    "- Publish the list – Ben. STILL TO DO.",
    "[ACTION 11-2] Ben to publish the list [in progress]",
  ])("%s is still to do", (said) => {
    expect(ofOthers(said)).toEqual([{ owners: ["Ben Okoro"], due: null }])
  })

  test("a new day stands beside it", () => {
    const said = "11-04  Ben Okoro to publish the list. Open; new deadline 2022-03-30."
    expect(ofOthers(said)).toEqual([{ owners: ["Ben Okoro"], due: "2022-03-30" }])
  })

  test.each([
    "* [done] Ben Okoro: publish the list",
    "- Ben: publish the list (done; it is on the page)",
    "- Ben Okoro – publish the list (dropped, nobody asked for it)",
    "AI 11-02: Ben to publish the list. DONE",
    "11-04  Ben Okoro to publish the list. Done, see paper 12.",
  ])("%s is none any more", (said) => {
    expect(ofOthers(said)).toEqual([])
  })

  test("a word that only sounds so closes nothing", () => {
    expect(ofOthers("ACTION: Ben to have the wiring done.")).toHaveLength(1)
    expect(ofOthers("ACTION: Ben to publish the list (done by 5 April).")).toHaveLength(1)
  })
})

describe("codes, labels and arrows", () => {
  test.each([
    ["12-01: Ben to redraft the list by 2022-03-22.", "2022-03-22"],
    ["AI 45-01: Ben to redraft the list.", null],
    ["AP12/1  Ben Okoro to redraft the list by 22 March.", "2022-03-22"],
    ["A1 (Ben Okoro, 22 March) Redraft the list.", "2022-03-22"],
    ["Action Ben Okoro: redraft the list by 2022-03-22.", "2022-03-22"],
    ["→ Ben Okoro / redraft the list / 22 March", "2022-03-22"],
    ["→ Ben Okoro / redraft the list / no date", null],
    ["- redraft the list -> Ben, by 22 March", "2022-03-22"],
    ["- redraft the list\n  -> Ben, by 22 March", "2022-03-22"],
    ["- Redraft the list (Ben, by Tuesday 22 March)", "2022-03-22"],
    ["  -> Redraft the list by 22 March. [Ben]", "2022-03-22"],
    ["==> Ben Okoro: redraft the list (22 March 2022)", "2022-03-22"],
    ["Redraft the list.\nAction by: Ben Okoro, 22 March", "2022-03-22"],
  ])("%s", (said, due) => {
    expect(ofOthers(said)).toEqual([{ owners: ["Ben Okoro"], due }])
  })

  test("lines with codes are tasks each for themselves", () => {
    const said = "12-01: Ben to order the lamps.\n12-02: Ana and Cem to write to the port."
    expect(ofOthers(said)).toEqual([
      { owners: ["Ben Okoro"], due: null },
      { owners: ["Ana Lind", "Cem Arslan"], due: null },
    ])
  })

  test("the jobs of several people in one paragraph", () => {
    const said = "Ben: ring the port, order the lamps. Ana & Cem: paint the door by 12 March."
    expect(ofOthers(said)).toEqual([
      { owners: ["Ben Okoro"], due: null },
      { owners: ["Ben Okoro"], due: null },
      { owners: ["Ana Lind", "Cem Arslan"], due: "2022-03-12" },
    ])
    expect(ofOthers("Ben: the lamps are old. Ana: ask the port, then.")).toEqual([])
  })

  test("a report's own word for its tasks", () => {
    const said =
      "Encargo: Order the lamps (Ana Lind, 28 June)\n\nEncargo: Write to the port (Ben, 14 June)\n\nEncargo: Look for a painter (Cem Arslan)"
    expect(ofOthers(said)).toEqual([
      { owners: ["Ana Lind"], due: "2022-06-28" },
      { owners: ["Ben Okoro"], due: "2022-06-14" },
      { owners: ["Cem Arslan"], due: null },
    ])
  })

  test.each([
    "TB/22/081 Resolution to move into private session",
    "May 12 is when we want to review the draft.",
    "RES 12/1 The Board to review the draft every year.",
    "Action Plan: the draft was read.",
    "Venue: the old port hall (Ana Lind)",
    "- The visit of the port (Ana and Ben, 3 May) went well",
  ])("%s is no task", (said) => {
    expect(ofOthers(said)).toEqual([])
  })
})

describe("whose a sentence is", () => {
  test.each([
    ["She would write to the landlord once more by 28 March. [Engineer]", ["Otto Brandvold"]],
    ["The lamp is to be reported again. (Action: Ben)", ["Ben Okoro"]],
    [
      "The lamp is to be reported again. (Action: Ben & Cem, end of term)",
      ["Ben Okoro", "Cem Arslan"],
    ],
    ["The missing picture is to be followed up by Ben.", ["Ben Okoro"]],
    ["Ben was asked by the chair to reply to the port.", ["Ben Okoro"]],
    ["Ana took it on herself to write to the port.", ["Ana Lind"]],
    ["The Group asked Dravonia and Kalvira to repair the buoys.", ["Dravonia", "Kalvira"]],
    ["The Group directed the Lakes Institute to report on it.", ["Lakes Institute"]],
    ["Blue Tarp Alliance will hand over the poles by 12 July.", ["Blue Tarp Alliance"]],
    ["Ben will go through the list and mark the old lamps.", ["Ben Okoro"]],
    ["ACTION: @ifeo to mark the old lamps", ["Ifeoma Obi"]],
  ])("%s", (said, owners) => {
    expect(actionsOf(said).map((each) => each.owners)).toEqual([owners])
  })

  test.each([
    "[Ana Lind] introduced the paper. [Ben Okoro] spoke for the port.",
    "The Group asked for the list. [3]",
    "Ben will go to sea in May.",
    "The Group asked Dravonia about the buoys.",
    "The Chair asked Dravonia to present its buoys.",
  ])("%s is nobody's task", (said) => {
    expect(actionsOf(said)).toEqual([])
  })
})
