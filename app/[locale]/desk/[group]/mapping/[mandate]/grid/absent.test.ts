import { expect, test } from "vitest"
import { emptyRow } from "../live/ops"
import { absentOf, lineOfNumber } from "./absent"
import type { Line } from "./lines"

const standing = { ...emptyRow("one", "area", 1), number: 1 }
const retired = {
  ...{ ...emptyRow("two", "area", 2), number: 2 },
  retired: { at: "2026-03-03T12:00:00Z", by: "Ilva Morandini", reason: "Merged into row 1" },
}
const rows = [standing, retired]

test("a row that an address names is absent for a reason", () => {
  expect(absentOf(1, rows)).toEqual({ number: 1, why: "hidden" })
  expect(absentOf(2, rows)).toEqual({ number: 2, why: "retired", reason: "Merged into row 1" })
  expect(absentOf(3, rows)).toEqual({ number: 3, why: "unknown" })
})

test("no other line stands for a row that is not shown", () => {
  const lines: Line[] = [
    { kind: "head", key: "area", title: "Area", areaId: "area", rows: 1, activities: 0 },
    { kind: "row", key: "one", row: standing },
  ]
  expect(lineOfNumber(lines, 1)?.key).toBe("one")
  expect([lineOfNumber(lines, 2), lineOfNumber(lines, null)]).toEqual([undefined, undefined])
})
