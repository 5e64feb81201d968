import { describe, expect, test } from "vitest"
import { readReport } from "../report"

const speakersOf = (said: string, away = "Fay Brook") =>
  readReport(
    `Harbour Light Group\nMeeting 12, 3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro, Cem Arslan, Dora Weiss\nRegrets: ${away}\n\n1. Lamps\n\n${said}\n\n2. Any other business\n\nNothing was raised.\n`,
    "meant.txt",
  ).mentions.map(({ name }) => name)

describe("speakers whom a sentence does not name, or says no verb of", () => {
  test.each<[string, string[]]>([
    ["Ben Okoro has a list of eleven lamps. He proposed to write to them.", ["Ben Okoro"]],
    ["Mr Okoro has a list. The list is long. Then he asked who pays.", ["Ben Okoro"]],
    ["Ben has the lamps of Dora. She asked who pays.", []],
    ["The lamps are dim. It said so in the letter.", []],
    ["Ben Okoro has a list. He lives by the pier.", []],
    ["Ben Okoro is the author of the paper and walked the group through it.", ["Ben Okoro"]],
    ["Ben Okoro was elected and thanked.", []],
    ["Ben spoke in favour, as did Dora.", ["Ben Okoro", "Dora Weiss"]],
    ["Ben agreed, Dora did not.", ["Ben Okoro", "Dora Weiss"]],
    ["Ben spoke and, together with Dora, presented a sketch.", ["Ben Okoro", "Dora Weiss"]],
    ["Ben explained that the late Professor Ida Holm had read all.", ["Ben Okoro"]],
    ["Contributions were made by BO, CA and DW.", ["Ben Okoro", "Cem Arslan", "Dora Weiss"]],
    ["The following took the floor: Ms Weiss, Mr Okoro.", ["Dora Weiss", "Ben Okoro"]],
    ["Verbal report — B. Okoro — nothing was found.", ["Ben Okoro"]],
    ["O Ben perguntou se fica; a Dora esclareceu que não.", ["Ben Okoro", "Dora Weiss"]],
    ["The exercise is called Blue Kettle. Blue Kettle takes place in May.", []],
    ["Dora Weiss entered the room during this item.", []],
  ])("%s", (said, names) => {
    expect(speakersOf(said)).toEqual(names)
  })

  test("who sent word does not speak, though something was asked by them before", () => {
    expect(speakersOf("Postponed at the request of Fay Brook. Ben agreed.")).toEqual(["Ben Okoro"])
  })

  test("first names that a hasty report writes small", () => {
    const hasty = "ben says the lamps are dim, dora thinks they are not. will mark them"
    expect(speakersOf(hasty)).toEqual(["Ben Okoro", "Dora Weiss"])
    expect(speakersOf("Ben says that the ben is a lamp. Dora doubts it.")).toEqual([
      "Ben Okoro",
      "Dora Weiss",
    ])
  })
})
