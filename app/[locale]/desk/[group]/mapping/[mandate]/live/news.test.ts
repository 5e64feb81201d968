import { expect, test } from "vitest"
import type { HeardChange } from "./line"
import { newsOf } from "./news"

const change = (given: Partial<HeardChange>): HeardChange => ({
  ...{ change: 1, rowId: null, areaId: null, field: "edited", revision: 0, after: null },
  ...{
    author: { id: "ilva", name: "Ilva Morandini" },
    way: "form",
    at: "2026-03-03T12:00:00.000Z",
  },
  ...given,
})

test("a change of neither row nor area is one of what stands above the table", () => {
  const heard = [change({}), change({ areaId: "area" }), change({ rowId: "row", field: "status" })]
  expect(newsOf(heard, { id: "samir" })).toEqual([
    { kind: "about", by: "Ilva Morandini" },
    { kind: "areas", by: "Ilva Morandini" },
    { kind: "cell", rowId: "row", field: "status", by: "Ilva Morandini" },
  ])
  expect(newsOf(heard, { id: "ilva" })).toEqual([])
})
