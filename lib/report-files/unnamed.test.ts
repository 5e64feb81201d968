import { strFromU8, unzipSync } from "fflate"
import { extractText, getDocumentProxy } from "unpdf"
import { expect, test } from "vitest"
import { exampleReport, line } from "@/lib/reports/example"
import { unname } from "@/lib/reports/unname"
import { formats, type ReportFormat } from "./formats"
import { writeFile } from "./write-file"

const published = { origin: "https://portal.example.org", sha256: "ab".repeat(32), entry: null }
const phrase = "a participant from the technical community"
const capacity = "on behalf of Ilse Brandvold"

/** Whatever somebody could read in a file. */
async function readingOf(format: ReportFormat, file: Buffer): Promise<string> {
  if (format === "pdf") {
    const document = await getDocumentProxy(new Uint8Array(file))
    return (await extractText(document, { mergePages: true })).text
  }
  if (format !== "docx") return file.toString("utf8")
  return Object.values(unzipSync(new Uint8Array(file)))
    .map((part) => strFromU8(part))
    .join("\n")
}

test.each(formats)(
  "nobody is named by the capacity of somebody else in a report.%s",
  async (format) => {
    const ana = { name: "Ana Ruiz", capacity }
    const report = exampleReport({
      chairs: [ana],
      noteTaker: ana,
      attendance: { list: "annexed", present: [ana], regrets: [ana], written: [ana] },
      sections: [
        {
          id: "item-1",
          content: [
            { type: "statement", attrs: { id: "s1", ...ana }, content: [line("It is agreed.")] },
          ],
        },
      ],
    })
    const named = await writeFile({ report, published, download: null }, format)
    expect(await readingOf(format, named)).toContain("Brandvold")
    const people = [{ names: ["Ilse Brandvold"], phrase }]
    const without = unname(report, people)
    const file = await writeFile({ report: without, published, download: null }, format)
    const reading = (await readingOf(format, file)).replace(/\s+/g, " ")
    expect(reading).not.toMatch(/brandvold/i)
    expect(reading).toContain("Ana Ruiz")
    expect(reading).toContain(`on behalf of ${phrase}`)
  },
)
