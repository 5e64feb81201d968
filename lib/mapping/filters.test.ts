import { expect, test } from "vitest"
import {
  countFilters,
  type Filtered,
  type Filters,
  filterFor,
  monthsBefore,
  noFilters,
  readView,
  viewQuery,
} from "./filters"

const read = (query: string) => {
  const params = new URLSearchParams(query)
  return readView((name) => params.get(name))
}

const row: Filtered = {
  area: "digital-inclusion",
  activities: [
    { id: "1", title: "Gender", kind: "dc", years: [2021, 2022], link: "", body: "DC on Gender" },
    { id: "2", title: "Languages", kind: "policy-network", years: [], link: "", body: "" },
  ],
  scope: "in",
  responsible: null,
  confirmed: "2022-02-28",
  words: "scorecards and better data; gender",
}
const passes = (filters: Partial<Filters>, today = "2022-08-28") =>
  filterFor({ ...noFilters, ...filters }, today)(row)

test("an address is read, and written again as it was", () => {
  const query = "?area=digital-inclusion&kind=dc&year=2022&scope=out&stale=6&q=better+data&by=body"
  expect(viewQuery(read(query))).toBe(query)
  expect(viewQuery(read(`${query}&row=12`))).toBe(`${query}&row=12`)
  expect(countFilters(read(query).filters)).toBe(6)
})

test("what an address says that is unknown counts as not said", () => {
  expect(viewQuery(read("?kind=nonsense&year=20x2&scope=maybe&stale=-1&by=colour&row=0&x=1"))).toBe(
    "",
  )
})

test("kind, year and body are asked of one and the same activity", () => {
  expect(passes({ kind: "dc", year: 2022 })).toBe(true)
  expect(passes({ kind: "policy-network" })).toBe(true)
  expect(passes({ kind: "policy-network", year: 2022 })).toBe(false)
  expect(passes({ body: "dc on gender" })).toBe(true)
})

test("a row is stale when its day lies further back, or when it has none", () => {
  expect(passes({ stale: 6 }, "2022-08-28")).toBe(false)
  expect(passes({ stale: 6 }, "2022-09-01")).toBe(true)
  expect(filterFor({ ...noFilters, stale: 6 }, "2022-08-28")({ ...row, confirmed: null })).toBe(
    true,
  )
})

test("months before a day that a month does not have end on its last one", () => {
  expect(monthsBefore("2022-08-31", 6)).toBe("2022-02-28")
  expect(monthsBefore("2024-03-31", 1)).toBe("2024-02-29")
  expect(monthsBefore("2022-01-15", 1)).toBe("2021-12-15")
})

test("all the words have to be there, whatever their accents and letters", () => {
  expect(passes({ q: "BETTER Scorecards" })).toBe(true)
  expect(passes({ q: "dáta" })).toBe(true)
  expect(passes({ q: "better worse" })).toBe(false)
})

test("area, scope and who is responsible narrow the rows, nobody too", () => {
  expect(passes({ area: "digital-inclusion", scope: "in" })).toBe(true)
  expect(passes({ area: "connectivity" })).toBe(false)
  expect(passes({ scope: "proposed" })).toBe(false)
  expect(passes({ responsible: "nobody" })).toBe(true)
  expect(passes({ responsible: "somebody" })).toBe(false)
})
