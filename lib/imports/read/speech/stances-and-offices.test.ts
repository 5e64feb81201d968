import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const speakersOf = (said: string) =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 May 2024, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Carla Weiss (buoy keeper)\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  )
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("what somebody thinks, said of them now", () => {
  test.each([
    "Ben is not happy with the new lamp.",
    "Ben was uncomfortable with the word.",
    "Ben, who rows to work, is for the red lamp.",
    "Ben did not think the port would pay.",
    "Ben Okoro of the secretariat briefed all on the lamps.",
  ])("%s", (said) => {
    expect(speakersOf(said)).toEqual(["Ben Okoro"])
  })

  test.each([
    "Ben is not here.",
    "Ben did not come.",
    "The Fifty-First Annual Lamp Day is held in June.",
    "HARBOUR COMMUNITY asked for it.",
  ])("but not %s", (said) => {
    expect(speakersOf(said)).toEqual([])
  })
})

describe("those who are meant by their office", () => {
  test("she, behind what the chair did as the chair", () => {
    expect(speakersOf("The Chair welcomed two guests. She congratulated the keepers.")).toEqual([
      "Ana Lind",
    ])
    expect(speakersOf("The Chair welcomed two guests. They looked round.")).toEqual([])
  })

  test("an office of two words in front of a family name", () => {
    expect(speakersOf("Buoy Keeper Weiss said that two were lost.")).toEqual(["Carla Weiss"])
  })
})
