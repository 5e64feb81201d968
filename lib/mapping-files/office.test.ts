import { readFileSync } from "node:fs"
import { strFromU8, unzipSync } from "fflate"
import { describe, expect, test } from "vitest"
import { readTable } from "@/lib/imports/tables/read-table"
import { hardTable } from "@/lib/mapping/sheet/arbitrary-table"
import { planSheet } from "@/lib/mapping/sheet/plan"
import { office, savedByOffice } from "@/lib/report-files/open-in-office"
import type { MappingFormat } from "./formats"
import { sheetOfTable } from "./table-sheet"
import { writeFile } from "./write-file"

const { table, standing } = hardTable()
const mapping = {
  group: { id: "", slug: "wg-strategy", shortName: "WG-Strategy", name: "Working Group" },
  mandate: {
    ...{ id: "", slug: "roadmap", title: "Roadmap for Digital Cooperation", symbol: "A/74/821" },
    ...{ dated: "2020-05-29", link: "https://undocs.org/A/74/821" },
  },
  ...{ id: crypto.randomUUID(), change: 0, goal: "To show synergies", rule: "What matters" },
}
const sample = readFileSync(new URL("../mapping/sheet/samples/roadmap-calc.xlsx", import.meta.url))
const written = (format: MappingFormat) =>
  writeFile(sheetOfTable(mapping, table, { locale: "en", at: new Date("2026-03-03") }), format)

async function planOf(file: Uint8Array, name: string) {
  const reading = await readTable(file, name)
  if (!("kind" in reading) || reading.kind !== "table") throw new Error(JSON.stringify(reading))
  return planSheet(reading.table, standing, "en")
}

test("the stored spreadsheet is one that LibreOffice wrote", () => {
  const about = unzipSync(sample)["docProps/app.xml"] ?? new Uint8Array()
  expect(strFromU8(about)).toContain("<Application>LibreOffice/")
})

describe("opened in LibreOffice again", { timeout: 120_000 }, () => {
  test("the stored spreadsheet says what it said", async ({ skip }) => {
    skip(office === "", "LibreOffice is not installed")
    const asCsv = "csv:Text - txt - csv (StarCalc):44,34,76,1"
    const csv = String(await savedByOffice(sample, "roadmap-calc.xlsx", asCsv))
    expect(csv).toContain("Connect every school by 2030, with the cost of a connection in sight.")
    expect(csv).toContain("• Asks for figures each year")
    const [before, after] = [
      await planOf(sample, "a.xlsx"),
      await planOf(await savedByOffice(sample, "roadmap-calc.xlsx", "xlsx"), "a.xlsx"),
    ]
    const saying = ({ lines }: typeof before) =>
      lines.map(({ line, state, cells }) => [line, state, cells.map((cell) => cell.after)])
    expect(saying(after)).toEqual(saying(before))
  })

  test.for(["xlsx", "docx"] as const)(
    "our own %s is saved by it, and comes back without a change",
    async (format, { skip }) => {
      skip(office === "", "LibreOffice is not installed")
      const saved = await savedByOffice(await written(format), `mapping.${format}`, format)
      const plan = await planOf(saved, `mapping.${format}`)
      const changes = plan.lines.flatMap(({ line, doubts, cells }) => {
        // In DOCX, LibreOffice says of a text that looks like the number of a sign that it is none; XML holds no bell.
        const other = cells.filter(
          ({ before, after }) =>
            format !== "docx" || after.replace("_x005F_", "_") !== before.replace("\u0007", ""),
        )
        return doubts.length + other.length > 0 ? [{ line, doubts, other }] : []
      })
      expect(changes).toEqual([])
      expect(plan.lines).toHaveLength(table.rows.length)
    },
  )
})
