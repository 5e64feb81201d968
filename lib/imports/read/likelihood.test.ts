import { expect, test } from "vitest"
import { LIKELY } from "./model"
import { readReport } from "./report"

const deck = (head: string) =>
  `${head}\n\n## Where we stand\n\nThe forum adopted an approach by issues in designing its programme.\n\n## What is next\n\nTeams are open to everybody.\n\n## Who pays\n\nThe fund pays for half of it.\n`
const scoreOf = (text: string) => readReport(text, "deck.md").likelihood.score

test("a text that tells of decisions is no report of a meeting, unless it says when or who met", () => {
  expect(scoreOf(deck("# Fourth overview"))).toBeLessThan(LIKELY)
  expect(
    scoreOf(deck("# Fourth meeting\n\n3 March 2022, 14:00 UTC\n\nPresent: Ana Lind, Ben Okoro")),
  ).toBeGreaterThanOrEqual(LIKELY)
})

test("those who are listed in front and come again below met, whatever the label of their list", () => {
  const night = (list: string, said: string) =>
    scoreOf(`Night Owls, 12 October 2022\n\n${list}\n\nNets: ${said}\n\nCups: eleven.\n`)
  for (const list of [
    "Here were: Ana Lind, Ben Okoro, Cem Arslan.",
    "Ana Lind (treasurer), Ben Okoro, Cem Arslan (captain)",
  ])
    for (const said of [
      "Ana bought two. Mr Okoro will mend the others.",
      "BO, CA: mend the others",
    ])
      expect(night(list, said), `${list} ${said}`).toBeGreaterThanOrEqual(LIKELY)
  for (const [list, said] of [
    ["Ana Lind, Ben Okoro, Cem Arslan", "they differ by the width of their meshes."],
    ["Authors: Ana Lind, Ben Okoro, Cem Arslan", "Lind and Okoro counted them."],
    ["From: Ana Lind, to: Ben Okoro, Cem Arslan", "Ben, could you count them? Ana"],
    [
      "Ana Lind of the yard met Ben Okoro and told him of Cem Arslan, who had come by boat from the north and seen whales.",
      "Ana counted them with Ben.",
    ],
  ] as const)
    expect(night(list, said), `${list} ${said}`).toBeLessThan(LIKELY)
})
