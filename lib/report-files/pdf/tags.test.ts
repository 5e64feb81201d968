import { expect, test } from "vitest"
import { hardTable } from "@/lib/mapping/sheet/arbitrary-table"
import { sheetOfTable } from "@/lib/mapping-files/table-sheet"
import { writePdf as writeMapping } from "@/lib/mapping-files/write-pdf"
import { exampleReport } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"
import { emptyReport, hardReport, longReport } from "../faults"
import { sheetOfReport } from "../report-sheet"
import { faultsOfTags } from "./faults-of-tags"
import { writePdf } from "./write"

const published = {
  origin: "https://portal.example.org",
  sha256: "ab".repeat(32),
  entry: { position: 3, hash: "cd".repeat(32) },
}
const written = (report: ReportContent) => writePdf(sheetOfReport(report, published))

test.each([
  ["a usual one", exampleReport()],
  ["one in French", exampleReport({ language: "fr" })],
  ["one in Arabic", exampleReport({ language: "ar" })],
  ["an empty one", emptyReport()],
  ["one of many pages", longReport(4_000)],
])(
  "the PDF of a report has no fault that a validator of PDF/UA would find: %s",
  async (_, report) => {
    expect(faultsOfTags(await written(report))).toEqual([])
  },
)

const unclaimed = ["06-002 no PDF/UA identifier"]

test("a report with signs that no typeface of ours has is fit but for its claim, which it leaves out", async () => {
  expect(faultsOfTags(await written(hardReport()))).toEqual(unclaimed)
})

const { table } = hardTable()
const mapping = {
  group: { id: "", slug: "wg-strategy", shortName: "WG-Strategy", name: "Working Group" },
  mandate: {
    ...{ id: "", slug: "roadmap", title: "Roadmap for Digital Cooperation", symbol: "A/74/821" },
    ...{ dated: "2020-05-29", link: "https://undocs.org/A/74/821" },
  },
  ...{ id: crypto.randomUUID(), goal: "To show synergies", rule: "What matters", change: 1 },
}

test.each(["en", "fr"] as const)("neither has that of a mapping, across: %s", async (locale) => {
  const sheet = sheetOfTable(mapping, table, { locale, at: new Date("2026-03-03") })
  expect(faultsOfTags(await writeMapping(sheet))).toEqual([])
  const named = { ...mapping.mandate, title: "Roadmap \u674e\u660e" }
  expect(faultsOfTags(await writeMapping({ ...sheet, mandate: named }))).toEqual(unclaimed)
})
