import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\n\n1. Lamps\n\nThe lamps were counted.\n\n"
const actionsOf = (said: string) =>
  readReport(`${front}${said}\n`, "x.txt").actions.map(({ text, owners, due }) => ({
    text,
    owners,
    due,
  }))

describe("lists of tasks by where their people and days stand", () => {
  test("dots lead from whose it is to what is to be done and by when", () => {
    expect(
      actionsOf(
        "WHO DOES WHAT\n\n  Ana .......... order two lamps .......... 15 March\n  Ben, Cem ..... write to the port ........ when they can\n  Ifeoma ....... empty the cupboard ....... 18 March",
      ),
    ).toEqual([
      { text: "order two lamps", owners: ["Ana Lind"], due: "2022-03-15" },
      { text: "write to the port", owners: ["Ben Okoro", "Cem Arslan"], due: null },
      { text: "empty the cupboard", owners: ["Ifeoma Obi"], due: "2022-03-18" },
    ])
  })

  test("dots from what is to be done to whose it is, far down in a report", () => {
    const talk = "The lamps were counted once more.\n\n".repeat(60)
    expect(
      actionsOf(
        `${talk}Who does what\n\n  order two lamps ........ Ana .......... 15 March\n  write to the port ...... Ben, Cem ..... 20 March\n  clean the quay ......... Ifeoma ....... no hurry`,
      ),
    ).toEqual([
      { text: "order two lamps", owners: ["Ana Lind"], due: "2022-03-15" },
      { text: "write to the port", owners: ["Ben Okoro", "Cem Arslan"], due: "2022-03-20" },
      { text: "clean the quay", owners: ["Ifeoma Obi"], due: null },
    ])
  })

  test("dots to sign on are no tasks", () => {
    expect(
      actionsOf("Signed: ....................\n\nChair: Ana Lind ...................."),
    ).toEqual([])
  })

  test("letters in front, a name and a day behind dashes", () => {
    expect(
      actionsOf(
        "TASKS GIVEN IN THIS MEETING\n   a) order two lamps - Okoro - 15/03\n   b) write to the port - Lind, Arslan - no day fixed",
      ),
    ).toEqual([
      { text: "order two lamps", owners: ["Ben Okoro"], due: "2022-03-15" },
      { text: "write to the port", owners: ["Ana Lind", "Cem Arslan"], due: null },
    ])
  })

  test("a single numbered task below such a line, with a name and a day behind one dash", () => {
    expect(actionsOf("Task from 1\n\n1. Collect the keys – Ana, 15.03.2022")).toEqual([
      { text: "Collect the keys", owners: ["Ana Lind"], due: "2022-03-15" },
    ])
    expect(actionsOf("Task force for the port\n\n1. The keys – found")).toEqual([])
  })

  test("a letter that runs on from item to item, alone behind its label", () => {
    expect(actionsOf("Actions arising: (e) Ben Okoro to place the order by 15 March.")).toEqual([
      {
        text: "Ben Okoro to place the order by 15 March.",
        owners: ["Ben Okoro"],
        due: "2022-03-15",
      },
    ])
    expect(actionsOf("Options: (e) the order of the port.")).toEqual([])
  })

  test("the title of both in front of the first", () => {
    expect(
      actionsOf("Follow-up: Commissioners Okoro and Lind to stake the holes. Due 15 March."),
    ).toMatchObject([{ owners: ["Ben Okoro", "Ana Lind"] }])
    expect(actionsOf("Commissioners and staff went home.")).toEqual([])
  })

  test("brackets beside one another, whatever those known are to do", () => {
    expect(
      actionsOf(
        "The rota was discussed. [Ben Okoro to visit the port by 15 March] [Ana Lind and Cem Arslan to put together the file, 18 March]",
      ).map(({ owners, due }) => ({ owners, due })),
    ).toEqual([
      { owners: ["Ben Okoro"], due: "2022-03-15" },
      { owners: ["Ana Lind", "Cem Arslan"], due: "2022-03-18" },
    ])
    expect(actionsOf("The rota was discussed. [Welcome to all the guests]")).toEqual([])
  })

  test("lines behind a sign that name a day to be done by head nothing", () => {
    expect(
      actionsOf(
        ">> Ben sends the diary to the port, by 13 March\n\n2. Bins\n\nThe bins are full.\n\n>> Ana and Cem make the list, by 20 March\n\n3. Keys\n\nTwo keys are lost.\n\n>> Cem asks for a key, by 21 March",
      ).map(({ owners, due }) => ({ owners, due })),
    ).toEqual([
      { owners: ["Ben Okoro"], due: "2022-03-13" },
      { owners: ["Ana Lind", "Cem Arslan"], due: "2022-03-20" },
      { owners: ["Cem Arslan"], due: "2022-03-21" },
    ])
  })

  test("a calendar in front of the day is no part of the task", () => {
    expect(actionsOf("- [ ] @Ben book a stall 📅 2022-03-15")).toEqual([
      { text: "book a stall", owners: ["Ben Okoro"], due: "2022-03-15" },
    ])
  })
})
