import { expect, test } from "vitest"
import type { Row } from "@/lib/mapping/model"
import { emptyRow } from "../live/ops"
import { columnsOf, usualColumns } from "./columns"
import { cutOf, emptiedBy, isTextOf, pastedOver } from "./cut"

const [one, two] = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"]
const row = (id: string, words: string, revision = 0): Row => {
  const empty = emptyRow(id, one, 1)
  const revisions = revision > 0 ? { suggests: revision } : {}
  return { ...empty, number: 1, revisions, cells: { ...empty.cells, suggests: words } }
}
const columns = columnsOf(usualColumns, "area")
const cut = (rows: Row[], ids: string[], decide = true) =>
  cutOf("Words", { rows, columns: columns.filter(({ id }) => ids.includes(id)) }, { decide })
const fields = ({ cells }: ReturnType<typeof cutOf>) => cells.map(({ field }) => field)

test("what always holds something stays when it is cut, and so does a scope that others decide", () => {
  const all = ["number", "suggests", "scope", "status"]
  expect(fields(cut([row(one, "Words")], all))).toEqual(["suggests", "scope"])
  expect(fields(cut([row(one, "Words")], all, false))).toEqual(["suggests"])
  const under = row(one, "Words")
  expect(cut([under, under], all, false).cells).toHaveLength(1)
})

test("pasted elsewhere it empties its cells, with what is seen of them then", () => {
  const taken = cut([row(one, "Words")], ["suggests"])
  const pasted = [{ rowId: two, field: "suggests" as const, value: "Words", base: 0 }]
  const block = { cells: pasted, left: [], taken: new Map([["0 0", `${two} suggests`]]) }
  expect(emptiedBy(taken, [row(one, "Words", 3), row(two, "")], block)).toEqual([
    // It goes only where its words arrive.
    { rowId: one, field: "suggests", value: "", base: 3, movedTo: [`${two} suggests`] },
  ])
})

test("what somebody changed since stays, and so does what was pasted over", () => {
  const taken = cut([row(one, "Words"), row(two, "More")], ["suggests"])
  const pasted = [{ rowId: two, field: "suggests" as const, value: "Words", base: 0 }]
  expect(
    emptiedBy(taken, [row(one, "Others' words", 1), row(two, "More")], {
      ...{ cells: pasted, left: [], taken: new Map() },
    }),
  ).toEqual([])
  expect(emptiedBy(taken, [], { cells: [], left: [], taken: new Map() })).toEqual([])
})

test("what is cut and pasted over by the same block names what took its words", () => {
  const three = one.replace("1", "3")
  const rows = [row(one, "First"), row(two, "Second"), row(three, "Third")]
  const pasted = (first: string) => [
    { rowId: two, field: "suggests" as const, value: first, base: 0 },
    { rowId: three, field: "suggests" as const, value: "Second", base: 0 },
  ]
  const places = new Map([
    ["0 0", `${two} suggests`],
    ["1 0", `${three} suggests`],
  ])
  const taken = cut(rows.slice(0, 2), ["suggests"])
  const over = (first: string, all = rows) =>
    pastedOver(taken, all, { cells: pasted(first), taken: places }).map(({ movedTo }) => movedTo)
  expect(over("First")).toEqual([[`${three} suggests`], undefined])
  // The same words stay where they are, and others' words were never cut.
  expect(over("Second")).toEqual([undefined, undefined])
  const changed = [row(one, "First"), row(two, "Others' words", 1), row(three, "Third")]
  expect(over("First", changed)).toEqual([undefined, undefined])
})

test("what was left where it was to be pasted stays where it was", () => {
  const rows = [row(one, "Words"), row(two, "More")]
  const taken = cut(rows, ["number", "suggests", "citation"])
  const left = [
    { line: 0, at: 0 },
    { line: 1, at: 1 },
  ]
  const emptied = emptiedBy(taken, rows, { cells: [], left, taken: new Map() })
  expect(emptied.map(({ rowId, field }) => [rowId, field])).toEqual([
    [one, "suggests"],
    [one, "citation"],
    [two, "citation"],
  ])
})

test("it is what the clipboard holds, however that ends its lines", () => {
  const taken = { text: "a\tb\nc\td", cells: [] }
  expect(isTextOf(taken, "a\tb\r\nc\td\r\n")).toBe(true)
  expect(isTextOf(taken, "a\tb")).toBe(false)
})
