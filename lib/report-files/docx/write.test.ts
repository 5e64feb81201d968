import { unzipSync } from "fflate"
import { SaxesParser } from "saxes"
import { describe, expect, test } from "vitest"
import { readDocx } from "@/lib/imports/formats/docx"
import { writeBlocks } from "@/lib/imports/formats/write"
import { composeWithdrawal } from "@/lib/reports/compose-withdrawal"
import { exampleReport } from "@/lib/reports/example"
import type { ReportContent } from "@/lib/reports/model"
import { emptyReport, firstMissing, hardReport, longReport, wordsOf } from "../faults"
import { office, savedByOffice } from "../open-in-office"
import { sheetOfReport } from "../report-sheet"
import { writeDocx } from "./write"

const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }
const written = (report: ReportContent) =>
  writeDocx(sheetOfReport(report, published), { any: "record" })

function partsOf(file: Buffer): Map<string, string> {
  const parts = Object.entries(unzipSync(file))
  return new Map(parts.map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]))
}

/** The styles of the paragraphs, in order. */
async function stylesOf(report: ReportContent): Promise<string[]> {
  const main = partsOf(await written(report)).get("word/document.xml") ?? ""
  return [...main.matchAll(/<w:pStyle w:val="([^"]+)"/g)].map(([, style]) => style ?? "")
}

const reports = [
  ["a usual one", exampleReport()],
  ["an empty one", emptyReport()],
  ["one of right-to-left names, emoji, long names and formulas", hardReport()],
  ["one of 100,000 words", longReport(100_000)],
] as const

describe("a version as DOCX", () => {
  test.each(["en", "fr"])(
    "that withdraws says so, why and who, and nothing else of the meeting's course: %s",
    async (language) => {
      const report = exampleReport({ language })
      const withdrawn = composeWithdrawal(report, {
        ...{ at: new Date("2022-03-12T10:00:00Z"), reason: "The group had not agreed." },
        by: { name: "Hyejin Abara", capacity: "Co-chair" },
      })
      const text = (await writeBlocks(await readDocx(await written(withdrawn)))).replace(
        /\s+/g,
        " ",
      )
      expect(text).toContain(
        language === "en" ? "This report is withdrawn" : "Ce compte rendu est retiré",
      )
      expect(text).toContain("The group had not agreed.")
      expect(text).toContain("Hyejin Abara, Co-chair")
      expect(text).toContain("meetings/33/v2")
      for (const name of ["Ilse Brandvold", "Tomas Okwuosa", "three priorities", "Plan for 2022"])
        expect(text).not.toContain(name)
      expect(text).not.toMatch(/participant|present|regret|présent|excus|agenda|ordre du jour/i)
    },
  )

  test("has real styles: title, headings, and one for each kind of block", async () => {
    const styles = await stylesOf(exampleReport())
    for (const style of ["Title", "Heading2", "Heading3", "Statement", "Decision", "Action"])
      expect(styles).toContain(style)
    const parts = partsOf(await written(exampleReport()))
    for (const style of new Set(styles))
      expect(parts.get("word/styles.xml")).toContain(`w:styleId="${style}"`)
  })

  test("has real lists that count from their own first number, and a table with a head", async () => {
    const parts = partsOf(await written(exampleReport()))
    expect(parts.get("word/document.xml")).toContain("<w:numId")
    expect(parts.get("word/document.xml")).toContain("<w:tblHeader")
    const text = writeBlocks(await readDocx(await written(exampleReport())))
    expect(text).toContain("1. keep the channel open;\n2. draft a plan of several years.")
    expect(text).toMatch(/\| Ilse Brandvold +\| Secretariat +\|/)
  })

  test.each(reports)("is whole XML, and its parts are of known kinds: %s", async (_, report) => {
    const parts = partsOf(await written(report))
    const kinds = parts.get("[Content_Types].xml") ?? ""
    for (const [name, xml] of parts) {
      expect(kinds).toContain(`Extension="${name.split(".").at(-1)}"`)
      if (!/\.(?:xml|rels)$/.test(name)) continue
      const parser = new SaxesParser({ xmlns: true })
      parser.on("error", (error) => {
        throw new Error(`${name}: ${error.message}`)
      })
      parser.write(xml).close()
    }
  })

  test.each(reports)(
    "holds the whole text in order: %s",
    { timeout: 120_000 },
    async (_, report) => {
      const text = writeBlocks(await readDocx(await written(report)))
      expect(firstMissing(wordsOf(report), text)).toBeNull()
    },
  )

  for (const [name, report] of reports)
    test(`opens in LibreOffice with its whole text, headings, lists and tables: ${name}`, {
      timeout: 240_000,
    }, async ({ skip }) => {
      skip(office === "", "LibreOffice is not installed")
      const opened = await inOffice(await written(report))
      expect(firstMissing(wordsOf(report), opened.text)).toBeNull()
      // What it knows as a heading has a level in the outline, whatever it looks like.
      const headings = [...opened.xml.matchAll(/<text:h [^>]*text:outline-level="(\d)"/g)]
      const levels = headings.map(([, level]) => Number(level))
      expect(levels.length).toBeGreaterThan(0)
      for (const [at, level] of levels.entries())
        expect(level, `heading ${at}`).toBeLessThanOrEqual((levels[at - 1] ?? 1) + 1)
      if (name !== "a usual one") return
      expect(opened.xml).toMatch(/<text:list [^>]*>\s*<text:list-item/)
      expect(opened.xml).toContain("<table:table-header-rows>")
    })
})

/** What LibreOffice reads of a file: its text, and the whole as flat ODF. */
async function inOffice(file: Buffer): Promise<{ text: string; xml: string }> {
  const [text, xml] = await Promise.all([
    savedByOffice(file, "report.docx", "txt:Text (encoded):UTF8"),
    savedByOffice(file, "report.docx", "fodt"),
  ])
  return { text: String(text), xml: String(xml) }
}
