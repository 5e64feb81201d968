import { expect, test } from "vitest"
import type { Naming } from "@/lib/mapping/cells/cell-text"
import { noFilters } from "@/lib/mapping/filters"
import type { Activity, Row } from "@/lib/mapping/model"
import type { Table } from "@/lib/mapping/queries"
import { type Asked, areaDropOf, areaStepOf, dropOf, type Line, linesOf, stepOf } from "./lines"

const area = (id: string, position: number) => ({
  ...{ id, slug: `${id}-slug`, title: `Area ${id}`, aliases: [], position },
  ...{ crossCutting: false, revision: 1 },
})
const activity = (body: string): Activity => ({
  ...{ id: body, title: body, kind: "dc", years: [2022], link: "", body },
})
const row = (number: number, areaId: string, given: Partial<Row["cells"]> = {}): Row => ({
  ...{ id: `row-${number}`, number, position: number, revisions: {} },
  cells: {
    ...{ area: areaId, suggests: `Suggestion ${number}`, citation: { mandate: "", paragraph: "" } },
    ...{ activities: [], synergies: [], scope: { scope: "proposed", reason: "" } },
    ...{ responsible: null, status: "open", confirmed: null },
    ...given,
  },
  ...{ scopeDecided: null, retired: null },
})
const table: Table = {
  areas: [area("a", 1), area("b", 2), area("c", 3)],
  rows: [
    row(1, "a", { activities: [activity("Zebra"), activity("Alpha")] }),
    row(2, "a"),
    { ...row(3, "a"), retired: { at: "", by: "", reason: "Twice" } },
    row(4, "c", { activities: [activity("alpha")] }),
  ],
  people: [],
}
const naming = {
  area: () => "",
  person: () => "",
  kind: {},
  scope: {},
  status: {},
  paragraph: "para.",
} as unknown as Naming
const asked: Asked = {
  ...{ filters: noFilters, by: "area", today: "2022-08-28", stays: new Set(), noBody: "No body" },
}
const names = (lines: readonly Line[]) =>
  lines.map((line) => (line.kind === "head" ? line.title : line.row.number))

test("rows stand under their areas, empty areas too; retired rows do not", () => {
  const { lines, shown, total } = linesOf(table, naming, asked)
  expect(names(lines)).toEqual(["1 Area a", 1, 2, "2 Area b", "3 Area c", 4])
  expect({ shown, total }).toEqual({ shown: 3, total: 3 })
  expect(lines[0]).toMatchObject({ rows: 2, activities: 2, areaId: "a" })
})

test("by body a row stands under each of its bodies, those without any at the end", () => {
  expect(names(linesOf(table, naming, { ...asked, by: "body" }).lines)).toEqual([
    ...["Alpha", 1, 4],
    ...["Zebra", 1],
    ...["No body", 2],
  ])
  const filters = { ...noFilters, body: "ALPHA" }
  expect(names(linesOf(table, naming, { ...asked, by: "body", filters }).lines)).toEqual([
    ...["Alpha", 1, 4],
  ])
})

test("the head of a body counts its own activities, and of them those that a filter asks for", () => {
  const heads = (filters = noFilters) =>
    linesOf(withMore, naming, { ...asked, by: "body", filters }).lines.flatMap((line) =>
      line.kind === "head" ? [[line.title, line.rows, line.activities]] : [],
    )
  const bpf: Activity = { ...activity("ALPHA"), id: "bpf", kind: "bpf", title: "Of the same body" }
  const unnamed: Activity = { ...activity(""), title: "Nobody's" }
  const withMore = {
    ...table,
    rows: [
      ...table.rows,
      row(5, "a", { activities: [bpf, unnamed] }),
      row(6, "a", { activities: [unnamed] }),
    ],
  }
  expect(heads()).toEqual([
    ["Alpha", 3, 3],
    ["Zebra", 1, 1],
    ["No body", 2, 1],
  ])
  expect(heads({ ...noFilters, kind: "bpf" })).toEqual([["ALPHA", 1, 1]])
})

test("by body a row stands under those bodies alone whose activities a filter asks for", () => {
  const office: Activity = { ...activity("Secretariat"), kind: "secretariat" }
  const mixed = row(5, "a", { activities: [activity("Alpha"), office] })
  const filters = { ...noFilters, kind: "dc" as const }
  const { lines } = linesOf({ ...table, rows: [mixed] }, naming, { ...asked, by: "body", filters })
  expect(names(lines)).toEqual(["Alpha", 5])
})

test("a filter leaves the heads of what it finds, and keeps what was changed under it", () => {
  const filters = { ...noFilters, q: "suggestion 4" }
  expect(names(linesOf(table, naming, { ...asked, filters }).lines)).toEqual(["3 Area c", 4])
  const stays = new Set(["row-2"])
  const found = linesOf(table, naming, { ...asked, filters, stays })
  expect(names(found.lines)).toEqual(["1 Area a", 2, "3 Area c", 4])
  expect(found.shown).toBe(2)
  const empty = { ...noFilters, area: "b-slug" }
  expect(names(linesOf(table, naming, { ...asked, filters: empty }).lines)).toEqual(["2 Area b"])
})

test("a step goes past the neighbour, then over the head, and ends at the ends", () => {
  const [one, two, , four] = table.rows as [Row, Row, Row, Row]
  expect(stepOf(table, one, 1)).toEqual({ areaId: "a", after: "row-2" })
  expect(stepOf(table, two, -1)).toEqual({ areaId: "a", after: null })
  expect(stepOf(table, two, 1)).toEqual({ areaId: "b", after: null })
  expect(stepOf(table, four, -1)).toEqual({ areaId: "b", after: null })
  expect(stepOf(table, one, -1)).toBeNull()
  expect(stepOf(table, four, 1)).toBeNull()
})

test("a row is put down after the line above, at the top of an area after its head", () => {
  const { lines } = linesOf(table, naming, asked)
  expect(dropOf(lines, "row-4", 1)).toEqual({ areaId: "a", after: null })
  expect(dropOf(lines, "row-4", 2)).toEqual({ areaId: "a", after: "row-1" })
  expect(dropOf(lines, "row-1", 4)).toEqual({ areaId: "b", after: null })
  expect(dropOf(lines, "row-1", 1)).toBeNull()
  expect(dropOf(lines, "row-1", 2)).toBeNull()
  expect(dropOf(lines, "row-1", 0)).toBeNull()
})

test("an area goes past its neighbours, and is put down behind the one in whose rows it is dropped", () => {
  expect(areaStepOf(table, "b", -1)).toEqual({ after: null })
  expect(areaStepOf(table, "b", 1)).toEqual({ after: "c" })
  expect(areaStepOf(table, "a", -1)).toBeNull()
  expect(areaStepOf(table, "c", -1)).toEqual({ after: "a" })
  const { lines } = linesOf(table, naming, asked)
  expect(areaDropOf(lines, "c", 0)).toEqual({ after: null })
  expect(areaDropOf(lines, "c", 2)).toEqual({ after: "a" })
  expect(areaDropOf(lines, "c", 6)).toBeNull()
})

test("what crosses all areas has no number, wherever it was put", () => {
  const crossing = { ...area("x", 0), title: "Cross-cutting", crossCutting: true }
  const { lines } = linesOf({ ...table, areas: [crossing, ...table.areas] }, naming, asked)
  expect(lines.flatMap((line) => (line.kind === "head" ? [line.title] : []))).toEqual([
    ...["Cross-cutting", "1 Area a", "2 Area b", "3 Area c"],
  ])
})
