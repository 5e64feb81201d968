import { expect, test } from "vitest"
import { emptyRow } from "../live/ops"
import type { ColumnId } from "./columns"
import type { Line } from "./lines"
import { openingOf } from "./use-editing"

const line: Line = { kind: "row", key: "one", row: emptyRow("one", "area", 1) }
const opening = (column: ColumnId, may: { edit: boolean; decide: boolean }, typed = "") =>
  openingOf(line, { line: "one", column }, typed || null, may)
const member = { edit: true, decide: false }

test("comments open beside the table, for whoever reads it; no letter is written into them", () => {
  expect(opening("comments", member)).toEqual({ beside: true })
  expect(opening("comments", { edit: false, decide: false })).toEqual({ beside: true })
  expect(opening("comments", member, "a")).toEqual({ refused: "fixed" })
})

test("a cell that does not open says why", () => {
  expect(opening("number", member)).toEqual({ refused: "fixed" })
  expect(opening("scope", member)).toEqual({ refused: "decide" })
  expect(opening("status", { edit: false, decide: false })).toEqual({ refused: "read" })
  expect(opening("status", member)).toMatchObject({ editing: { field: "status", base: 0 } })
})
