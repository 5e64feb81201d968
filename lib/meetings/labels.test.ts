import fc from "fast-check"
import { expect, test } from "vitest"
import { agendaSiblings, labelAgenda } from "./labels"

const labels = (...depths: number[]) =>
  labelAgenda(depths.map((depth) => ({ depth }))).map(({ label }) => label)

test("items are numbered, items below them lettered, and those below in Roman numerals", () => {
  expect(labels(0, 0, 1, 1, 0)).toEqual(["1", "2", "2a", "2b", "3"])
  expect(labels(0, 1, 2, 2, 2, 2, 1, 2, 0)).toEqual([
    "1",
    "1a",
    "1ai",
    "1aii",
    "1aiii",
    "1aiv",
    "1b",
    "1bi",
    "2",
  ])
})

test("every level starts anew below another item", () => {
  expect(labels(0, 1, 0, 1, 1)).toEqual(["1", "1a", "2", "2a", "2b"])
})

test("a depth that skips a level is read as one below the item before", () => {
  expect(labels(2, 2, 7)).toEqual(["1", "1a", "1ai"])
  expect(labelAgenda([{ depth: 2 }, { depth: -1 }]).map(({ depth }) => depth)).toEqual([0, 0])
})

test("after z the letters go on in pairs", () => {
  const many = labels(0, ...Array.from({ length: 28 }, () => 1))
  expect(many.slice(-3)).toEqual(["1z", "1aa", "1ab"])
})

test("within the limit no two items share a label", () => {
  const depths = fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: agendaSiblings })
  fc.assert(
    fc.property(depths, (list) => {
      const given = labels(...list)
      expect(new Set(given).size).toBe(list.length)
      for (const label of given) expect(label).toMatch(/^\d+[a-z]*$/)
    }),
  )
})
