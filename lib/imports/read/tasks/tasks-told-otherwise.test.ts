import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss, Dmitri Sato\n\n1. Lamps\n\nThe lamps were counted.\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions
const actionsOf = (said: string) => read(said).map(({ owners, due }) => ({ owners, due }))
const textsOf = (said: string) => read(said).map(({ text }) => text)
const ben = { owners: ["Ben Okoro"], due: "2024-05-20" }

describe("whose a task is, and by when", () => {
  test.each([
    "Ben still to send the list by 20 May.",
    "👉 Ben – send the list – by 20 May 2024",
    "To do → Ben: send the list (until 20 May)",
    "[17:11] ACTION: Ben to send the list by 2024-05-20",
    "☐ Ben: send the list (20 May)",
    "- [ ] Send the list @ben 2024-05-20",
    "Ben Okoro has until 20 May to send the list.",
    "By 20 May Ben Okoro is to send the list.",
    "Ben to send the list by the 20th.",
    "Ben to send the list not after 20 May 2024.",
    "- Ben copies the list for all (by 20 May)",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([ben])
  })

  test("names below one another, with nothing between them", () => {
    const said =
      "Two of us will ask their candidates by 20 May.\n\n                    Action:    B Okoro\n                               C Weiss"
    expect(actionsOf(said)).toEqual([{ owners: ["Ben Okoro", "Carla Weiss"], due: "2024-05-20" }])
  })

  test("each sentence of a paragraph below a heading of tasks is of its own", () => {
    const said =
      "Follow-up\n\nMr Okoro is to send the list by 20 May. Ms Weiss is to ask the county by 27 May."
    expect(actionsOf(said).slice(0, 2)).toEqual([
      ben,
      { owners: ["Carla Weiss"], due: "2024-05-27" },
    ])
  })

  test("somebody who acted as secretary is the secretary", () => {
    const said =
      "Mr. Dmitri Sato (Port Office) acted as secretary.\n\nThe secretary was asked to send the list by 20 May."
    expect(actionsOf(said)).toEqual([{ owners: ["Dmitri Sato"], due: "2024-05-20" }])
  })

  test("a legend tells who is meant", () => {
    const said = "bko = Ben Okoro    cwe = Carla Weiss\n\nACTION: bko to send the list by 20 May"
    expect(actionsOf(said)).toEqual([ben])
  })
})

describe("what is no task", () => {
  test.each([
    "Ben Okoro asked the group to meet half the fare.",
    "F. Letter to the harbour office",
    "Ben Okoro has until now been the treasurer.",
    "Lamps → Ben said that they are dirty.",
  ])("%s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })

  test("what stands below a label that it is done", () => {
    const said =
      "Action items\n\nDone:\n\n- Ben to send the list\n\nIn progress:\n\n- Carla to ask the county"
    expect(textsOf(said)).toEqual(["Carla to ask the county"])
  })

  test("what is ticked where other boxes are open", () => {
    expect(textsOf("- [ ] Ben to send the list\n- [x] Carla to ask the county")).toEqual([
      "Ben to send the list",
    ])
    expect(textsOf("- [x] Carla to ask the county")).toEqual(["Carla to ask the county"])
  })

  test("the rows of an agenda that gives minutes to each item", () => {
    const table =
      "| # | Item | Lead | Min. |\n|---|---|---|---|\n| 1 | Lamps | Ben Okoro | 15 |\n| 2 | Press repair | Carla Weiss | 20 |"
    expect(textsOf(table)).toEqual([])
  })

  test("a task behind a label of decisions is no decision", () => {
    const report = (said: string) =>
      readReport(
        `# Call\n\n3 May 2024\n\nPresent: Ana Lind, Ben Okoro\n\n## Lamps\n\n${said}\n`,
        "x.md",
      )
    const told = report("Agreed: Ben Okoro to send the list by 20 May.")
    expect(told.decisions).toEqual([])
    expect(told.actions).toHaveLength(1)
    expect(report("Agreed: Ben Okoro is treasurer from May.").decisions).toHaveLength(1)
  })
})
