import { readFileSync } from "node:fs"
import { describe, expect, test, vi } from "vitest"
import type { RawCell, RawTable } from "@/lib/imports/tables/model"
import { readTable } from "@/lib/imports/tables/read-table"
import { citationIn } from "../cells/citation"
import { areas, hardTable } from "./arbitrary-table"
import { chooseCells } from "./choose"
import { readInline } from "./inline"
import { planSheet } from "./plan"
import { isPlain, takenUnasked } from "./status"

const { standing } = hardTable()
const [connectivity, inclusion] = areas

async function sample(name: string): Promise<RawTable> {
  const reading = await readTable(readFileSync(new URL(`./samples/${name}`, import.meta.url)), name)
  if (!("kind" in reading) || reading.kind !== "table") throw new Error("It was not read")
  return reading.table
}

const tableOf = (...rows: RawCell[][]): RawTable => ({
  format: "csv",
  rows: rows.map((cells, at) => ({ line: at + 1, cells })),
  left: [],
})
const plan = (...rows: RawCell[][]) => planSheet(tableOf(...rows), standing, "en")
const keysOf = (line: ReturnType<typeof plan>["lines"][number] | undefined) => [
  ...(line?.doubts ?? []).map(({ key }) => key),
  ...(line?.cells ?? []).flatMap(({ field, doubts }) => doubts.map(({ key }) => `${field}.${key}`)),
]

describe("a spreadsheet as LibreOffice writes it", () => {
  test("merged cells carry on, days and years are read, an unknown area is asked for", async () => {
    const table = await sample("roadmap-calc.xlsx")
    const { lines, unknownAreas, unknownHeads } = planSheet(table, standing, "en")
    expect(unknownHeads).toEqual([])
    expect(unknownAreas).toEqual(["Universal connectivity", "Space debris"])
    const withAlias = {
      ...standing,
      areas: areas.map((area) =>
        area.id === connectivity?.id
          ? { ...area, aliases: [...area.aliases, "universal CONNECTIVITY"] }
          : area,
      ),
    }
    const again = planSheet(table, withAlias, "en")
    expect(again.unknownAreas).toEqual(["Space debris"])
    expect(again.lines.map(({ line, state }) => [line, state])).toEqual([
      [4, "doubtful"],
      [6, "new"],
      [7, "doubtful"],
      [8, "doubtful"],
    ])
    const [first] = again.lines
    const cell = (field: string) => first?.cells.find((each) => each.field === field)?.value
    expect(cell("citation")).toEqual({ mandate: "A/74/821", paragraph: "19" })
    expect(cell("confirmed")).toBe("2022-02-17")
    expect(cell("activities")).toMatchObject([
      {
        ...{ title: "Policy Network on Meaningful Access", kind: "policy-network", years: [2022] },
        // The cell says "PNMA page"; the address is behind these words.
        link: "https://www.intgovforum.org/en/content/pnma",
      },
      { kind: "dc", years: [2016, 2017, 2018, 2019, 2020, 2021, 2022] },
    ])
    expect(cell("synergies")).toMatchObject([{ type: "bulletList" }])
    expect(again.lines.map(keysOf)).toEqual([
      ["scope.scopeReason"],
      [],
      ["scope.scopeReason"],
      ["area", "scope.scopeReason"],
    ])
    expect(again.lines.every(takenUnasked)).toBe(true)
    expect(lines).toHaveLength(4)
  })

  test("the same as CSV says the same, but for merged cells, which CSV does not know", async () => {
    const { lines } = planSheet(await sample("roadmap-calc.csv"), standing, "en")
    expect(lines.map(({ line }) => line)).toEqual([4, 5, 6, 7, 8])
    expect(lines[0]?.cells.find(({ field }) => field === "confirmed")?.value).toBe("2022-02-17")
  })
})

describe("what a table would change", () => {
  const head = ["Row", "Area", "What the mandate suggests", "Citation", "Responsible", "Status"]

  test("a changed cell is shown beside what stands there, and only it", () => {
    const row = standing.rows[0]
    const said = row?.cells.suggests ?? ""
    const { lines } = plan(head, ["1", "", said, "A/74/821, para. 94", "Ana Example", "under way"])
    expect(lines).toMatchObject([
      {
        state: "changed",
        row: { number: 1 },
        cells: [
          { field: "citation", before: "A/74/821, para. 93 (a)", after: "A/74/821, para. 94" },
        ],
      },
    ])
  })

  test("a cell that would be emptied, and a doubtful one, are not taken with all others", () => {
    const said = standing.rows[0]?.cells.suggests ?? ""
    const changed = plan(head, ["1", "Connectivity", said, "A/74/821, para. 94", "", "Done"])
    const [line] = changed.lines
    if (!line) throw new Error("There is no line")
    expect(line.state).toBe("changed")
    expect(line.cells.map((cell) => [cell.field, isPlain(line, cell)])).toEqual([
      ["citation", true],
      ["responsible", false],
      ["status", true],
    ])
    const none = { take: new Set<string>(), all: false, areas: new Map() }
    expect(chooseCells(changed, standing, none).cells).toEqual([])
    expect(chooseCells(changed, standing, { ...none, all: true }).cells).toMatchObject([
      { field: "citation", base: 0, value: { mandate: "A/74/821", paragraph: "94" } },
      { field: "status", value: "done" },
    ])
    const one = { ...none, take: new Set([`${line.line}.responsible`]) }
    expect(chooseCells(changed, standing, one).cells).toMatchObject([
      { field: "responsible", value: null },
    ])
  })

  test("without numbers a row is known by its words; the same twice is left out", () => {
    const [, ...bare] = head
    const said = standing.rows[6]?.cells.suggests ?? ""
    const { lines } = plan(
      bare,
      ["Connectivity", said, "para. 1/2", "", "open"],
      ["Connectivity", "Something new", "", "", ""],
      ["Connectivity", "Something new", "", "", ""],
      ["Connectivity", said, "para. 1/2", "", "done"],
    )
    expect(lines.map(({ state, row }) => [state, row?.number ?? null])).toEqual([
      ["unchanged", 7],
      ["new", null],
      ["doubtful", null],
      ["doubtful", 7],
    ])
    expect(lines.slice(2).map((line) => [line.open, line.doubts])).toEqual([
      [false, [{ key: "repeated", value: "3" }]],
      [false, [{ key: "repeated", value: "2" }]],
    ])
    expect(lines.map(takenUnasked)).toEqual([false, true, false, false])
  })

  test("the numbers of somebody else's list are not ours", () => {
    const foreign = plan(
      ["No.", "Area", "Recommendation"],
      ["1", "Digital inclusion", "Teach everybody to swim"],
      ["2", "Digital inclusion", "Build more harbours"],
    )
    expect(foreign.lines.map(({ state, row }) => [state, row])).toEqual([
      ["new", null],
      ["new", null],
    ])
  })

  test("what is not known is said of each cell", () => {
    const { lines } = plan(
      [...head, "IGF activity", "Type", "Year", "Scope", "Last confirmed"],
      ["99", "Fishing", "A", "", "Nobody Known", "perhaps", "X", "Webinar", "20211", "in", "44378"],
      ["", inclusion?.title ?? "", "B", "", "", "", "Y", "", "", "maybe not", "3/4/2021"],
      ["", inclusion?.title ?? "", "C", "", "", "", "Z", "", "", "", "soon"],
      ["", inclusion?.title ?? "", "D", "", "", "", "Z", "", "", "", "2962-02-17"],
    )
    expect(lines.map(({ state }) => state)).toEqual(Array(4).fill("doubtful"))
    expect(keysOf(lines[3])).toEqual(["confirmed.dayAhead"])
    expect(lines[3]?.cells.at(-1)).toMatchObject({ value: null, open: false })
    expect(keysOf(lines[0])).toEqual([
      ...["noSuchRow", "area", "activities.kind", "activities.year"],
      ...["scope.scopeReason", "responsible.person", "status.status", "confirmed.dayNumber"],
    ])
    expect(keysOf(lines[1])).toEqual(["scope.scope", "confirmed.dayOrMonth"])
    expect(keysOf(lines[2])).toEqual(["confirmed.day"])
    const day = (at: number) => lines[at]?.cells.find(({ field }) => field === "confirmed")?.value
    expect([day(0), day(1), day(2)]).toEqual(["2021-07-01", "2021-04-03", null])
  })

  test("what cannot stand there keeps its row out", () => {
    const { lines } = plan(
      ["Area", "Suggestion", "Activity", "Link"],
      ["Connectivity", "x".repeat(100_000), "", ""],
      ["Connectivity", "Look", "Site", "javascript:alert(1)"],
      ["Connectivity", "Look too", "[Site](javascript:alert(1)) data:text/html,x", ""],
      ["Connectivity", "", "", "https://example.org"],
    )
    expect(lines.map(({ state, open }) => [state, open])).toEqual(
      Array.from({ length: 4 }, () => ["refused", false]),
    )
    expect(lines.map(keysOf)).toEqual([
      ["suggests.tooLong"],
      ["activities.link"],
      ["activities.link"],
      ["nothing"],
    ])
  })

  test("whoever may not decide the scope decides none", () => {
    const said = standing.rows[2]?.cells.suggests ?? ""
    const table = tableOf(
      ["Row", "What the mandate suggests", "Scope", "Reason"],
      ["3", said, "in", "It is ours"],
    )
    const member = planSheet(table, { ...standing, mayDecide: false }, "en")
    expect(keysOf(member.lines[0])).toEqual(["scope.mayNotDecide"])
    expect(member.lines[0]?.open).toBe(false)
    expect(planSheet(table, standing, "en").lines[0]?.state).toBe("changed")
  })

  test("a table whose columns nobody knows is refused with their names", () => {
    expect(() => plan(["Foo", "Bar"], ["1", "2"])).toThrow("mapping.noColumns")
    expect(() => plan(head)).toThrow("mapping.noLines")
  })

  test("the mark of a plan is another when the table is, and the same in another language", () => {
    const said = standing.rows[0]?.cells.suggests ?? ""
    const table = tableOf(head, ["1", "Connectivity", said, "para. 3", "Ana Example", "open"])
    const moved = {
      ...standing,
      rows: standing.rows.map((row) =>
        row.number === 1 ? { ...row, cells: { ...row.cells, status: "done" as const } } : row,
      ),
    }
    const { mark } = planSheet(table, standing, "en")
    expect(planSheet(table, standing, "fr").mark).toBe(mark)
    expect(planSheet(table, moved, "en").mark).not.toBe(mark)
  })
})

test("a table of many rows is read once, and not for each line of a file", () => {
  const [known] = standing.rows
  if (!known) throw new Error("There is no row")
  let reads = 0
  const rows = Array.from({ length: 80 }, (_, at) => ({
    ...known,
    ...{ id: `row-${at}`, number: at + 1 },
    cells: {
      ...known.cells,
      citation: { mandate: "A/74/821", paragraph: "93" },
      get suggests() {
        reads += 1
        return `Known words ${at}`
      },
    },
  }))
  const lines = Array.from({ length: 80 }, (_, at) => ["Connectivity", `Others say ${at}`, "93"])
  const table = tableOf(["Area", "Suggests", "Paragraph"], ...lines)
  const { lines: planned } = planSheet(table, { ...standing, rows }, "en")
  expect(planned.map(({ state }) => state)).toEqual(lines.map(() => "new"))
  expect(reads).toBeLessThanOrEqual(4 * rows.length)
})

test("what no cell can hold is not looked through for what it may say", () => {
  const long = `${"Very long ".repeat(50)}, para. 93`
  expect(citationIn(long, "A/74/821")).toEqual({ mandate: long, paragraph: "" })
  const many = Array.from({ length: 4_000 }, (_, at) => `Activity ${at}`).join("\n")
  const { lines } = plan(
    ["Area", "Suggests", "Activities", "Synergies"],
    ["Connectivity", "Too many", many, ""],
    ["Connectivity", "Too long", "", "*a ".repeat(30_000)],
    [
      "Connectivity",
      "As it is",
      "Title,,,,",
      `${"*".repeat(9) + "[".repeat(9)}a](b [c](https://a.example)`,
    ],
  )
  expect(lines.map(keysOf)).toEqual([["activities.tooMany"], ["synergies.tooLong"], []])
  const [, done, said] = lines[2]?.cells ?? []
  expect(done?.value).toMatchObject([{ title: "Title" }])
  expect(JSON.stringify(said?.value)).toContain('"href":"https://a.example"')
})

test("a line of many stars that close nothing is looked through once", () => {
  const text = "*a ".repeat(400)
  const looks = vi.spyOn(String.prototype, "startsWith")
  const read = readInline(text)
  const count = looks.mock.calls.length
  looks.mockRestore()
  expect(read).toEqual([{ type: "text", text }])
  expect(count).toBeLessThan(5 * text.length)
})

describe("several lines that suggest the same", () => {
  const head = ["Area", "What the mandate suggests", "IGF activity", "Link"]
  const said = "Keep orbits clean"
  const joinsOf = ({ lines }: ReturnType<typeof plan>) =>
    lines.map(({ line, state, joins }) => [line, state, joins])

  test("go to the first that can be taken, and never to one that is kept out", () => {
    const made = plan(
      head,
      ["Digital inclusion", said, "Forum", "no link at all"],
      ["Digital inclusion", said, "Coalition", ""],
      ["Digital inclusion", said, "Session", ""],
    )
    expect(joinsOf(made)).toEqual([
      [2, "refused", null],
      [3, "new", null],
      [4, "doubtful", 3],
    ])
    expect(keysOf(made.lines[1])).toEqual([])
  })

  test("say that the first lacks an area where that is ticked, and else that it is not chosen", () => {
    const made = plan(head, ["Space", said, "Forum", ""], ["Space", said, "Coalition", ""])
    expect(joinsOf(made).map(([, , joins]) => joins)).toEqual([null, 2])
    const chosen = (take: string[], areaId: string) => () =>
      chooseCells(made, standing, {
        ...{ take: new Set(take), all: false, areas: new Map([["Space", areaId]]) },
      })
    const wanting = (key: string) => expect.objectContaining({ key, values: { line: 3, to: "2" } })
    expect(chosen(["2", "3.join"], "")).toThrow(wanting("mapping.joinNoArea"))
    expect(chosen(["3.join"], "")).toThrow(wanting("mapping.joinAlone"))
    expect(chosen(["2", "3.join"], inclusion?.id ?? "")().rows).toHaveLength(1)
  })
})

describe("a line that leaves its area blank", () => {
  const head = ["Area", "What the mandate suggests"]
  const above = [{ key: "areaAbove", value: "Connectivity" }]

  test("is doubtful below the area of another, where the others say theirs on each line", () => {
    const { lines } = plan(
      head,
      ["Connectivity", "A"],
      ["Connectivity", "B"],
      ["", "C"],
      ["Digital inclusion", "D"],
    )
    expect(lines.map(({ doubts }) => doubts)).toEqual([[], [], above, []])
    expect(lines.map(takenUnasked)).toEqual([true, true, false, true])
    expect(lines[2]).toMatchObject({ open: true, area: { id: connectivity?.id } })
  })

  test("is of the area above, where each is said once, in a line or as a head", () => {
    const once = plan(head, ["Connectivity", "A"], ["", "B"], ["Digital inclusion", "C"], ["", "D"])
    expect(once.lines.every(takenUnasked)).toBe(true)
    const heads = plan(
      head,
      ["Connectivity"],
      ["", "A"],
      ["", "B"],
      ["Digital inclusion"],
      ["", "C"],
    )
    expect(heads.lines.map(({ area }) => area.said)).toEqual([
      ...["Connectivity", "Connectivity", "Digital inclusion"],
    ])
    expect(heads.lines.every(takenUnasked)).toBe(true)
  })

  test("is of the area above, where one cell is merged over the lines of an area", () => {
    const merged = { text: "", merged: true as const }
    const { lines } = plan(head, ["Connectivity", "A"], ["Connectivity", "B"], [merged, "C"])
    expect(lines.map(({ area }) => area.said)).toEqual(Array(3).fill("Connectivity"))
    expect(lines.every(takenUnasked)).toBe(true)
  })
})
