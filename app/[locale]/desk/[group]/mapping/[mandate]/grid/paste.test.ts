import { expect, test } from "vitest"
import { cellText } from "@/lib/mapping/cells/cell-text"
import { writeBlock } from "@/lib/mapping/cells/read-block"
import type { Reading } from "@/lib/mapping/cells/read-cell"
import { activityKinds, type Row } from "@/lib/mapping/model"
import { emptyRow } from "../live/ops"
import { columnsOf, fieldOf, usualColumns } from "./columns"
import type { Line } from "./lines"
import { mostAdded, planPaste } from "./paste"

const ids = [1, 2, 3].map((number) => `00000000-0000-4000-8000-00000000000${number}`)
const row = (number: number): Row => ({
  ...{ id: ids[number - 1] ?? "", number, position: number, revisions: {} },
  cells: {
    ...{ area: ids[0] ?? "", suggests: `Suggestion ${number}` },
    ...{ citation: { mandate: "", paragraph: "" }, activities: [], synergies: [] },
    ...{ scope: { scope: "in", reason: "It fits" }, responsible: null },
    ...{ status: "open", confirmed: null },
  },
  ...{ scopeDecided: null, retired: null },
})
const head = (key: string): Line => ({
  ...{ kind: "head", key, title: key, areaId: key, rows: 1, activities: 0 },
})
const lines: Line[] = [
  ...[head("a"), { kind: "row" as const, key: "1", row: row(1) }],
  ...[head("b"), { kind: "row" as const, key: "2", row: row(2) }],
  { kind: "row", key: "3", row: row(3) },
]
const columns = columnsOf(usualColumns, "area")
const reading: Reading = {
  kind: Object.fromEntries(activityKinds.map((kind) => [kind, kind])) as Reading["kind"],
  scope: { proposed: "proposed", in: "in", out: "out" },
  status: { open: "open", "under-way": "under way", done: "done" },
  paragraph: "para.",
  ...{ areas: [], people: [], mandate: "A/74/821" },
}
const at = (id: string) => columns.findIndex((column) => column.id === id)
type From = { from?: string; line?: number; last?: number; decide?: boolean }

const paste = (text: string, { from = "suggests", line = 1, last, decide = true }: From = {}) =>
  planPaste(
    text,
    { lines, columns, range: { lines: [line, last ?? line], columns: [at(from), at(from)] } },
    { reading, may: { decide } },
  )

test("a block goes to the end and down, over the heads between the rows", () => {
  expect(paste("New words\t93\nMore\t94 (a)\n")).toMatchObject({
    ...{ rows: 2, added: [], left: [] },
    cells: [
      { rowId: ids[0], field: "suggests", value: "New words", base: 0 },
      {
        rowId: ids[0],
        field: "citation",
        value: { mandate: "A/74/821", paragraph: "93" },
        base: 0,
      },
      { rowId: ids[1], field: "suggests", value: "More", base: 0 },
      {
        rowId: ids[1],
        field: "citation",
        value: { mandate: "A/74/821", paragraph: "94 (a)" },
        base: 0,
      },
    ],
  })
})

test("a block that is too heavy to be sent at once is refused whole, in bytes and not in signs", () => {
  const many: Line[] = Array.from({ length: 600 }, (_, place) => ({
    ...{ kind: "row" as const, key: String(place), row: { ...row(1), id: `row-${place}` } },
  }))
  const column: [number, number] = [at("suggests"), at("suggests")]
  const fill = (sign: string) =>
    planPaste(
      sign.repeat(10_000),
      { lines: many, columns, range: { lines: [0, many.length - 1], columns: column } },
      { reading, may: { decide: true } },
    )
  expect(fill("e")).toMatchObject({ rows: 600 })
  expect(fill("é")).toEqual({ problems: [{ kind: "heavy", megabytes: 13, most: 10 }] })
})

test("one cell fills the range that is selected", () => {
  expect(paste("done", { from: "status", line: 1, last: 4 })).toMatchObject({
    rows: 3,
    cells: [{ value: "done" }, { value: "done" }, { value: "done" }],
  })
})

test("a block wider than the table is refused whole", () => {
  expect(paste("open\t2022-01-01\t\tx\n", { from: "status" })).toMatchObject({
    problems: [{ kind: "wide", columns: 4, room: 3 }],
  })
  expect(paste(Array(400).fill("x").join("\t"))).toMatchObject({
    problems: [{ kind: "wide", columns: 400 }],
  })
  expect(paste("")).toEqual({ problems: [{ kind: "empty" }] })
})

test("rows that lack for a longer block are new ones of the last area, with no number of their own", () => {
  const block = paste("\ta\n\tb\n9\tc", { from: "number", line: 3 })
  if ("problems" in block) throw new Error(JSON.stringify(block.problems))
  const [lacking] = block.added
  expect(block).toMatchObject({ rows: 3, added: [{ areaId: ids[0] }] })
  expect(block.cells.at(-1)).toEqual({
    rowId: lacking?.rowId,
    field: "suggests",
    value: "c",
    base: 0,
  })
  expect(paste("open\nopen\nnonsense", { from: "status", line: 3 })).toMatchObject({
    problems: [{ kind: "cell", line: 3, row: 0, column: "status" }],
  })
})

test("more rows than pasting adds are refused: they are a file", () => {
  const rows = mostAdded + 3
  expect(paste(Array(rows).fill("a").join("\n"), { line: 3 })).toEqual({
    problems: [{ kind: "long", rows, room: 2, most: mostAdded }],
  })
})

test("one value that does not fit refuses all of it, and says where it stands", () => {
  expect(paste("open\t2022-02-01\nnonsense\t03/02/2022", { from: "status" })).toEqual({
    problems: [
      {
        ...{ kind: "cell", line: 2, row: 2, column: "status", text: "nonsense" },
        key: "mapping.unread.status",
      },
      {
        ...{ kind: "cell", line: 2, row: 2, column: "confirmed", text: "03/02/2022" },
        key: "mapping.unread.confirmed",
      },
    ],
  })
})

test("words over the number of a new row are left, so that what was cut there is not emptied", () => {
  const block = paste("2\nSecond\nThird", { from: "number", line: 4 })
  expect(block).toMatchObject({
    left: [
      { line: 0, at: 0 },
      { line: 1, at: 0 },
      { line: 2, at: 0 },
    ],
  })
})

test("a row's number stays, and its scope for who does not decide it: both are left and counted", () => {
  expect(paste("1\tWords", { from: "number" })).toMatchObject({ rows: 1, cells: [{}], left: [] })
  expect(paste("7\tWords", { from: "number" })).toMatchObject({
    ...{ rows: 1, added: [], left: [{ line: 0, at: 0 }] },
    cells: [{ rowId: ids[0], field: "suggests", value: "Words", base: 0 }],
  })
  const none = { cells: [], rows: 0, added: [] }
  expect(paste("in", { from: "scope", decide: false })).toMatchObject({ ...none, left: [] })
  for (const scope of ["out: no", "nonsense"])
    expect(paste(scope, { from: "scope", decide: false })).toMatchObject({
      ...none,
      left: [{ line: 0, at: 0 }],
    })
  expect(paste("3", { from: "comments" })).toMatchObject({ ...none, left: [{ line: 0, at: 0 }] })
  expect(paste("nonsense", { from: "scope" })).toMatchObject({ problems: [{ column: "scope" }] })
})

test("a blank leaves what always holds something, and empties the rest", () => {
  expect(paste("\t\t\t", { from: "scope" })).toMatchObject({
    ...{ rows: 1, added: [] },
    left: [
      { line: 0, at: 0 },
      { line: 0, at: 2 },
    ],
    cells: [
      { rowId: ids[0], field: "responsible", value: null, base: 0 },
      { rowId: ids[0], field: "confirmed", value: null, base: 0 },
    ],
  })
})

test("a whole row goes into a new one, without its number and, of a member, without its scope", () => {
  const from: Row = {
    ...row(2),
    cells: {
      ...row(2).cells,
      citation: { mandate: "A/74/821", paragraph: "93" },
      activities: [
        { id: ids[0] ?? "", title: "Forum", kind: "dc", years: [2021], link: "", body: "" },
      ],
      status: "done",
      confirmed: "2022-02-17",
    },
  }
  const naming = { ...reading, area: () => "Inclusion", person: () => "" }
  const every = columnsOf({ ...usualColumns, hidden: { area: false } }, "area")
  const text = writeBlock([
    every.map(({ id }) => {
      const field = fieldOf(id)
      if (field === null) return id === "number" ? "2" : ""
      return cellText(field, from.cells, naming)
    }),
  ])
  const fresh = emptyRow("new", ids[1] ?? "", 0)
  const plan = (decide: boolean) =>
    planPaste(
      text,
      {
        ...{ lines: [{ kind: "row", key: "new", row: fresh }], columns: every },
        range: { lines: [0, 0], columns: [0, 0] },
      },
      {
        reading: {
          ...reading,
          areas: [{ id: ids[2] ?? "", title: "Inclusion", slug: "inclusion", aliases: [] }],
        },
        may: { decide },
      },
    )
  const written = (decide: boolean) => {
    const block = plan(decide)
    if ("problems" in block) throw new Error(JSON.stringify(block.problems))
    return { ...block, cells: Object.fromEntries(block.cells.map((one) => [one.field, one.value])) }
  }
  const all = {
    ...from.cells,
    area: ids[2],
    activities: [{ ...from.cells.activities[0], id: expect.not.stringContaining(ids[0] ?? "-") }],
  }
  expect(written(true)).toMatchObject({ rows: 1, added: [], left: [], cells: all })
  const { scope: _, ...others } = all
  const scopeAt = every.findIndex(({ id }) => id === "scope")
  expect(written(false)).toMatchObject({
    ...{ rows: 1, added: [], cells: others },
    left: [{ line: 0, at: scopeAt }],
  })
})

test("new rows take the area above and what new rows hold, where the block has blanks", () => {
  const every = columnsOf({ ...usualColumns, hidden: { area: false } }, "area")
  const plan = planPaste(
    "\ta\n\tb",
    {
      ...{ lines: lines.slice(0, 2), columns: every },
      range: { lines: [1, 1], columns: [1, 1] },
    },
    { reading, may: { decide: true } },
  )
  if ("problems" in plan) throw new Error(JSON.stringify(plan.problems))
  expect(plan).toMatchObject({ rows: 2, left: [{ line: 0, at: 0 }], added: [{ areaId: ids[0] }] })
  expect(plan.cells.map(({ field, value }) => [field, value])).toEqual([
    ["suggests", "a"],
    ["suggests", "b"],
  ])
})

test("within its part a block ends before the next head, and what lacks is added there", () => {
  const plan = (line: number, given = lines) =>
    planPaste(
      "x\ny\nz",
      {
        ...{ lines: given, columns, within: true },
        range: { lines: [line, line], columns: [at("suggests"), at("suggests")] },
      },
      { reading, may: { decide: true } },
    )
  const part = plan(1)
  if ("problems" in part) throw new Error(JSON.stringify(part.problems))
  expect(part.cells[0]).toMatchObject({ rowId: ids[0], value: "x" })
  expect(part.added.map(({ areaId }) => areaId)).toEqual([ids[0], ids[0]])
  expect(part.cells.map(({ rowId }) => rowId)).toEqual([
    ids[0],
    ...part.added.map(({ rowId }) => rowId),
  ])
  // From the head of an area without rows.
  expect(plan(0, [head("empty"), ...lines])).toMatchObject({
    added: [{ areaId: "empty" }, { areaId: "empty" }, { areaId: "empty" }],
  })
})

test("each cell goes with what was seen of it when the block was laid over the table", () => {
  const seen = { ...row(1), revisions: { suggests: 4 } }
  const plan = planPaste(
    "Words\t93\nMore\t94",
    {
      ...{ lines: [{ kind: "row", key: "1", row: seen }], columns },
      range: { lines: [0, 0], columns: [at("suggests"), at("suggests")] },
    },
    { reading, may: { decide: true } },
  )
  if ("problems" in plan) throw new Error("It does not fit")
  expect(plan.cells.map(({ field, base }) => [field, base])).toEqual([
    ["suggests", 4],
    ["citation", 0],
    ["suggests", 0],
    ["citation", 0],
  ])
})

const ofBodies: Line[] = [
  ...[head("One body"), { kind: "row" as const, key: "one 1", row: row(1) }],
  { kind: "row", key: "one 2", row: row(2) },
  ...[head("Other body"), { kind: "row" as const, key: "other 2", row: row(2) }],
]
const pasteByBody = (text: string, from: string, last = 1) =>
  planPaste(
    text,
    { lines: ofBodies, columns, range: { lines: [1, last], columns: [at(from), at(from)] } },
    { reading, may: { decide: true } },
  )

test("a block that says two things of a row under two bodies is refused, and says where", () => {
  expect(pasteByBody("a\tp. 1\nb\tp. 2\nc\tp. 2", "suggests")).toEqual({
    problems: [{ kind: "twice", line: 3, first: 2, row: 2, column: "suggests" }],
  })
})

test("a block that says the same of a row under two bodies writes it once", () => {
  expect(pasteByBody("a\nb\nb", "suggests")).toMatchObject({
    ...{ rows: 2, added: [] },
    cells: [
      { rowId: ids[0], value: "a" },
      { rowId: ids[1], value: "b" },
    ],
  })
  expect(pasteByBody("Forum | bpf | 2021", "activities", 4)).toMatchObject({
    rows: 2,
    cells: [{ rowId: ids[0] }, { rowId: ids[1] }],
  })
})

test("what a cell says already stays what it is, also where nobody could write it anew", () => {
  const people = [
    { id: "left", name: "Kwame Lindqvist", member: false },
    { id: "one", name: "Ines Example", member: true },
    { id: "two", name: "Ines Example", member: true },
  ]
  const activities = [
    {
      id: ids[1] ?? "",
      title: "Forum",
      kind: "bpf" as const,
      years: [],
      link: "",
      body: "IGF | MAG",
    },
    {
      id: ids[2] ?? "",
      title: "Open | workshop",
      kind: "other" as const,
      years: [],
      link: "",
      body: "",
    },
  ]
  const naming = {
    ...{ kind: reading.kind, scope: reading.scope, status: reading.status, paragraph: "para." },
    ...{ area: () => "", person: (id: string) => people.find((one) => one.id === id)?.name ?? "" },
  }
  const given = (number: number, responsible: string): Row => {
    const { cells, ...rest } = row(number)
    return { ...rest, cells: { ...cells, activities, responsible } }
  }
  const rows = [given(1, "left"), given(2, "two")]
  const block = (some: readonly Row[]) =>
    writeBlock(
      some.map(({ cells }) =>
        columns
          .slice(at("activities"), at("responsible") + 1)
          .map(({ id }) => cellText(fieldOf(id) ?? "area", cells, naming)),
      ),
    )
  const pasted = (text: string) =>
    planPaste(
      text,
      {
        lines: rows.map((one): Line => ({ kind: "row", key: one.id, row: one })),
        ...{ columns, range: { lines: [0, 1], columns: [at("activities"), at("activities")] } },
      },
      { reading: { ...reading, people }, may: { decide: true } },
    )
  const same = pasted(block(rows))
  if ("problems" in same) throw new Error(JSON.stringify(same.problems))
  for (const { rowId, field, value } of same.cells)
    expect(value).toEqual(rows.find(({ id }) => id === rowId)?.cells[field])
  expect(same.cells.map(({ field }) => field)).toEqual(
    expect.arrayContaining(["activities", "responsible"]),
  )
  // Who left takes no other row: that cell stays, and the rest is pasted.
  const moved = pasted(
    block([...rows.slice(1), ...rows.slice(0, 1)]).replaceAll("IGF | MAG", "IGF"),
  )
  expect(moved).toMatchObject({
    problems: [{ kind: "cell", column: "responsible", text: "Ines Example" }],
  })
  const [first = given(1, "left")] = rows
  const copied = pasted(block([first, first]))
  if ("problems" in copied) throw new Error(JSON.stringify(copied.problems))
  expect(copied.left).toEqual([{ line: 1, at: at("responsible") - at("activities") }])
})
