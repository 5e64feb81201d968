import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const actionsOf = (said: string, front = "") =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Arslan, Ifeoma Obi\n${front}\n1. Lamps\n\nThe lamps were counted. Cem thought that they are old.\n${said}\n\n2. Boats\n\nNothing was raised.\n\n3. Any other business\n\nNone.\n`,
    "x.txt",
  ).actions.map(({ text, owners, due }) => [text, owners.join(), due])

const ring = ["ring the port", "Ana Lind", "2022-05-03"]

describe("lines below prose that are tasks by how they stand", () => {
  test.each([
    ["Ana -> ring the port, by 3 May", [["ring the port, by 3 May", "Ana Lind", "2022-05-03"]]],
    ["Ana Lind ➜ ring the port (by 3 May)\nNothing else.", [ring]],
    [
      "*** Ana to ring the port by 3 May\nThe gate.",
      [["Ana to ring the port by 3 May", ...ring.slice(1)]],
    ],
    ["    Ring the port                 AL   03/05/22", [["Ring the port", ...ring.slice(1)]]],
    ["* who Ana what ring the port when 3 May", [ring]],
    ["Responsible: A. Lind   Task: ring the port   Until: 3 May", [ring]],
  ])("%s", (said, expected) => {
    expect(actionsOf(said)).toEqual(expected)
  })

  test.each([
    "Ana moved from lamps -> boats without a word.",
    "The lamp -> pier line was drawn on the map.",
    "Ana and Ben measured it                 12 m by 4 m",
    "who said what and when was not clear",
  ])("none: %s", (said) => {
    expect(actionsOf(said)).toEqual([])
  })

  test("behind a label of several tasks, and below one that stands alone", () => {
    const figures = ["figures by pier", "Ben Okoro", null]
    expect(
      actionsOf("\nACTIONS: Ana – ring the port, 3 May\n         Ben – figures by pier"),
    ).toEqual([["ring the port, 3 May", "Ana Lind", "2022-05-03"], figures])
    expect(actionsOf("\nAgreed actions:\nAL:  ring the port – 3 May\nBO:  agree on a day")).toEqual(
      [ring, ["agree on a day", "Ben Okoro", null]],
    )
    expect(
      actionsOf(
        "\nTo be done until June:\n  a) ring the port – Ana Lind, 3 May\n  b) thank the crew – Ben",
      ),
    ).toEqual([ring, ["thank the crew", "Ben Okoro", null]])
  })

  test("behind a caption that comes again", () => {
    const said =
      "Further work: Ana rings the port, deadline 3 May\n\n2. Gates\n\nThe gate is shut.\nFurther work: none\n\n3. Keys\n\nLost.\nFurther work: Ben and Cem copy the keys, deadline 5 May"
    expect(actionsOf(said).map(([, ...who]) => who)).toEqual([
      ["Ana Lind", "2022-05-03"],
      ["Ben Okoro,Cem Arslan", "2022-05-05"],
    ])
  })

  test("with whom something was charged", () => {
    const said =
      "CHARGED: Ana Lind, with ringing the port, by 3 May.\nCHARGED: Ben Okoro, with copying the keys, 5 May."
    expect(actionsOf(said).map(([, ...who]) => who)).toEqual([
      ["Ana Lind", "2022-05-03"],
      ["Ben Okoro", "2022-05-05"],
    ])
  })
})

describe("signs in front, margins and titles", () => {
  test("several lines behind two signs are no headings", () => {
    const said =
      "\n>> Mr. Lind: ring the port, by 3 May\n\nThe gate.\n\n>> Mr. Okoro: letter to the crew, by 5 May\n\nThe pier.\n\n>> Mr. Arslan: pay the crew, by 6 May"
    expect(actionsOf(said).map(([, ...who]) => who)).toEqual([
      ["Ana Lind", "2022-05-03"],
      ["Ben Okoro", "2022-05-05"],
      ["Cem Arslan", "2022-05-06"],
    ])
  })

  test("a day in brackets beside whose it is", () => {
    expect(
      actionsOf("\nAction by: Shri Okoro (3 May 2022) – print fifty copies of the rules"),
    ).toEqual([["print fifty copies of the rules", "Ben Okoro", "2022-05-03"]])
  })

  test("a title of several", () => {
    const owners = "Ben Okoro,Cem Arslan"
    const said = "Directors Okoro and Arslan are to read the essays by 3 May."
    expect(actionsOf(said)).toEqual([[said, owners, "2022-05-03"]])
  })
})

describe("columns", () => {
  test("what somebody does in a column of tasks", () => {
    const said =
      "\n| Topic | Noted | To do |\n|---|---|---|\n| Lamps | two broken | Ana orders 2 lamps by 3 May |\n| Dog | well | |"
    expect(actionsOf(said)).toEqual([["Ana orders 2 lamps by 3 May", "Ana Lind", "2022-05-03"]])
  })

  test("an agenda of items and those who lead them is none", () => {
    expect(
      actionsOf(
        "\n| # | Item | Lead |\n|---|---|---|\n| 1 | Lamp posts | Ana Lind |\n| 2 | The boat house | Ben Okoro |",
      ),
    ).toEqual([])
  })
})

describe("promises told otherwise", () => {
  test.each([
    "Ben accepted to negotiate with the mill until 3 May.",
    "Ben committed himself to finishing the course by 3 May.",
    "Ben takes it upon himself to find a mechanic by 3 May.",
    "Ben was authorized and directed to seek bids by 3 May.",
    "Ben was thanked and invited to bring forward a draft by 3 May.",
    "Ben was told to bring the slips by 3 May.",
    "Ben stayed with the job of buying 40 lamps before 3 May.",
    "Ben gives an assurance that he will have them painted over by 3 May.",
    "The treasurer said he would find another by 3 May.",
    "The duty of writing to the guests by 3 May falls to the treasurer.",
    "The treasurer to model its effect by 3 May.",
    "Ben narrows the stairs by 3 May.",
  ])("%s", (said) => {
    expect(actionsOf(said, "Treasurer: Ben Okoro\n")).toEqual([[said, "Ben Okoro", "2022-05-03"]])
  })

  test.each([
    "Ben was told to wait.",
    "The treasurer said he would find it easier if it rained.",
    "Ben expects the lamps by 3 May.",
    "Ben returns on 3 May.",
  ])("none: %s", (said) => {
    expect(actionsOf(said, "Treasurer: Ben Okoro\n")).toEqual([])
  })
})
