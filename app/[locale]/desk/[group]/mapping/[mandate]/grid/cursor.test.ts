import { expect, test } from "vitest"
import { emptyRow } from "../live/ops"
import {
  type Ground,
  type Move,
  mayLead,
  moved,
  placeOf,
  rangeOf,
  spotAt,
  spotOfChange,
} from "./cursor"
import type { Line } from "./lines"

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

const area = (key: string): Line => ({
  ...{ kind: "head", key, title: key, areaId: key, rows: 2, activities: 0 },
})
const row = (id: string, key = id): Line => ({ kind: "row", key, row: emptyRow(id, "area", 1) })
const lines = [area("north"), row("one"), row("two"), area("south"), row("three")]

test("a row's id alone is the first line of that row, where it stands under two bodies", () => {
  const twice = [row("one", "bpf one"), row("two", "dc two"), row("one", "dc one")]
  const at = (line: string) =>
    placeOf({ line, column: "scope" }, { ...ground, lines: twice }, { line: 1, column: 0 }).line
  expect([at("one"), at("dc one"), at("gone")]).toEqual([0, 2, 1])
})

test("the cursor goes to the cell that was taken back, or along to the row or the area", () => {
  const to = (where: Parameters<typeof spotOfChange>[0]) =>
    spotOfChange(where, lines, "status", () => true)
  expect(to({ rowId: "two", field: "scope" })).toEqual({ line: "two", column: "scope" })
  expect(to({ rowId: "hidden", field: null })).toEqual({ line: "hidden", column: "status" })
  expect(to({ areaId: "south" })).toEqual({ line: "south", column: "status" })
  expect(to({ areaId: "gone" })).toBeNull()
})

test("where taking back took rows away, it goes to what stood below them", () => {
  const without = (...gone: string[]) =>
    spotOfChange({ rowId: gone[0] ?? "", field: null }, lines, "status", (id) => !gone.includes(id))
  expect(without("one", "two")?.line).toBe("south")
  expect(without("one")?.line).toBe("two")
  expect(without("three")?.line).toBe("south")
  expect(without("never shown")).toBeNull()
})

test("a range holds what lies between, whichever end came first", () => {
  expect(rangeOf({ line: 3, column: 0 }, { line: 1, column: 2 })).toEqual({
    lines: [1, 3],
    columns: [0, 2],
  })
})

test("a row that comes late leads nobody away who has moved, stands in the table or edits", () => {
  const idle = { wasMoved: false, isHere: false, isOpen: false }
  expect(mayLead(idle)).toBe(true)
  for (const act of ["wasMoved", "isHere", "isOpen"])
    expect(mayLead({ ...idle, [act]: true })).toBe(false)
})
