import { expect, test } from "vitest"
import {
  columnsOf,
  fittingFrozen,
  isHidden,
  readColumns,
  usualColumns,
  withHidden,
  withWidth,
} from "./columns"

test("by area the heads name the area, and what the mandate suggests stays", () => {
  const columns = columnsOf(usualColumns, "area")
  expect(columns.map(({ id }) => id)).not.toContain("area")
  expect(columns.filter(({ at }) => at !== null).map(({ id, at }) => [id, at])).toEqual([
    ["number", 0],
    ["suggests", 4.5],
  ])
})

test("by body the area has a column, and stays", () => {
  const columns = columnsOf(usualColumns, "body")
  expect(columns.filter(({ at }) => at !== null).map(({ id }) => id)).toEqual(["number", "area"])
})

test("what somebody hides, shows, widens and freezes is kept and comes back", () => {
  const chosen = {
    ...withWidth(withHidden(withHidden(usualColumns, "status", true), "area", false), "area", 20),
    frozen: "area" as const,
  }
  expect(readColumns(JSON.stringify(chosen))).toEqual(chosen)
  const columns = columnsOf(chosen, "area")
  expect(columns.map(({ id }) => id)).not.toContain("status")
  expect(columns.find(({ id }) => id === "area")).toEqual({ id: "area", width: 20, at: 4.5 })
  expect(columns.find(({ id }) => id === "suggests")?.at).toBeNull()
})

test("a column is never narrower than a word nor wider than the window, and the number stays", () => {
  expect(withWidth(usualColumns, "scope", 0.1).widths.scope).toBe(4)
  expect(withWidth(usualColumns, "scope", 1e9).widths.scope).toBe(48)
  expect(isHidden("number", withHidden(usualColumns, "number", true), "area")).toBe(false)
})

test("what a browser kept in another form does no harm", () => {
  for (const text of [null, "", "[1,2]", "{", '{"widths":3,"hidden":{"x":true,"scope":"yes"}}'])
    expect(readColumns(text)).toEqual(usualColumns)
})

test("what is frozen never takes more than three fifths of the box, whatever was chosen", () => {
  const upTo = { ...usualColumns, frozen: "activities" as const }
  const shares = [20, 30, 50, 73, 120].map((room) => {
    const frozen = fittingFrozen(upTo, "area", room)
    const held = columnsOf({ ...upTo, frozen }, "area").filter(({ at }) => at !== null)
    return { frozen, share: held.reduce((sum, { width }) => sum + width, 0) / room }
  })
  expect(shares.map(({ frozen }) => frozen)).toEqual([
    ...["number", "number", "citation", "citation", "activities"],
  ])
  for (const { share } of shares) expect(share).toBeLessThanOrEqual(0.6)
})

test("a column that is too wide for the box stays nowhere, and nothing where none was to stay", () => {
  const wide = withWidth(usualColumns, "number", 48)
  expect(fittingFrozen(wide, "area", 60)).toBe("none")
  expect(fittingFrozen({ ...usualColumns, frozen: "none" }, "area", 1_000)).toBe("none")
})
