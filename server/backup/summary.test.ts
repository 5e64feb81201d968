import { expect, test } from "vitest"
import { summaryOf } from "./summary"

test("an operator is told of everything that was looked at", () => {
  const looked = { groups: 1, entries: 11, reports: 12, documents: 13, compendia: 14 }
  const found = { ...looked, editions: 15, names: 16, erased: 17, files: 18 }
  const heads = [{ group: "wg-strategy", position: 11, hash: "ab" }]
  const said = summaryOf({ ...found, heads, differences: [] })
  for (const count of [11, 12, 13, 14, 15, 16, 17, 18]) expect(said).toContain(String(count))
  expect(said).toContain("editions of mappings 15")
  expect(said).toContain("/wg-strategy/record  11  ab")
})
