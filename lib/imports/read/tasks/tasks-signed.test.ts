import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const front =
  "Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind (chair), Ben Okoro, Cem Tsai, Ifeoma Obi\n\n1. Lamps\nBen spoke of the lamps.\n\n"
const ownersOf = (said: string) =>
  readReport(
    `${front}${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "x.txt",
  ).actions.map(({ owners, due }) => [owners.join(", "), due])

describe("lines of orders that people of the report sign", () => {
  test("behind a sign, with a day, without one, and for two", () => {
    const said =
      ">> Send the list of lamps to the port. LIND, 4 April\n>> Ask how much the wires will need. TSAI, no date\n>> Prepare a letter to the town. OKORO with OBI, 15 April"
    expect(ownersOf(said)).toEqual([
      ["Ana Lind", "2022-04-04"],
      ["Cem Tsai", null],
      ["Ben Okoro, Ifeoma Obi", "2022-04-15"],
    ])
  })

  test("but not one alone, nor what people only said", () => {
    expect(ownersOf("Two lamps were dark in March. Okoro, 4 April")).toEqual([])
    expect(
      ownersOf("The port sent a letter. Lind, 4 April\n\nThe town is slow. Okoro, 5 April"),
    ).toEqual([])
  })
})

describe("what she or the two of them will do by a day", () => {
  test.each([
    ["Ben said the lamps are dark. He will go through the stock by 13 April.", "Ben Okoro"],
    ["Ben said that it came. He will have both lamps back by Saturday, 9 April.", "Ben Okoro"],
    ["Ana counted the cards. Eleven came back. She will try the door by 6 April.", "Ana Lind"],
    [
      "Ana asked for volunteers; Ben and Ifeoma came forward. The two of them will work out a rota by 8 April.",
      "Ben Okoro, Ifeoma Obi",
    ],
  ])("%s", (said, expected) => {
    expect(ownersOf(said).map(([owners]) => owners)).toEqual([expected])
  })

  test.each([
    "Ben said goodbye. He will leave the port by 13 April.",
    "Ben spoke of the lamps. The two of them will break by 8 April.",
    "Ben said goodbye. He will go on leave before 13 April.",
  ])("but nothing of %s", (said) => {
    expect(ownersOf(said)).toEqual([])
  })
})
