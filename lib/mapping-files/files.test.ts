import { parse } from "csv-parse/sync"
import { strFromU8, unzipSync } from "fflate"
import { getDocumentProxy } from "unpdf"
import { beforeAll, describe, expect, test } from "vitest"
import type { RawTable } from "@/lib/imports/tables/model"
import { readTable } from "@/lib/imports/tables/read-table"
import { hardTable } from "@/lib/mapping/sheet/arbitrary-table"
import { tableOfRecord } from "@/lib/mapping/sheet/from-record"
import { planSheet } from "@/lib/mapping/sheet/plan"
import { withoutOwn } from "@/lib/mapping/sheet/words"
import { routing } from "@/lib/platform/locales"
import { type MappingFormat, mappingFormats } from "./formats"
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
  change: 0,
}
const at = new Date("2026-03-03T12:00:00Z")
const { table, standing } = hardTable()
const written = (format: MappingFormat, locale: "en" | "fr" = "en") =>
  writeFile(sheetOfTable(mapping, table, { locale, at }), format)

async function readBack(format: MappingFormat, locale: "en" | "fr" = "en"): Promise<RawTable> {
  const reading = await readTable(await written(format, locale), `mapping.${format}`)
  if ("refused" in reading) throw new Error(`refused: ${reading.refused.code}`)
  const read = reading.kind === "table" ? reading.table : tableOfRecord(reading.record)
  if (!read) throw new Error("It is no record")
  return read
}

describe("a mapping that was taken out", () => {
  const formats = ["csv", "xlsx", "docx", "json"] as const
  test.each(
    formats.flatMap((format) => routing.locales.map((locale) => [format, locale] as const)),
  )("comes back as %s in %s without a change", async (format, locale) => {
    const plan = planSheet(await readBack(format, locale), standing, "en")
    const changes = plan.lines.flatMap(({ line, state, cells, doubts }) =>
      state === "unchanged" ? [] : [{ line, state, doubts, cells }],
    )
    expect(changes).toEqual([])
    expect(plan.lines).toHaveLength(table.rows.length)
    expect(plan).toMatchObject({ absent: 0, unknownHeads: [], unknownAreas: [] })
  })
})

describe("formulas", () => {
  test("no cell of CSV begins as one, once its quotes are taken away", async () => {
    const text = (await written("csv")).toString("utf8")
    const cells: string[][] = parse(text, { bom: true, relax_quotes: true })
    for (const cell of cells.flat()) expect(cell).not.toMatch(/^\s*[=+\-@|]/)
    expect(text.startsWith("\ufeff")).toBe(true)
  })

  test("no cell of XLSX is one, and each with words stays text when it is edited", async () => {
    const parts = unzipSync(new Uint8Array(await written("xlsx")))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const sheet = part("xl/worksheets/sheet1.xml")
    expect(sheet).not.toMatch(/<f[ >]/)
    const styles = part("xl/styles.xml")
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1]
    const formats = styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*>/g) ?? []
    const cells = (sheet.match(/<c [^>]*>/g) ?? []).filter(
      (cell) => !/ r="(?:[A-Z]+1|A\d+)"/.test(cell) && cell.includes('t="s"'),
    )
    expect(cells.length).toBeGreaterThan(20)
    for (const cell of cells) {
      const style = Number(/ s="(\d+)"/.exec(cell)?.[1])
      expect(formats[style], cell).toContain(`numFmtId="${text}"`)
    }
  })
})

describe("the other files", () => {
  let markdown = ""
  let pdf: Buffer
  beforeAll(async () => {
    markdown = (await written("md")).toString("utf8")
    pdf = await written("pdf")
  })

  test("Markdown keeps every row under its area, and no tag of anybody", () => {
    expect(markdown.match(/^### Row \d+$/gm)).toHaveLength(table.rows.length)
    expect(markdown).toMatch(/^## Global connectivity$/m)
    expect(markdown).toContain("\\_x0041\\_ \\<b\\>\\&amp;\\</b\\> 😀")
    expect(markdown).toContain("- \\-1+1 (Other)")
    expect(markdown).toContain("https://example.org/pn?a=1,2;3")
  })

  test("PDF is A4 across, tagged, with the heads of its tables and its language", async () => {
    const text = pdf.toString("latin1")
    expect(text).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/)
    expect(text).toMatch(/\/Marked true/)
    expect(text).toMatch(/\/Lang \(en\)/)
    for (const kind of ["Table", "TR", "TH", "TD", "H1", "H2"])
      expect(text).toMatch(new RegExp(`/S /${kind}\\b`))
    const again = await written("pdf")
    expect(again.equals(pdf)).toBe(true)
  })

  test("PDF says on every page of a table what its columns are, read aloud once", async () => {
    const [row] = table.rows
    if (!row) throw new Error("There is no row")
    const rows = Array.from({ length: 60 }, (_, at) => ({
      ...{ ...row, id: crypto.randomUUID(), number: at + 1 },
      cells: { ...row.cells, suggests: "Connect every school. ".repeat(at === 30 ? 300 : 8) },
    }))
    const sheet = sheetOfTable(mapping, { ...table, rows }, { locale: "en", at })
    const document = await getDocumentProxy(new Uint8Array(await writeFile(sheet, "pdf")))
    expect(document.numPages).toBeGreaterThan(6)
    const heads: { marked: boolean }[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const { items } = await (await document.getPage(number)).getTextContent({
        includeMarkedContent: true,
      })
      const open: boolean[] = []
      const here = items.flatMap((item) => {
        if ("str" in item) return item.str === "Citation" ? [{ marked: open.includes(true) }] : []
        if (item.type.startsWith("begin")) open.push("tag" in item && item.tag === "Artifact")
        else open.pop()
        return []
      })
      heads.push(here)
    }
    const [first, ...others] = heads.slice(0, -1)
    expect(first).toEqual([{ marked: false }])
    for (const here of others) expect(here).toEqual([{ marked: true }])
  })

  test("XLSX says on other sheets what it is and what stands in the annex, all of it text", async () => {
    const sheet = sheetOfTable(mapping, table, { locale: "en", at })
    const [one] = table.rows.flatMap((row) => row.cells.activities)
    if (!one) throw new Error("There is no activity")
    const activity = { ...one, title: "=1+1" }
    const annex = [{ row: 7, area: "ai", suggests: "Once", activity, edition: 2 }]
    const file = await writeFile({ ...sheet, annex, address: "https://x.example.org" }, "xlsx")
    const parts = unzipSync(new Uint8Array(file))
    const part = (name: string) => strFromU8(parts[name] ?? new Uint8Array())
    const strings = part("xl/sharedStrings.xml")
    for (const words of [
      ...["Roadmap for Digital Cooperation", "A/74/821", "Working table of 3 March 2026"],
      ...["To show synergies", "What matters", "https://x.example.org", "Once"],
    ])
      expect(strings).toContain(`>${words}<`)
    expect(strings).toContain(">=1+1 | ")
    expect(part("xl/worksheets/sheet3.xml")).not.toMatch(/<f[ >]/)
    const read = await readTable(file, "mapping.xlsx")
    if (!("kind" in read) || read.kind !== "table") throw new Error("It is no table")
    expect(read.table.left).toEqual(["About this table", "Annex"])
    expect(withoutOwn(read.table.left)).toEqual([])
    expect(withoutOwn(["Annex", "Notes"])).toEqual(["Annex", "Notes"])
  })

  test("XLSX stays XML, whatever signs the name of an area holds", async () => {
    const [first, ...others] = table.areas.slice(0, 2)
    if (!first) throw new Error("There is no area")
    const areas = [{ ...first, title: `Connect\u0001ivity & <more> "of it"` }, ...others]
    const sheet = sheetOfTable(mapping, { ...table, areas }, { locale: "en", at })
    const parts = unzipSync(new Uint8Array(await writeFile(sheet, "xlsx")))
    for (const [name, part] of Object.entries(parts))
      expect(
        [...strFromU8(part)].every((sign) => sign >= " " || "\t\r\n".includes(sign)),
        name,
      ).toBe(true)
    const said = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array())
    expect(said).toContain(`Connectivity &amp; &lt;more> ""of it""`)
  })

  test("every format is written of a table without rows", async () => {
    const none = sheetOfTable(mapping, { ...table, rows: [] }, { locale: "fr", at })
    for (const format of mappingFormats)
      expect((await writeFile(none, format)).length, format).toBeGreaterThan(50)
  })
})
