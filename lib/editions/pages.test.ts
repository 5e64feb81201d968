import { expect, test } from "vitest"
import type { EditionRow } from "./model"
import { pageOf, pageOfGroups, perPage } from "./pages"

const row = (number: number): EditionRow => ({
  ...{ number, area: "ai", suggests: "", citation: { mandate: "", paragraph: "" } },
  ...{ activities: [], synergies: [], scope: "in", reason: "", status: "open" },
  ...{ confirmed: null, meetings: [] },
})
const rows = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => row(from + at))
const groups = [
  { key: "a", title: "A", rows: rows(1, perPage - 50) },
  { key: "b", title: "B", rows: rows(perPage - 49, perPage + 50) },
  { key: "c", title: "C", rows: rows(perPage + 51, 2 * perPage + 1) },
]

test("each row stands on one page, under its head, which counts all of its rows", () => {
  const pages = [1, 2, 3].map((page) => pageOfGroups(groups, page))
  expect(pages.map(({ page, pages: of }) => [page, of])).toEqual([
    [1, 3],
    [2, 3],
    [3, 3],
  ])
  const numbers = pages.map(({ shown }) =>
    shown.flatMap((group) => group.rows.map((one) => one.number)),
  )
  expect(numbers.flat()).toEqual(groups.flatMap((group) => group.rows.map((one) => one.number)))
  expect(numbers.map(({ length }) => length)).toEqual([perPage, perPage, 1])
  expect(pages[0]?.shown.map(({ key, all, rows: here }) => [key, all, here.length])).toEqual([
    ["a", perPage - 50, perPage - 50],
    ["b", 100, 50],
  ])
})

test("a page before the first is the first, one behind the last the last, and nothing is one page", () => {
  expect(pageOf(rows(1, perPage + 1), 0).page).toBe(1)
  expect(pageOf(rows(1, perPage + 1), 99)).toMatchObject({
    page: 2,
    shown: [{ number: perPage + 1 }],
  })
  expect(pageOf([], 3)).toEqual({ shown: [], page: 1, pages: 1 })
  expect(pageOfGroups([], 3)).toEqual({ shown: [], page: 1, pages: 1 })
})
