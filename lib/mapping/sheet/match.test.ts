import { describe, expect, test } from "vitest"
import { activity, areas, hardTable } from "./arbitrary-table"
import { chooseCells } from "./choose"
import type { StandingRow } from "./model"
import { planSheet } from "./plan"
import { emptyCells } from "./plan-line"
import { countPlain, isPlain } from "./status"

const { standing: hard } = hardTable()
const [connectivity = { id: "" }] = areas

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
