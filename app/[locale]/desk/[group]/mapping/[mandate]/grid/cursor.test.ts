import { expect, test } from "vitest"
import { type Ground, type Move, moved, placeOf, rangeOf, spotAt } from "./cursor"

const ground = {
  lines: ["head", "one", "two", "three"].map((key) => ({ key })),
  columns: ["number", "suggests", "scope"].map((id) => ({ id })),
} as unknown as Ground
const by = (key: string, given: Partial<Move> = {}) =>
  moved({ line: 1, column: 1 }, { key, far: false, page: 2, rightToLeft: false, ...given }, ground)

test("arrows move one step and stop at the edges", () => {
  expect(by("ArrowUp")).toEqual({ line: 0, column: 1 })
  expect(by("ArrowRight")).toEqual({ line: 1, column: 2 })
  expect(
    moved(
      { line: 0, column: 0 },
      { key: "ArrowUp", far: false, page: 2, rightToLeft: false },
      ground,
    ),
  ).toEqual({ line: 0, column: 0 })
  expect(by("ArrowDown", { far: true })).toEqual({ line: 3, column: 1 })
})

test("where writing runs from the right, the arrows do too", () => {
  expect(by("ArrowLeft", { rightToLeft: true })).toEqual({ line: 1, column: 2 })
  expect(by("ArrowRight", { rightToLeft: true, far: true })).toEqual({ line: 1, column: 0 })
})

test("Home and End go along the row, with Control to the corners; pages go by what is in sight", () => {
  expect(by("Home")).toEqual({ line: 1, column: 0 })
  expect(by("End", { far: true })).toEqual({ line: 3, column: 2 })
  expect(by("PageDown")).toEqual({ line: 3, column: 1 })
  expect(by("PageUp")).toEqual({ line: 0, column: 1 })
  expect(by("x")).toBeNull()
})

test("a spot follows its row, and falls to what stands in its place when the row goes", () => {
  const last = { line: 3, column: 2 }
  expect(placeOf({ line: "two", column: "scope" }, ground, last)).toEqual({ line: 2, column: 2 })
  expect(placeOf({ line: "gone", column: "area" }, ground, { line: 9, column: 9 })).toEqual(last)
  expect(spotAt(last, ground)).toEqual({ line: "three", column: "scope" })
  expect(spotAt({ line: 4, column: 0 }, ground)).toBeNull()
})

test("a range holds what lies between, whichever end came first", () => {
  expect(rangeOf({ line: 3, column: 0 }, { line: 1, column: 2 })).toEqual({
    lines: [1, 3],
    columns: [0, 2],
  })
})
