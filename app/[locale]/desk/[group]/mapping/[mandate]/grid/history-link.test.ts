import { expect, test } from "vitest"
import { historyOf } from "./history-link"

const base = "/desk/wg-strategy/mapping/roadmap"

test.each([
  ["a cell by its field", 7, "scope", `${base}/rows/7?cell=scope#history`],
  ["the row where the column is no cell", 7, "comments", `${base}/rows/7#history`],
  ["nothing for a row that is not saved yet", 0, "scope", null],
] as const)("the history of %s", (_, number, column, href) => {
  expect(historyOf(base, number, column)).toBe(href)
})
