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
    "Ben was fine with the red lamp.",
    "Three lamps are dark, reported Ben Okoro, of which two are new.",
    'The "red lamp" of the port is too strong for all of us on the quay and Ben says it blinds them.',
    "Ben Okoro did so in a few words.",
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

  test("the chair, who says something of the matter or of themselves", () => {
    expect(
      speakersOf("The Chair opened the meeting, welcomed all and observed that two were dark."),
    ).toEqual(["Ana Lind"])
    expect(
      speakersOf(
        "The Chair opened the meeting at 9.30 a.m. and congratulated Ben on his election.",
      ),
    ).toContain("Ana Lind")
    expect(speakersOf("The Chair opened the meeting at 9.30 a.m. and welcomed Ben.")).toEqual([])
    expect(speakersOf("The Chair declared that her brother sells lamps.")).toEqual(["Ana Lind"])
    expect(speakersOf("The Chair declared that the meeting was open.")).toEqual([])
  })

  test("who led by the letter of a first name is whoever the list has", () => {
    const report = readReport(
      "Harbour Light Group\nMeeting 12, 3 May 2024\n\nPresent: Wanda Lind, Ben Okoro\n\n1. Lamps\n\nW. Lind called the meeting to order and explained the lamps. B. Okoro asked why.\n\n2. Pier\n\nNothing.\n",
      "x.txt",
    )
    expect(report.moderators.map(({ value }) => value)).toEqual(["Wanda Lind"])
    expect(report.mentions.map(({ name }) => name)).toEqual(["Wanda Lind", "Ben Okoro"])
  })

  test("an office in short, where one alone holds it", () => {
    const report = readReport(
      "Harbour Light Group\nMeeting 12, 3 May 2024\n\nPresent: Ana Lind (chair), Ben Okoro (District Lamp Engineer), Carla Weiss (Deputy Lamp Clerk)\n\n1. Lamps\n\nThe Lamp Engineer told of two lamps. The Lamp Clerk counted them.\n\n2. Pier\n\nNothing.\n",
      "x.txt",
    )
    expect(report.mentions.map(({ name }) => name)).toEqual(["Ben Okoro"])
  })

  test("an office of two words in front of a family name", () => {
    expect(speakersOf("Buoy Keeper Weiss said that two were lost.")).toEqual(["Carla Weiss"])
  })
})
