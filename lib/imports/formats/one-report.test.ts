import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import { readBytes } from "../read-file"
import { docxOf, entry, paragraph, part, pdfOf, run } from "./arbitrary-files"

// One invented report in every format: what is read in it does not depend on how it was kept.

const people = [
  "Ilva Morandini",
  "Dawit Sorensen (Meridian Institute)",
  "Priya Castelnau",
  "Lin Zhao-Perera",
]
const said = {
  title: "Harbour Standards Forum, call no. 7",
  day: "4 May 2023, 15:00 UTC",
  held: "The seventh call of the forum was held on 4 May 2023 at 15:00 UTC and chaired by Ilva Morandini.",
  tides:
    "Dawit Sorensen said that the gauges in the north were read twice a day, and that the table of tides would be sent to all ports before the summer.",
  budget: "It was agreed that the budget stays open until June.",
}

const text = `${said.title}
${said.day}

${said.held}

Agenda:
1. Opening
2. Tides
3. Budget

1. Opening

Nothing to report.

2. Tides

${said.tides}

3. Budget

${said.budget}

Participants:
${people.join("\n")}
`

const html = `<!doctype html><html><head><style>p{}</style></head><body><nav>Home</nav>
<h1>${said.title}</h1><p>${said.day}</p><p>${said.held}</p><h2>Agenda</h2>
<ol><li>Opening<li>Tides<li>Budget</ol>
<h3>1. Opening</h3><p>Nothing to report.</p><h3>2. Tides</h3><p>${said.tides}</p>
<h3>3. Budget</h3><p>${said.budget}</p><h2>Participants</h2>
<ul>${people.map((each) => `<li>${each}`).join("")}</ul></body></html>`

const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const docx = () =>
  docxOf(
    [
      paragraph(said.title, style("Title")),
      paragraph(said.day),
      paragraph(run("The seventh call", "<w:b/>") + run(said.held.slice(16))),
      paragraph("Agenda", style("H1")),
      ...["Opening", "Tides", "Budget"].map((title) => entry(1, 0, title)),
      paragraph("1. Opening", style("H2")),
      paragraph("Nothing to report."),
      paragraph("2. Tides", style("H2")),
      paragraph(said.tides),
      paragraph("3. Budget", style("H2")),
      paragraph(said.budget),
      paragraph("Participants", style("H1")),
      ...people.map((each) => paragraph(each)),
    ].join(""),
    {
      "word/styles.xml": part(
        "styles",
        ["Title", "heading 1", "heading 2"]
          .map(
            (name, i) =>
              `<w:style w:type="paragraph" w:styleId="${["Title", "H1", "H2"][i]}"><w:name w:val="${name}"/></w:style>`,
          )
          .join(""),
      ),
      "word/numbering.xml": part(
        "numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      ),
    },
  )

const pdf = () =>
  pdfOf((page) => {
    page.fontSize(18).text(said.title).fontSize(11).text(said.day).moveDown()
    page.text(said.held).moveDown()
    page.fontSize(14).text("Agenda").fontSize(11)
    page.text("1. Opening").text("2. Tides").text("3. Budget").moveDown()
    for (const [head, body] of [
      ["1. Opening", "Nothing to report."],
      ["2. Tides", said.tides],
      ["3. Budget", said.budget],
    ])
      page
        .text(head ?? "")
        .moveDown(0.5)
        .text(body ?? "")
        .moveDown()
    page.addPage().fontSize(14).text("Participants").fontSize(11)
    for (const each of people) page.text(each)
  })

const mail = Buffer.from(
  `From: Noor el Amrani <noor@example.org>\nTo: forum@example.org\nDate: Fri, 12 May 2023 08:00:00 +0000\nSubject: ${said.title}\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n${html}`,
)

const files: [name: string, format: string, bytes: Uint8Array][] = [
  ["report.txt", "text", Buffer.from(text)],
  ["report.html", "html", Buffer.from(html)],
  ["report.docx", "docx", docx()],
  ["report.pdf", "pdf", await pdf()],
  ["report.eml", "mail", mail],
]

describe("one report", () => {
  test.each(files)("%s is read the same", async (name, format, bytes) => {
    const reading = await readBytes(bytes, name)
    if (!("report" in reading)) throw new Error("It was not read as a report")
    const { report } = reading
    expect(reading.format).toBe(format)
    expect({
      number: report.numbers.canonical?.value,
      start: report.start?.value.instant,
      moderators: report.moderators.map(({ value }) => value),
      agenda: report.agenda.map(({ label, title, coverage }) => [label, title, coverage]),
      decisions: report.decisions.map((each) => [each.item, each.text]),
      participants: report.participants.map((each) => [each.name, each.affiliation]),
    }).toEqual({
      number: 7,
      start: "2023-05-04T15:00:00Z",
      moderators: ["Ilva Morandini"],
      agenda: [
        ["1", "Opening", "no-update"],
        ["2", "Tides", "discussed"],
        ["3", "Budget", "discussed"],
      ],
      decisions: [["3", said.budget]],
      participants: [
        ["Ilva Morandini", null],
        ["Dawit Sorensen", "Meridian Institute"],
        ["Priya Castelnau", null],
        ["Lin Zhao-Perera", null],
      ],
    })
    expect(report.words.kept).toBe(report.words.total)
  })

  test("a sample is read from its own bytes as before", async () => {
    const bytes = readFileSync(new URL("../read/samples/virtual-call.txt", import.meta.url))
    expect(await readBytes(bytes, "call.txt")).toMatchObject({ source: bytes.toString("utf8") })
  })
})
