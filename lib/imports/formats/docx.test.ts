import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { docxOf, entry, paragraph, part, run } from "./arbitrary-files"
import { readDocx } from "./docx"
import { writeBlocks } from "./write"

const textOf = async (...given: Parameters<typeof docxOf>) =>
  writeBlocks(await readDocx(docxOf(...given))).trim()

const level = (depth: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = part(
  "numbering",
  `<w:abstractNum w:abstractNumId="7">${level(0, "decimal", "%1.")}${level(1, "lowerLetter", "%2)")}${level(2, "lowerRoman", "%1.%3.")}</w:abstractNum>
   <w:abstractNum w:abstractNumId="8">${level(0, "bullet", "\uf0b7")}</w:abstractNum>
   <w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>
   <w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>
   <w:num w:numId="3"><w:abstractNumId w:val="8"/></w:num>`,
)
const styles = part(
  "styles",
  `<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>
   <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/></w:style>
   <w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mine"/><w:basedOn w:val="H"/></w:style>
   <w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>`,
)
const style = (id: string) => `<w:pStyle w:val="${id}"/>`

describe("a document of Word", () => {
  test("shows its lists as Word counts them", async () => {
    const body = [
      entry(1, 0, "Opening"),
      entry(1, 0, "Budget"),
      entry(1, 1, "Last year"),
      entry(1, 1, "Next year"),
      entry(1, 2, "Reserve"),
      entry(1, 0, "Close"),
      paragraph("Then"),
      entry(2, 0, "begins anew"),
      entry(2, 1, "inner"),
      entry(3, 0, "point"),
    ]
    expect(await textOf(body.join(""), { "word/numbering.xml": numbering })).toBe(
      [
        "1. Opening",
        "2. Budget",
        "   a) Last year",
        "   b) Next year",
        "      2.i. Reserve",
        "3. Close",
        "",
        "Then",
        "",
        "4. begins anew",
        "   a) inner",
        "- point",
      ].join("\n"),
    )
  })

  test("keeps headings of inherited styles, merged runs, emphasis of styles and what was inserted", async () => {
    const body = [
      paragraph("Call 7", style("T")),
      paragraph("Tides", style("Mine")),
      paragraph(
        run("De", "<w:b/>") +
          run("cision", "<w:b/>") +
          run(": ", "<w:b w:val='0'/>") +
          run("now", '<w:rStyle w:val="Strong"/>') +
          `<w:ins>${run(" kept")}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>` +
          run("hidden", "<w:vanish/>"),
      ),
    ]
    expect(await textOf(body.join(""), { "word/styles.xml": styles })).toBe(
      "# Call 7\n\n## Tides\n\n**Decision**: **now** kept",
    )
  })

  test("tells where links lead, in a relation and in a field", async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = paragraph(
      `<w:hyperlink r:id="l1">${run("table")}</w:hyperlink>${run(" and ")}${field("begin")}<w:r><w:instrText> HYPERLINK "https://tides.example.org/b" </w:instrText></w:r>${field("separate")}${run("gauges")}${field("end")}`,
    )
    const rels =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l1" Type="x/hyperlink" Target="https://tides.example.org/a" TargetMode="External"/></Relationships>'
    expect(await textOf(body, { "word/_rels/document.xml.rels": rels })).toBe(
      "[table](https://tides.example.org/a) and [gauges](https://tides.example.org/b)",
    )
  })

  test("puts footnotes at the end with their marks, header first, footer last, page numbers nowhere", async () => {
    const note = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const body = paragraph(`${run("Tides")}${note(5)}${run(" rise")}${note(2)}`)
    const parts = {
      "word/footnotes.xml": part(
        "footnotes",
        `<w:footnote w:type="separator" w:id="-1">${paragraph("sep")}</w:footnote><w:footnote w:id="2">${paragraph("Second")}</w:footnote><w:footnote w:id="5">${paragraph("First")}</w:footnote>`,
      ),
      "word/header1.xml": part("hdr", paragraph("Harbour Forum")),
      "word/footer1.xml": part("ftr", `${paragraph("Page 1 of 3")}${paragraph("Imprint")}`),
    }
    expect(await textOf(body, parts)).toBe(
      "Harbour Forum\n\nTides[^1] rise[^2]\n\n[^1]: First\n\n[^2]: Second\n\nImprint",
    )
  })

  test("keeps tables as rows, with lists and paragraphs of a cell on one line", async () => {
    const cell = (content: string) => `<w:tc>${content}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`
    const table = `<w:tbl>${row(cell(paragraph("Who")), cell(paragraph("What")))}${row(cell(paragraph("Lin")), cell(paragraph("Sends") + entry(1, 0, "a draft")))}</w:tbl>`
    expect(await textOf(table, { "word/numbering.xml": numbering })).toBe(
      "| Who | What |\n| --- | --- |\n| Lin | Sends / 1. a draft |",
    )
  })

  test("is read whatever its namespace is called", async () => {
    const xml = part("document", `<w:body>${paragraph("Words")}</w:body>`)
    const renamed = xml
      .replaceAll("w:", "ns0:")
      .replace("xmlns:ns0:", "xmlns:ns0=")
      .replace("xmlns:w=", "xmlns:ns0=")
    expect(await textOf("", { "word/document.xml": renamed })).toBe("Words")
  })

  test("loses no word of any paragraphs, lists and tables", async () => {
    const words = fc.array(fc.constantFrom("tide", "Ilva", "*", "_x_", "é", "[a](b)"), {
      maxLength: 4,
    })
    const text = words.map((all) => all.join(" "))
    const block = fc.oneof(
      text.map((each) => paragraph(run(each, "<w:b/>") + run(" tail"))),
      fc.tuple(fc.integer({ min: 0, max: 8 }), text).map(([depth, each]) => entry(1, depth, each)),
      text.map(
        (each) =>
          `<w:tbl><w:tr><w:tc>${paragraph(each)}</w:tc><w:tc>${paragraph("cell")}</w:tc></w:tr></w:tbl>`,
      ),
    )
    const letters = (each: string) => (each.match(/\p{L}+/gu) ?? []).sort()
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 8 }), async (blocks) => {
        const body = blocks.join("")
        const shown = [...body.matchAll(/<w:t [^>]*>([^<]*)</g)].map(([, each]) => each).join(" ")
        expect(letters(await textOf(body))).toEqual(letters(shown))
      }),
      { numRuns: 200 },
    )
  })
})
