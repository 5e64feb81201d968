import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const read = (head: string, end = "") => {
  const report = readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\n${head}\n\n1. Lamps\n\nAna Lind counted the lamps.\n\n2. Any other business\n\nNothing was raised.\n\n${end}\n`,
    "x.txt",
  )
  return [report.participants, report.regrets].map((list) => list.map(({ name }) => name))
}
const three = ["Ana Lind", "Ben Okoro", "Carla Weiss"]
const away = ["Dan Sato"]

describe("lists told by what stands beside them", () => {
  test.each([
    ["labels and a dash", "Lamp keepers - Ana Lind, Ben Okoro, Carla Weiss\nRegrets - Dan Sato"],
    ["a sentence on those away", "People: Ana Lind, Ben Okoro, Carla Weiss. Sorry from Dan Sato."],
    [
      "the same on a line of its own",
      "Attending: Ana Lind, Ben Okoro, Carla Weiss\nApologies were received from Dan Sato.",
    ],
    [
      "a paragraph of labels",
      "The call was hosted by Ana Lind. On the call: Ana Lind, Ben Okoro, Carla Weiss. Sorry not to be there: Dan Sato.",
    ],
    [
      "cells of a table, and rows that go on",
      "| Present | Ana Lind | Ben Okoro |\n| | Carla Weiss | |\n| Absent with notice | Dan Sato | |",
    ],
    [
      "a column of answers",
      "## Roll Call\n\n| Warden | Light | Present |\n|---|---|---|\n| Ana Lind | 1 | yes |\n| Ben Okoro | 2 | yes |\n| Carla Weiss | 3 | yes |\n| Dan Sato | 4 | no |",
    ],
    [
      "dots in front of offices that look like names",
      "PRESENT:\nAna Lind ........ Harbour Warden, Presiding Officer\nBen Okoro ....... Harbour Warden\nCarla Weiss ..... Harbour Secretary\n\nABSENT:\nDan Sato ........ Harbour Warden (on leave)",
    ],
    [
      "a label of an office behind the lists",
      "PRESENT                  REGRETS\nAna Lind (Chair)         Dan Sato\nBen Okoro (Treasurer)\nCarla Weiss (Member)\n\nCHAIR: Ana Lind",
    ],
    [
      "an office in a row of its own",
      "| Members present | Ana Lind, Ben Okoro, Carla Weiss |\n| Leadership | Chair: Ana Lind |\n| Apologies | Dan Sato |",
    ],
  ])("%s", (_, head) => {
    expect(read(head)).toEqual([three, away])
  })

  test("dots as long as the room for them", () => {
    const head =
      "Moderator ... Ana Lind\nRapporteur .. Ben Okoro\nOthers ...... Carla Weiss, Eva Hale\nRegrets ..... Dan Sato"
    expect(read(head)[0]?.sort()).toEqual([...three, "Eva Hale"])
  })

  test("the table at which they sat, and from where others came", () => {
    const head =
      "The assembly met in the old press house. The table was made up of Ana Lind, Ben Okoro (first secretary) and Carla Weiss. From the management came Eva Hale (president) and Tom Ek. Senhor Dan Sato had sent his apologies."
    expect(read(head)).toEqual([[...three, "Eva Hale", "Tom Ek"], away])
  })

  test("a sheet at the end", () => {
    expect(read("", "Sheet of attendance: Ana Lind, Ben Okoro, Carla Weiss")[0]).toEqual(three)
  })

  test("a house that is called after whoever comes from it", () => {
    expect(
      read("Present: Ana Lind, Lind Consulting; Ben Okoro, Port; Carla Weiss, Tides")[0],
    ).toEqual(three)
  })

  test("labels and a dash are no list where nothing beside them is", () => {
    expect(
      read("Lamp keepers - Ana Lind, Ben Okoro, Carla Weiss\nPlace - the old lamp room")[1],
    ).toEqual([])
  })
})
