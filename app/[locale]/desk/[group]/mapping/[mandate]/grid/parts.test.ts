import { expect, test } from "vitest"
import { emptyRow } from "../live/ops"
import type { Line } from "./lines"
import { partsOf } from "./parts"

const head = (rows: number): Line => ({
  ...{ kind: "head", key: "area", title: "1 Inclusion", areaId: "area", activities: 0 },
  rows,
})
const line = (): Line => {
  const id = crypto.randomUUID()
  return { kind: "row", key: id, row: emptyRow(id, "area", 1) }
}
const lines = [head(500), ...Array.from({ length: 500 }, line)]

test("the parts are all lines in their order, a few in each", () => {
  const parts = partsOf(lines)
  expect(parts.flatMap((part) => part.lines)).toEqual(lines)
  expect(Math.max(...parts.map((part) => part.lines.length))).toBeLessThanOrEqual(20)
  for (const { key, from } of parts) expect(lines[from]?.key).toBe(key)
  expect(parts.reduce((sum, { heads }) => sum + heads, 0)).toBe(1)
})

test("nothing is a new object where no line changed", () => {
  const parts = partsOf(lines)
  const again = lines.map((one) => ({ ...one }))
  expect(partsOf(again, parts).every((part, place) => part === parts[place])).toBe(true)
})

test("a row that changed is new in its part, and the others are as they were", () => {
  const parts = partsOf(lines)
  const changed = lines.map((one, place) =>
    place === 250 && one.kind === "row" ? { ...one, row: { ...one.row, number: 7 } } : one,
  )
  const after = partsOf(changed, parts)
  const fresh = after.filter((part, place) => part !== parts[place])
  expect(fresh).toHaveLength(1)
  const before = new Set(parts.flatMap((part) => part.lines))
  expect(fresh[0]?.lines.filter((one) => !before.has(one))).toEqual([changed[250]])
})

test("a row that is put in moves those behind it, and they keep what they are drawn from", () => {
  const parts = partsOf(lines)
  const after = partsOf([head(501), ...lines.slice(1, 100), line(), ...lines.slice(100)], parts)
  const kept = new Set(parts.map((part) => part.lines))
  const anew = after.filter((part) => !kept.has(part.lines))
  // The part of the head, the one it was put into, and what follows until the cuts fall together again.
  expect(anew.length).toBeLessThan(after.length / 4)
  expect(after.slice(1, 5).every((part, place) => part === parts[place + 1])).toBe(true)
  expect(after.at(-1)?.from).toBe((parts.at(-1)?.from ?? 0) + 1)
})
