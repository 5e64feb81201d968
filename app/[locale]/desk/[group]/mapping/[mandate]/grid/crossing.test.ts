import { expect, test } from "vitest"
import { emptyRow } from "../live/ops"
import { columnsOf, usualColumns } from "./columns"
import { crossedBy } from "./crossing"
import type { Line } from "./lines"

const head = (title: string): Line => ({
  ...{ kind: "head", key: title, title, areaId: title, rows: 0, activities: 0 },
})
const row = (id: string): Line => ({ kind: "row", key: id, row: emptyRow(id, "area", 0) })
const lines: Line[] = [
  ...[head("1 Intelligence"), row("1"), row("2")],
  ...[head("2 Nothing")],
  ...[head("3 Trust"), row("3"), row("4")],
  ...[head("4 Cooperation"), row("5")],
]
const columns = columnsOf(usualColumns, "area")
const crossed = (rows: number, first: number, last = first) =>
  crossedBy(Array(rows).fill("words").join("\n"), {
    ...{ lines, columns },
    range: { lines: [first, last], columns: [0, 0] },
  })

test("a block that ends before the next head crosses nothing", () => {
  expect(crossed(2, 1)).toEqual([])
  expect(crossed(1, 2)).toEqual([])
  expect(crossed(2, 0)).toEqual([])
})

test("one that goes on names each head whose rows it would overwrite, and how many", () => {
  expect(crossed(2, 2)).toEqual([{ title: "3 Trust", rows: 1 }])
  expect(crossed(9, 2)).toEqual([
    { title: "3 Trust", rows: 2 },
    { title: "4 Cooperation", rows: 1 },
  ])
})

test("rows that only lack at the end of the table are not overwritten", () => {
  expect(crossed(9, 8)).toEqual([])
})

test("from the head of an area without rows already the first row is another area's", () => {
  expect(crossed(1, 3)).toEqual([{ title: "3 Trust", rows: 1 }])
})

test("where the rows were selected over the head, nothing is asked", () => {
  expect(crossed(2, 2, 5)).toEqual([])
  expect(crossed(1, 1, 8)).toEqual([])
  expect(crossed(3, 2, 5)).toEqual([{ title: "3 Trust", rows: 2 }])
})
