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
