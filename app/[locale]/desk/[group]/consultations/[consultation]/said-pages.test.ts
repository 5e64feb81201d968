import { expect, test } from "vitest"
import { saidHref, saidPage } from "./said-pages"

test("each text has its page in the query, and nonsense is the first", () => {
  const asked = { "said-1": "2", "said-2": "x", "said-3": ["4", "5"] }
  expect([0, 1, 2, 3].map((position) => saidPage(asked, position))).toEqual([2, 1, 1, 1])
})

test("turning a page leaves those of the other texts, and nothing else of the query", () => {
  const asked = { "said-1": "2", "said-2": "3", done: "opened" }
  expect(saidHref(asked, 0, 3)).toBe("?said-2=3&said-1=3#said-1")
})
