import { expect, test } from "vitest"
import { readTable } from "@/lib/imports/tables/read-table"
import { type Filters, noFilters } from "@/lib/mapping/filters"
import { areas, hardTable, people } from "@/lib/mapping/sheet/arbitrary-table"
import { tableOfRecord } from "@/lib/mapping/sheet/from-record"
import { markOfMapping } from "@/lib/mapping/sheet/model"
import { planSheet } from "@/lib/mapping/sheet/plan"
import { routing } from "@/lib/platform/locales"
import type { MappingFormat } from "./formats"
import { partOf } from "./part"
import { sheetOfTable } from "./table-sheet"
import { writeFile } from "./write-file"

const mapping = {
  id: "0b6c1a52-0f1d-4b7e-9a51-6a6a0a1b2c3d",
  group: { id: "", slug: "wg-strategy", shortName: "WG-Strategy", name: "Working Group" },
  mandate: {
    ...{ id: "", slug: "roadmap", title: "Roadmap for Digital Cooperation", symbol: "A/74/821" },
    ...{ dated: "2020-05-29", link: "https://undocs.org/A/74/821" },
  },
  goal: "To show synergies",
  rule: "What matters",
  change: 57,
}
const at = new Date("2026-03-03T12:00:00Z")
const today = "2026-03-03"
const { table, standing: known } = hardTable()
const standing = { ...known, state: { mapping: markOfMapping(mapping.id), change: 57 } }
const [connectivity] = areas

const numbersOf = (filters: Partial<Filters>, locale: "en" | "fr" = "en") =>
  partOf(table, { ...noFilters, ...filters }, { locale, today })?.table.rows.map(
    ({ number }) => number,
  )

const sheetOf = (filters: Partial<Filters>, locale: "en" | "fr" = "en") => {
  const part = partOf(table, { ...noFilters, ...filters }, { locale, today })
  return sheetOfTable(mapping, part?.table ?? table, { locale, at, part: part?.told })
}

async function readBack(file: Buffer, format: MappingFormat) {
  const reading = await readTable(file, `mapping.${format}`)
  if ("refused" in reading) throw new Error(`refused: ${reading.refused.code}`)
  const read = reading.kind === "table" ? reading.table : tableOfRecord(reading.record)
  if (!read) throw new Error("It is no record")
  return read
}

test("a part holds the rows that the filters of the grid let through, and none that is retired", () => {
  expect(numbersOf({ area: "inclusion" })).toEqual([2, 4, 6])
  expect(numbersOf({ kind: "bpf", year: 2020 })).toEqual([1])
  expect(numbersOf({ responsible: "nobody" })).toEqual([3, 4, 6, 7])
  expect(numbersOf({ stale: 60 })).toEqual([2, 3, 4, 5, 6, 7])
  expect(numbersOf({ q: "somebody FORMER" })).toEqual([5])
  const [first, ...others] = table.rows
  if (!first) throw new Error("There is no row")
  const retired = { at: "", by: "", reason: "Said twice" }
  const left = partOf(
    { ...table, rows: [{ ...first, retired }, ...others] },
    { ...noFilters, area: "connectivity" },
    { locale: "en", today },
  )
  expect(left?.table.rows.map(({ number }) => number)).toEqual([3, 5, 7])
  expect(left?.told).toContain("3 rows of 6")
})

test("words are looked for in the language in which the grid is read", () => {
  expect(numbersOf({ q: "terminée" }, "fr")).toEqual(numbersOf({ q: "done" }, "en"))
  expect(numbersOf({ q: "done" }, "en")).toEqual([2])
})

test("without a filter it is the whole table, which says so", () => {
  expect(partOf(table, noFilters, { locale: "en", today })).toBeNull()
  expect(sheetOf({})).toMatchObject({ on: "Working table of 3 March 2026" })
  expect(sheetOf({}).state).toEqual({ mapping: "0a1b2c3d", change: 57 })
})

test("the head of each file says that it is a part, of how many rows, and by what they were chosen", async () => {
  const asked = {
    ...({ area: "connectivity", kind: "policy-network", scope: "in", q: "access" } as const),
    ...{ responsible: people[0]?.id ?? "", stale: 6 },
  }
  const sheet = sheetOf(asked)
  for (const words of [
    ...["Part of the working table of 3 March 2026", "1 row of 7", "Area: Global connectivity"],
    ...["Kind: Policy network", "Responsible: Ana Example", "access", "Not confirmed for 6 months"],
  ])
    expect(sheet.on).toContain(words)
  const markdown = (await writeFile(sheet, "md")).toString("utf8")
  expect(markdown).toContain("Part of the working table of 3 March 2026")
  const csv = (await writeFile(sheet, "csv")).toString("utf8")
  expect(csv.split("\r\n")[0]).toContain("57-0a1b2c3d, a part of the table")
})

test.each(
  (["csv", "xlsx", "docx", "json"] as const).flatMap((format) =>
    routing.locales.map((locale) => [format, locale] as const),
  ),
)(
  "a part that comes back as %s in %s changes nothing, and no row is missing",
  async (format, locale) => {
    const sheet = sheetOf({ area: connectivity?.slug ?? null }, locale)
    const plan = planSheet(await readBack(await writeFile(sheet, format), format), standing, "en")
    expect(plan.lines.map(({ state, row }) => [state, row?.number])).toEqual(
      [1, 3, 5, 7].map((number) => ["unchanged", number]),
    )
    expect(plan).toMatchObject({ absent: 0, part: true, unknownHeads: [], unknownAreas: [] })
  },
)

test("of the whole table a row that is not in it is still told, and it is no part", async () => {
  const [, ...others] = sheetOf({}).rows
  const file = await writeFile({ ...sheetOf({}), rows: others }, "csv")
  const plan = planSheet(await readBack(file, "csv"), standing, "en")
  expect(plan).toMatchObject({ absent: 1, part: false })
})
