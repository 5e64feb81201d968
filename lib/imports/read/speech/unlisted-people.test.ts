import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const title = "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\n"
const read = (list: string, said: string) =>
  readReport(`${title}${list}\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNone.\n`, "a.txt")
const speakersOf = (list: string, said: string) =>
  read(list, said)
    .mentions.filter(({ speaks }) => speaks)
    .map(({ name }) => name)

describe("people whom no list explains", () => {
  test("a family name behind a title is somebody whom the report names whole once", () => {
    const said =
      "Ms. Ana Lind presented the lamps. Mr. Okoro, Ms. Weiss and others listened.\n\nMr. Ben Okoro came late. Ms. Lind said that two are out. Mr. Okoro asked why."
    expect(speakersOf("", said)).toEqual(["Ana Lind", "Ben Okoro"])
  })

  test("initials stand for a name that stands anywhere, abbreviations for none", () => {
    const said =
      "Elected: Chair – Ana Lind. Treasurer – Ben Okoro.\n\nBO asked whether the lamps were paid. AL explained the bill. The EU said nothing."
    expect(speakersOf("", said)).toEqual(["Ben Okoro", "Ana Lind"])
  })

  test("a first name is told by what its bearer does", () => {
    const { actions } = read(
      "",
      "- Rasa has booked the hall.\n- Rasa will ask the porter for a key.\n- The hall is warm. Hall keys are rare. Hall will be closed.",
    )
    expect(actions.map(({ text, owners }) => ({ text, owners }))).toEqual([
      { text: "Rasa will ask the porter for a key.", owners: ["Rasa"] },
    ])
  })

  test("words that the report writes small elsewhere are nobody", () => {
    const said = "Release presented a problem. The release is late. We’ll suggested that."
    expect(speakersOf("", said)).toEqual([])
  })

  test.each([
    ["Ana Lind from Quay Networks asked who pays.", ["Ana Lind"]],
    ["Ana has an old lamp, but said that she does not need it.", ["Ana Lind"]],
    ["Ana has an old lamp, but the shop is closed.", []],
  ])("where somebody comes from, and what they said in the end: %s", (said, names) => {
    expect(speakersOf("Present: Ana Lind, Ben Okoro, Cem Arslan", said)).toEqual(names)
  })
})
