import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const report = (said: string, head = "Chair: Ana Lind") => `Harbour Light Group
Meeting 12, 3 March 2022, 14:00 UTC

${head}

Present: Ana Lind, Ben Okoro, Cem Arslan

1. Lamps

Cem Arslan reported on the lamps.

They are dim.

Two of them are out.

2. Pier

Cem Arslan reported on the pier. ${said}

3. Any other business

Nothing was raised.
`
const moderatorsOf = (said: string, head?: string) =>
  readReport(report(said, head), "chair.txt").moderators.map(({ value }) => value)

describe("a chair who hands over", () => {
  test.each([
    "Ana Lind handed the chair to Ben Okoro for this item.",
    "Ana Lind handed the gavel to Vice-Chair Okoro.",
    "Ana passed the moderation to Ben Okoro.",
    "Ana gave the chair to Ben for this vote.",
    "Ana Lind vacated the chair for Ben Okoro, resuming it at item 3.",
    "The gavel was with Ben Okoro from here on.",
    "Ana Lind had to leave. Those present elected Ben Okoro chair of the meeting.",
    "It fell to Ben Okoro to chair.",
    "Ana Lind asked Mr Okoro to take the chair for this item.",
    "Ana Lind had to leave. Mr Okoro took the chair.",
    "Ana Lind was called away. Vice-Chair Okoro presided from here on.",
  ])("%s", (said) => {
    expect(moderatorsOf(said)).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test.each([
    "Ben Okoro took the chair of the school to task.",
    "Ben Okoro thanked the chair.",
    "Those present elected Ben Okoro chair of the lamp group.",
    "It fell to Ben Okoro to count the lamps.",
    "Ben Okoro presided over the harbour for ten years.",
    "The chair that Ben Okoro took was broken.",
    "Ana Lind took the chair again.",
  ])("but not: %s", (said) => {
    expect(moderatorsOf(said)).toEqual(["Ana Lind"])
  })

  test("stays the one who is called the chair until then", () => {
    const said = "Mr Okoro took the chair. The Chair said that the lamps were dim."
    const { mentions } = readReport(report(said), "chair.txt")
    expect(mentions.map(({ name }) => name)).toContain("Ana Lind")
  })
})

describe("who led a part of the meeting", () => {
  const led = (said: string, head = "Chair: Ana Lind") =>
    readReport(
      report(said, head).replace("Ben Okoro,", "Ben Okoro (BO) (Deputy Mayor),"),
      "chair.txt",
    ).moderators.map(({ value }) => value)
  test.each([
    "Ana Lind left. The Deputy Mayor took the chair.",
    "For this item the chair was taken by the Deputy Mayor.",
    "Ana Lind lost her connection and BO took the chair for the rest of the call.",
    "Ana Lind left. Mr Okoro, the senior member present, took the Chair.",
    "Chairing passed to Ben while Ana took a call.",
  ])("%s", (said) => {
    expect(led(said)).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test.each([
    "Chair: Ana Lind (23 October)\n       Ben Okoro (24 October)",
    "In the chair: Ana Lind for items 1 to 6, Ben Okoro from item 7",
  ])("%s", (head) => {
    expect(led("", head)).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test.each([
    "The Harbour Master took the chair away.",
    "The chair was taken by the wind.",
    "Chair: Ana Lind (Port)\n       Ben Okoro (Town)",
  ])("but not: %s", (said) => {
    const head = said.startsWith("Chair:") ? said : undefined
    expect(led(head ? "" : said, head)).toEqual(["Ana Lind"])
  })
})

describe("labels of offices", () => {
  test.each([
    ["SIG Chair: Ana Lind", ["Ana Lind"]],
    ["Facilitation: Ana Lind · Minutes: Ben Okoro", ["Ana Lind"]],
    ["SIG papers: Ana Lind", []],
  ])("%s", (head, expected) => {
    expect(moderatorsOf("", head)).toEqual(expected)
  })
})

describe("officers beside a list", () => {
  const participantsOf = (head: string) =>
    readReport(
      `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n${head}\n\n1. Lamps\n\nThe lamps were counted.\n`,
      "list.txt",
    ).participants.map(({ name }) => name)

  test.each([
    "Chair: Dora Weiss\n\nMembers present: Ana Lind, Ben Okoro",
    "Chair: Dora Weiss\nDeputy Speaker: Ana Lind\n\nMembers present: Ben Okoro, Cem Arslan",
  ])("were there: %j", (head) => {
    expect(participantsOf(head)).toContain("Dora Weiss")
    expect(participantsOf(head)).toContain("Ana Lind")
  })

  test("are not listed twice under a shorter name", () => {
    expect(participantsOf("Chair: D. Weiss\n\nPresent: Ana Lind, Dora Weiss")).toEqual([
      "Ana Lind",
      "Dora Weiss",
    ])
  })

  test("are not listed where they sent regrets", () => {
    const head = "Chair: Dora Weiss\n\nPresent: Ana Lind, Ben Okoro\nRegrets: Dora Weiss"
    expect(participantsOf(head)).toEqual(["Ana Lind", "Ben Okoro"])
  })
})
