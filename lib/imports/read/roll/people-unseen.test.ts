import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n"
const item = "\n\n1. Lamps\n\nThe lamps were counted, and two of them were out.\n"
const listsOf = (list: string, behind = "") => {
  const { participants, regrets } = readReport(title + list + item + behind, "list.txt")
  return [participants.map(({ name }) => name), regrets.map(({ name }) => name)]
}
const HERE = ["Ana Lind", "Ben Okoro", "Cem Arslan"]

describe("lists of people", () => {
  test.each([
    "Members present  Dr Ana Lind (AL), chair\n                 Mr Ben Okoro (BO), lay member\nIn attendance    Ms Cem Arslan (CA), clerk",
    "Present: Ana Lind M0QKT (in the chair), Ben Okoro G8QDP (treasurer),\nCem Arslan 2E0QHV",
    "PRESENT\n  Ana Lind, Chair (Port Amelie)\n  Ben Okoro, Vice-Chair (Outer Isles)\n\nSTAFF\n  Cem Arslan, Fishery Analyst",
    "Members present\n  North: Ana Lind\n  South: Ben Okoro\nMinutes\n  Cem Arslan (harbour office)",
    "Present:\n   Ana Lind, Chair\n   Ben Okoro, farmer, Upper Ditch\n   Cem Arslan, farmer, Lower Ditch",
    "Present: Dr Ana Lind and Ms Ben Okoro (Wellington); Dr Cem Arslan (Cape Town)",
    "In attendance\n   AL   Ana Lind     Logistics\n   BO   Ben Okoro Environment officer\n   CA   Cem Arslan   Seismology",
    "Present:      Cllr Ana Lind (Town Mayor, in the Chair)\n              Cllr Ben Okoro (Deputy Mayor)\n              Cllr Cem Arslan",
    "Present:\n   President                Ana Lind\n   Treasurer                Ben Okoro\n   Athletes' Commission     Cem Arslan",
    "PRESENT\n\nProfessor Ana Lind\nProfessor Emeritus Ben Okoro\nMs Cem Arslan",
    "| Present | Ana Lind, Ben Okoro |\n| --- | --- |\n| Also present | Cem Arslan (caretaker) |",
  ])("%j", (list) => {
    expect(listsOf(list)[0]).toEqual(HERE)
  })

  test("a house in front of brackets is none of those who came", () => {
    expect(listsOf("Present: Harbour Office (Ana Lind, Ben Okoro); Mill (Cem Arslan)")[0]).toEqual(
      HERE,
    )
  })

  test("handles that a legend explains are people, others beside them are not", () => {
    const list =
      "Attending: @ana, @ben, @nobody\n\nWho is who:\n\n- @ana – Ana Lind\n- @ben – Ben Okoro"
    expect(listsOf(list)[0]).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test("where no handle is explained people are called by them", () => {
    expect(listsOf("Attending: @ana, @ben")[0]).toEqual(["ana", "ben"])
  })

  test("who speaks under a handle is found by the legend", () => {
    const text = `${title}Attending: @ana, @ben\n\n- @ana – Ana Lind\n- @ben – Ben Okoro\n\n## Lamps\n\n@ben reported that two lamps are out. A mail to ana@example.org bounced.\n`
    const { mentions } = readReport(text, "handles.md")
    expect(mentions.map(({ name }) => name)).toEqual(["Ben Okoro"])
  })
})

describe("those who were away", () => {
  test.each([
    [
      "Present: Ana Lind, Ben Okoro\nLeave granted: Dora Weiss, Cem Arslan",
      ["Dora Weiss", "Cem Arslan"],
    ],
    ["Present: Ana Lind, Ben Okoro\nExcused: Dora Weiss\nNot excused: Cem Arslan", ["Dora Weiss"]],
    [
      "Présents : Ana Lind, Ben Okoro\nExcusés : Dora Weiss\nAbsent non excusé : Cem Arslan",
      ["Dora Weiss"],
    ],
    [
      "| Present | Ana Lind, Ben Okoro |\n| --- | --- |\n| Apologies | Dora Weiss (chair), Cem Arslan |",
      ["Dora Weiss", "Cem Arslan"],
    ],
    ["Present: Ana Lind, Ben Okoro\nApols: Dora Weiss, Cem Arslan", ["Dora Weiss", "Cem Arslan"]],
    ["Present: Ana Lind, Ben Okoro\nDeclined: Dora Weiss", ["Dora Weiss"]],
    [
      "Present: Ana Lind, Ben Okoro\nExcused were Dora Weiss and Cem Arslan.",
      ["Dora Weiss", "Cem Arslan"],
    ],
    ["Present: Ana Lind, Ben Okoro\nNo-shows: Cem Arslan", []],
    ["Present: Ana Lind, Ben Okoro\nApologies for lateness: Ben Okoro", []],
  ])("%j", (list, away) => {
    expect(listsOf(list)[1]).toEqual(away)
  })

  test("are told behind a list at the end", () => {
    const behind =
      "\nParticipants\n\n1. Ana Lind, Port\n2. Ben Okoro, Mill\n\nApologies were received from Dora Weiss and Cem Arslan.\n"
    expect(listsOf("", behind)).toEqual([
      ["Ana Lind", "Ben Okoro"],
      ["Dora Weiss", "Cem Arslan"],
    ])
  })
})

describe("whose office it is", () => {
  const speakersOf = (list: string, said: string) =>
    readReport(`${title}${list}\n\n1. Lamps\n\n${said}\n`, "office.txt").mentions.map(
      ({ name }) => name,
    )
  test.each([
    [
      "Present: Ana Lind (Town Clerk), Ben Okoro (Deputy Clerk)",
      "The Clerk presented the figures.",
    ],
    [
      "PRESENT\n\nAna Lind, Secretary of the Commission\nBen Okoro",
      "The Secretary read the letter.",
    ],
    ["Present: Ana Lind, Ben Okoro", "Ms Lind would have preferred brighter lamps."],
  ])("%s: %s", (list, said) => {
    expect(speakersOf(list, said)).toEqual(["Ana Lind"])
  })

  test("whose task it is says nothing by it", () => {
    const said =
      "The lamps were counted.\n\nACTION LIST\n\n1. Ben Okoro: buy two lamps\n2. Ana Lind: write to the port"
    expect(speakersOf("Present: Ana Lind, Ben Okoro", said)).toEqual([])
  })
})
