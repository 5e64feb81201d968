import { expect, test } from "vitest"
import { missesOf } from "./aims"

const result = {
  figures: { "answers within": { value: 50, unit: "ms" } },
  ratios: { growth: 2.04 },
  aims: { "answers within": 50, growth: 2 },
}

test("what is at its limit holds, and what is above it is told with both", () => {
  expect(missesOf(result)).toEqual(["growth: 2.04, where 2 is the most"])
  expect(missesOf({ ...result, ratios: { growth: 2 } })).toEqual([])
})

test("an aim that was not measured, or that no clock gave a value, is missed as well", () => {
  expect(missesOf({ ...result, ratios: {} })).toEqual(["growth: not measured"])
  expect(missesOf({ ...result, ratios: { growth: Number.NaN } })).toEqual(["growth: not measured"])
})

test("a bench without aims misses none", () => {
  expect(missesOf({ figures: {}, ratios: {} })).toEqual([])
})
