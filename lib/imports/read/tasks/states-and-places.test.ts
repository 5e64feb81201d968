import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan\n\n1. Lamps\n\n"
const read = (said: string) =>
  readReport(`${front}${said}\n\n2. Any other business\n\nNothing was raised.\n`, "task.txt")
const actionsOf = (said: string) =>
  read(said).actions.map(({ text, owners, due }) => ({ text, owners, due }))

describe("what became of a task, on a line below it", () => {
  const task = "Action 11/2: Count the lamps.\nOwner: Ben Okoro."
  test.each(["closed; the lamps were counted in May", "withdrawn.", "done"])("%s", (state) => {
    expect(actionsOf(`${task}\nStatus: ${state}`)).toEqual([])
  })

  test.each([
    ["ongoing.", null],
    ["carried forward to 30 April 2022.", "2022-04-30"],
    ["not started, now due on 26 March.", "2022-03-26"],
  ])("%s", (state, due) => {
    const [only, ...others] = actionsOf(`${task}\nStatus: ${state}`)
    expect(others).toEqual([])
    expect(only).toMatchObject({ owners: ["Ben Okoro"], due })
  })

  test("speaks of nothing far above it", () => {
    const between = "Ana Lind told of the storm.\n\n".repeat(4)
    expect(actionsOf(`${task}\n\n${between}Status: closed`)).toHaveLength(1)
  })
})

describe("places in which somebody's task stands", () => {
  test.each([
    ["Nobody knew. [Ben to ask the other ports what they do.]", ["Ben Okoro"], null],
    ["The gate sticks. (Action: RM ASAP)", ["RM"], null],
    ["The gate sticks. (Action: JW/Ben Okoro, by 8 April)", ["JW", "Ben Okoro"], "2022-04-08"],
    ["Mrs Adebayo will ask the fund for a grant by 28 March.", ["Adebayo"], "2022-03-28"],
    ["Ana asked Mr Nowak to count the lamps.", ["Nowak"], null],
    ["To be followed up by Ben: a short text for the paper.", ["Ben Okoro"], null],
    ["To be written by Ben and Cem: the letter to the port.", ["Ben Okoro", "Cem Arslan"], null],
  ])("%s", (said, owners, due) => {
    expect(read(said).actions.map((each) => ({ owners: each.owners, due: each.due }))).toEqual([
      { owners, due },
    ])
  })

  test.each([
    "Mrs Adebayo asked who would count the lamps.",
    "Adebayo will be large in May.",
    "To be discussed by the board: the fee for lamps.",
    "Ben liked it. [It was getting dark, and everybody wanted to go home.]",
  ])("%s is none", (said) => {
    expect(read(said).actions).toEqual([])
  })

  test("a job begins behind a comma, whomever its verb is about", () => {
    const said = "Ana: ring the printer, tell Cem about the rents. Ben: bring the ladder."
    expect(actionsOf(said).map(({ text }) => text)).toEqual([
      "ring the printer",
      "tell Cem about the rents.",
      "bring the ladder.",
    ])
  })

  test("several jobs of one, behind semicolons", () => {
    const said = "Ben: ask for a longer slot in December; thank the port for its figures."
    expect(actionsOf(said).map(({ owners }) => owners)).toEqual([["Ben Okoro"], ["Ben Okoro"]])
    expect(actionsOf("Ben: lamps are dear; nobody buys them.")).toEqual([])
  })

  test("what is nobody's yet, among the tasks of others", () => {
    const said =
      "WHO DOES WHAT\n\nBen Okoro\n  - count the lamps\n\nStill without an owner\n  - find a room"
    const report = readReport(`${front}The lamps were counted.\n\n${said}\n`, "task.txt")
    expect(report.actions.map(({ owners }) => owners)).toEqual([["Ben Okoro"], []])
  })

  test("where no items were found, in front of the first heading", () => {
    const minutes =
      "Harbour Light Group\nMeeting of 3 March 2022\n\nPresent: Ana Lind, Ben Okoro\n\nAna Lind told of the storm.\n\nBen Okoro will count the lamps by 4 April.\n"
    expect(readReport(minutes, "task.txt").actions).toMatchObject([
      { owners: ["Ben Okoro"], due: "2022-04-04" },
    ])
  })
})

test("a table that says there is no day has none, whatever day is in the words", () => {
  const table =
    "| Task | Owner | Deadline |\n|---|---|---|\n| Ask for the hall on 20 and 21 April | Ben | ASAP |"
  expect(actionsOf(table)).toMatchObject([{ owners: ["Ben Okoro"], due: null }])
})

test("somebody's task is no decision, however it is set off", () => {
  const quotes =
    "> The group recommends a new lamp.\n\nBen spoke.\n\n> The group chooses the red one.\n\nCem spoke.\n\n> Ben Okoro to bring the drawings to the port by 10 April.\n\nAna spoke.\n\n> The group adopts the plan.\n"
  expect(read(quotes).decisions).toHaveLength(3)
})
