import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan\n\n1. Lamps\n\n"
const read = (said: string) =>
  readReport(`${front}${said}\n\n2. Any other business\n\nNothing was raised.\n`, "task.txt")
const actionsOf = (said: string) => read(said).actions.map(({ owners, due }) => ({ owners, due }))

describe("more shapes of an action", () => {
  test.each([
    ["- **Ana Lind** → send a reminder, before 15 March 2022", ["Ana Lind"], "2022-03-15"],
    ["* Ana, Ben - assign the lamps - 22 March", ["Ana Lind", "Ben Okoro"], "2022-03-22"],
    ["> Facilities to price twelve lamps.", ["Facilities"], null],
    [
      "ACTION: Deans of Schools to submit their figures by 15 March 2022.",
      ["Deans of Schools"],
      "2022-03-15",
    ],
    ["Superintendent Okoro to write the letter by 4 April 2022.", ["Ben Okoro"], "2022-04-04"],
    ["AP 12/1  Ben Okoro: obtain three offers. By 16 March.", ["Ben Okoro"], "2022-03-16"],
    ["- AI @ben: ask the port for lamps", ["Ben Okoro"], null],
  ])("%s", (said, owners, due) => {
    expect(actionsOf(said)).toEqual([{ owners, due }])
  })

  test("a code in a sentence begins no action", () => {
    const told =
      "AP 11/2 (lights at the gate) and AP 11/5 (notice board) were done. On\nAP 11/4 Ms Lind explained that the bench had been ordered twice."
    expect(actionsOf(told)).toEqual([])
  })

  test("a column that says before when", () => {
    const table =
      "Task                     Who           Before\n---------------------------------------------\nOrder two lamps          B. Okoro      01/04/2022\nPublish the order        C. Arslan     15/04/2022"
    const report = readReport(`${front}The lamps were counted.\n\nTASKS\n\n${table}\n`, "x.txt")
    expect(report.actions.map(({ owners, due }) => ({ owners, due }))).toEqual([
      { owners: ["Ben Okoro"], due: "2022-04-01" },
      { owners: ["Cem Arslan"], due: "2022-04-15" },
    ])
  })
})

describe("more ways to decide", () => {
  test.each([
    "The Board voted, 6 to 1, to hold a meeting at each depot.",
    "All eleven were admitted to membership.",
    "The Board set the rate for 2021 at 87.40 per hectare.",
    "It was resolved with one abstention that the rate follow the index.",
    "It was proposed by Ana Lind, seconded by Ben Okoro, and RESOLVED that the Council support the crossing.",
  ])("%s", (said) => {
    expect(read(said).decisions.map(({ text }) => text)).toHaveLength(1)
  })
})

describe("more ways to put an item off", () => {
  test.each([
    "Put off, Ben being excused.",
    "Point reporté: Ben Okoro was absent.",
    "Seven applications came in. As Mr Okoro, who keeps the list, was not present, the item was put off to the May meeting.",
  ])("%s", (said) => {
    expect(read(said).agenda[0]?.coverage).toBe("not-reached")
  })
})
