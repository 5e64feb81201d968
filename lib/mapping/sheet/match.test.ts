import { describe, expect, test } from "vitest"
import { activity, areas, hardTable } from "./arbitrary-table"
import { chooseCells } from "./choose"
import type { StandingRow } from "./model"
import { planSheet } from "./plan"
import { emptyCells } from "./plan-line"
import { countPlain, isPlain, takenUnasked } from "./status"

const { standing: hard } = hardTable()
const [connectivity = { id: "" }, inclusion = { id: "" }] = areas

const rowOf = (number: number, cells: Partial<StandingRow["cells"]>, retired?: string) => ({
  ...{ id: `row-${number}`, number, revisions: {}, retired: retired ?? null },
  cells: { ...emptyCells(connectivity.id), ...cells },
})

/** What lines say of a table of these rows. */
const planned = (rows: StandingRow[], ...lines: string[][]) => {
  const table = {
    ...{ format: "csv" as const, left: [] },
    rows: lines.map((cells, at) => ({ line: at + 1, cells })),
  }
  const standing = { ...hard, rows }
  return { standing, plan: planSheet(table, standing, "en") }
}
const statesOf = ({ plan }: ReturnType<typeof planned>) =>
  plan.lines.map(({ state, row, doubts }) => [state, row?.number ?? null, doubts])

describe("lines that are one row", () => {
  const head = ["Area", "What the mandate suggests", "IGF activity", "Type", "Years"]
  const said = "Connect every school by 2030"
  const forum = activity({ title: "Forum", kind: "bpf", years: [2021] })
  const network = activity({ title: "Network", kind: "policy-network", years: [] })
  const row = rowOf(5, { suggests: said, activities: [forum, network] })

  test("lay their activities together beside its cell, each with what its own line says of it", () => {
    const made = planned(
      [row],
      head,
      ["Connectivity", said, "Forum\nNetwork\nSchool day", "BPF", "2021"],
      ["", said, "Session", "Workshop", ""],
      ["", said, "Session", "Workshop", ""],
    )
    const [first] = made.plan.lines
    const cell = first?.cells.find(({ field }) => field === "activities")
    expect(cell?.value).toMatchObject([
      { id: forum.id, kind: "bpf", years: [2021] },
      { id: network.id, kind: "bpf", years: [2021] },
      { title: "School day", kind: "bpf", years: [2021] },
      { title: "Session", kind: "workshop", years: [] },
    ])
    expect(statesOf(made).slice(1)).toEqual([
      ["doubtful", 5, [{ key: "gathered", value: "2" }]],
      ["doubtful", 5, [{ key: "repeated", value: "2" }]],
    ])
  })

  test("one whose activity cannot stand there keeps itself out, and none of the others", () => {
    const made = planned(
      [row],
      [...head, "Link"],
      ["Connectivity", said, "Forum", "BPF", "2021", ""],
      ["Connectivity", said, "Network", "Policy network", "", ""],
      ["Connectivity", said, "Site", "Other", "", "no link at all"],
    )
    expect(made.plan.lines.map(({ state }) => state)).toEqual([
      ...["unchanged", "unchanged", "refused"],
    ])
  })

  test("what the others say beside their activities is shown, and stays as it is", () => {
    const made = planned(
      [row],
      [...head, "Status"],
      ["Connectivity", said, "Forum", "BPF", "2021", ""],
      ["Connectivity", said, "Network", "Policy network", "", "done"],
    )
    expect(statesOf(made)).toEqual([
      ["unchanged", 5, []],
      ["doubtful", 5, [{ key: "gathered", value: "2" }]],
    ])
    expect(made.plan.lines[1]).toMatchObject({ open: false, cells: [{ field: "status" }] })
  })

  test("a list that would lose entries is never taken with all others", () => {
    const made = planned([row], head, ["Connectivity", said, "Forum", "BPF", "2021, 2022"])
    const [line] = made.plan.lines
    const [cell] = line?.cells ?? []
    if (!line || !cell) throw new Error("Nothing is changed")
    expect(cell.doubts).toEqual([{ key: "fewer", value: "Network" }])
    expect([line.state, isPlain(line, cell), countPlain([line])]).toEqual(["doubtful", false, 0])
    const take = new Set([`${line.line}.activities`])
    const chosen = chooseCells(made.plan, made.standing, { take, all: false, areas: new Map() })
    expect(chosen.cells).toMatchObject([{ value: [{ id: forum.id, years: [2021, 2022] }] }])
  })
})

describe("a line that says what rows say", () => {
  const head = ["Area", "What the mandate suggests", "IGF activity"]
  const said = "Connect every school by 2030"
  const forum = { activities: [activity({ title: "Forum" })] }
  const saying = (number: number, retired?: string) => rowOf(number, { suggests: said }, retired)
  const elsewhere = (number: number, retired?: string) =>
    rowOf(number, { suggests: said, area: inclusion.id, ...forum }, retired)
  const ofRows = (rows: StandingRow[], area = "Connectivity") =>
    planned(rows, head, [area, said, "Session"])
  const sameAs = (value: string) => [{ key: "sameAs", value }]

  test("is none of several, and never added unasked", () => {
    for (const [rows, numbers] of [
      [[saying(5), saying(7)], "5, 7"],
      [[saying(5, "Merged into 9"), saying(7, "Gone")], "5, 7"],
      [[saying(5, "Moved"), elsewhere(7)], "5, 7"],
      [[elsewhere(8, "Gone")], "8"],
    ] as const) {
      const made = ofRows([...rows])
      expect(statesOf(made)).toEqual([["doubtful", null, sameAs(numbers)]])
      expect(made.plan.lines.map((line) => [line.open, takenUnasked(line)])).toEqual([
        [true, false],
      ])
    }
  })

  test("is the one that stands where the others were retired, and that of its own area", () => {
    expect(statesOf(ofRows([saying(5, "Merged into 7"), saying(7)]))).toEqual([["changed", 7, []]])
    expect(statesOf(ofRows([elsewhere(5), saying(7)]))).toEqual([["changed", 7, []]])
  })

  test("is the one of its citation", () => {
    const cited = (number: number, paragraph: string) =>
      rowOf(number, { suggests: said, citation: { mandate: "A/74/821", paragraph } })
    const rows = [cited(5, "12"), cited(7, "15")]
    const line = (citation: string) =>
      statesOf(planned(rows, [...head, "Citation"], ["Connectivity", said, "Session", citation]))
    expect(line("A/74/821, para. 15")).toEqual([["changed", 7, []]])
    expect(line("para. 15")).toEqual([["changed", 7, []]])
    expect(line("para. 19")).toEqual([["doubtful", null, sameAs("5, 7")]])
    expect(line("")).toEqual([["doubtful", null, sameAs("5, 7")]])
  })

  test("known in another area than it names is doubtful, and can be a row of its own", () => {
    const made = ofRows([elsewhere(5)])
    expect(statesOf(made)).toEqual([
      ["doubtful", 5, [{ key: "otherArea", value: "Digital inclusion" }]],
    ])
    expect(countPlain(made.plan.lines)).toBe(0)
    const choice = { take: new Set(["2"]), all: true, areas: new Map() }
    const chosen = chooseCells(made.plan, made.standing, choice)
    expect(chosen.rows).toMatchObject([{ areaId: connectivity.id }])
    expect(chosen.cells.map(({ field }) => field)).toEqual(["suggests", "activities"])
  })

  test("of another area or place beside a line that is the row is no second of it", () => {
    const made = planned(
      [rowOf(5, { suggests: said, citation: { mandate: "A/74/821", paragraph: "12" } })],
      [...head, "Paragraph"],
      ["Digital inclusion", said, "Forum", "12"],
      ["Connectivity", said, "", "12"],
      ["Connectivity", said, "Session", "15"],
    )
    expect(statesOf(made)).toEqual([
      ["doubtful", null, sameAs("5")],
      ["unchanged", 5, []],
      ["doubtful", null, sameAs("5")],
    ])
  })
})

describe("two lines of one number", () => {
  const head = ["Row", "Area", "What the mandate suggests", "Status"]
  const said = "Connect every school by 2030"
  const rows = [rowOf(5, { suggests: said }), rowOf(6, { suggests: "Train the teachers" })]
  const copied = ["5", "Digital inclusion", "Connect every library by 2030", "done"]

  test("are the row and one that can be added, wherever the copy stands", () => {
    const doubtful = (line: string) => ["doubtful", 5, [{ key: "sameNumber", value: line }]]
    const original = ["5", "Connectivity", said, "open"]
    const below = planned(rows, head, original, copied, ["6", "", "Train the teachers", "open"])
    expect(statesOf(below)).toEqual([["unchanged", 5, []], doubtful("2"), ["unchanged", 6, []]])
    const above = planned(rows, head, copied, original)
    expect(statesOf(above)).toEqual([doubtful("3"), ["unchanged", 5, []]])
    expect([countPlain(above.plan.lines), above.plan.lines.map(takenUnasked)]).toEqual([
      ...[0, [false, false]],
    ])
    const choice = { take: new Set(["2", "2.suggests"]), all: true, areas: new Map() }
    const chosen = chooseCells(above.plan, above.standing, choice)
    expect(chosen.rows).toMatchObject([{ areaId: inclusion.id }])
    expect(chosen.cells.map(({ rowId, field }) => [rowId === chosen.rows[0]?.id, field])).toEqual([
      [true, "suggests"],
      [true, "status"],
    ])
  })

  test("are asked where the copy belongs, where the mapping does not have its area", () => {
    const original = ["5", "Connectivity", said, "open"]
    const { plan } = planned(rows, head, original, ["5", "Space", "Keep orbits clean", ""])
    expect(plan.unknownAreas).toEqual(["Space"])
  })

  test("that say the same, or of which one says nothing, are one row", () => {
    const line = ["5", "Connectivity", said, "done"]
    const twice = planned(rows, head, line, line, ["5", "Connectivity", "", ""])
    expect(statesOf(twice)).toEqual([
      ["changed", 5, []],
      ["doubtful", 5, [{ key: "repeated", value: "2" }]],
      ["doubtful", 5, [{ key: "repeated", value: "2" }]],
    ])
    expect(twice.plan.lines.map(({ open, asNew }) => [open, asNew])).toEqual([
      [true, null],
      [false, null],
      [false, null],
    ])
  })
})
