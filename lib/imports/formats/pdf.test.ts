import { describe, expect, test } from "vitest"
import { readBytes } from "../read-file"
import { pdfOf } from "./arbitrary-files"
import { Hyphens } from "./hyphens"
import { MOST_PAGES, readPdf } from "./pdf"
import { writeBlocks } from "./write"

const textOf = async (...given: Parameters<typeof pdfOf>) =>
  writeBlocks((await readPdf(await pdfOf(...given))).blocks)
const wordsIn = (text: string) => text.match(/[\p{L}\p{N}]+/gu) ?? []

const sentence = (about: string) =>
  `The group looked at the ${about} once more and asked the secretariat to send a longer note about the ${about} before the next call. `
const at = (pdf: PDFKit.PDFDocument, x: number, y: number, text: string, size = 11) =>
  pdf.fontSize(size).text(text, x, y, { lineBreak: false })

describe("a PDF", () => {
  test("has whole paragraphs, also over a page, with heads, feet and numbers out of the way", async () => {
    const text = await textOf((pdf) => {
      for (const page of [1, 2, 3]) {
        if (page > 1) pdf.addPage()
        at(pdf, 72, 30, "Harbour Standards Forum: summary", 9)
        at(pdf, 280, 800, `Page ${page} of 3`, 9)
        const about = ["tide", "berth", "mooring"][page - 1] ?? ""
        pdf.fontSize(11).text(sentence(about).repeat(3), 72, 90)
        pdf.moveDown().text(sentence(`${about} gauge`).repeat(2))
      }
      at(pdf, 72, 740, "The harbour office was asked whether the berths can be used before the")
      pdf.addPage()
      at(pdf, 72, 30, "Harbour Standards Forum: summary", 9)
      pdf.fontSize(11).text("ice has gone.", 72, 90)
    })
    const paragraphs = text.split("\n\n").map((each) => each.trim())
    expect(paragraphs).toContain(sentence("berth").repeat(3).trim())
    expect(paragraphs).toContain(sentence("tide gauge").repeat(2).trim())
    expect(paragraphs).toContain(
      "The harbour office was asked whether the berths can be used before the ice has gone.",
    )
    expect(paragraphs.filter((each) => each.includes("Forum"))).toEqual([
      "Harbour Standards Forum: summary",
    ])
    expect(paragraphs.slice(-3)).toEqual(["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"])
  })

  test("has headings by their size, and lists with their numbers and depth", async () => {
    const text = await textOf((pdf) => {
      pdf.fontSize(20).text("Minutes of call 7", 72, 72)
      pdf.fontSize(14).text("Agenda").fontSize(11)
      pdf
        .text("1. Opening")
        .text("2. The budget of the coming year")
        .text("• a point", 90)
        .text("Otto Berg")
      pdf.text(sentence("tide").repeat(4), 72)
    })
    expect(text).toContain(
      "# Minutes of call 7\n\n## Agenda\n\n1. Opening\n2. The budget of the coming year\n   - a point\n",
    )
  })

  test("is read column by column, also where the lines of columns do not meet", async () => {
    const left = `${"herring cod plaice sole turbot ".repeat(20).trim()}.`
    const right = "rope sail mast keel anchor ".repeat(20).trim()
    for (const shift of [0, 7]) {
      const text = await textOf((pdf) => {
        pdf.fontSize(11).text(sentence("fleet"), 72, 72)
        pdf.text(left, 72, 140, { width: 200 }).text(right, 310, 140 + shift, { width: 200 })
      })
      expect(text.split("\n\n").map((each) => each.trim())).toEqual([
        sentence("fleet").trim(),
        left,
        right,
      ])
    }
  })

  test("keeps the rows of a table, and lists names of several columns one by one", async () => {
    const rows = [
      ["Action", "Owner", "Due"],
      ["Send the draft", "Lin Zhao", "3 May"],
      ["Ask the office", "Otto Berg", "open"],
    ]
    const names = [
      ["Ilva Morandini", "Otto Berg", "Lin Zhao"],
      ["Dawit Sorensen", "Noor el Amrani", "Priya Castelnau"],
      ["Velia Orsini", "Kwame Lindqvist", ""],
    ]
    const text = await textOf((pdf) => {
      const draw = (cells: string[][], top: number) => {
        for (const [row, each] of cells.entries())
          for (const [column, cell] of each.entries())
            if (cell) at(pdf, 72 + column * 150, top + row * 16, cell)
      }
      draw(rows, 80)
      pdf.fontSize(15).text("Participants", 72, 200)
      draw(names, 230)
      pdf.fontSize(11).text(sentence("tide").repeat(3), 72, 330)
    })
    expect(text).toContain(
      "| Action | Owner | Due |\n| --- | --- | --- |\n| Send the draft | Lin Zhao | 3 May |\n| Ask the office | Otto Berg | open |",
    )
    const columns = [0, 1, 2].flatMap((column) => names.map((row) => row[column])).filter(Boolean)
    expect(text).toContain(`Participants\n\n${columns.join("\n\n")}\n\n`)
  })

  test("tells where links lead, and joins words that were parted", async () => {
    const text = await textOf((pdf) => {
      pdf.fontSize(11).text("See the ", { continued: true })
      pdf.text("table", { link: "https://tides.example.org/a", continued: true })
      pdf.text(" for more.", { link: null }).moveDown()
      pdf.text("The stake-").text("holder asked for long-").text("term notes, and long-term ones.")
    })
    expect(text).toContain("See the [table](https://tides.example.org/a) for more.")
    expect(text).toContain("The stakeholder asked for long-term notes, and long-term ones.")
  })

  test("loses no word", async () => {
    const drawn: string[] = []
    const text = await textOf((pdf) => {
      for (let i = 0; i < 400; i++) {
        if (i % 50 === 49) pdf.addPage()
        const word = `w${i}x${(i * 7919) % 101}`
        drawn.push(word)
        at(pdf, 40 + ((i * 37) % 7) * 70, 60 + ((i * 53) % 690), word, 8 + (i % 3))
      }
    })
    expect(wordsIn(text).sort()).toEqual(drawn.sort())
  })

  test.each([
    [
      "password",
      (pdf: PDFKit.PDFDocument) => void pdf.text(sentence("tide")),
      { userPassword: "x" },
    ],
    ["no-text-layer", (pdf: PDFKit.PDFDocument) => void pdf.rect(50, 50, 80, 80).fill(), {}],
  ])("without words to read is refused: %s", async (why, draw, options) => {
    await expect(textOf(draw, options)).rejects.toMatchObject({ why })
  })

  test("is read whoever holds its bytes, and leaves them as they are", async () => {
    const whole = Buffer.from(await pdfOf((pdf) => void pdf.text(sentence("tide"))))
    const before = Buffer.from(whole)
    expect(writeBlocks((await readPdf(whole)).blocks).trim()).toBe(sentence("tide").trim())
    expect(whole.equals(before)).toBe(true)
  })

  test("that is broken is refused", async () => {
    const whole = await pdfOf((pdf) => void pdf.text(sentence("tide")))
    await expect(readPdf(whole.slice(0, 400))).rejects.toMatchObject({ why: "damaged" })
    await expect(readPdf(Buffer.from("%PDF-1.7 nothing"))).rejects.toMatchObject({ why: "damaged" })
  })
})

test("a hyphen stays where the text writes it elsewhere, and in names", () => {
  const hyphens = new Hyphens(["a long-term plan for multi-"])
  expect(hyphens.between("for multi-", "stakeholder work")).toBe("drop")
  expect(hyphens.between("a long-", "term plan")).toBe("join")
  expect(hyphens.between("Lin Zhao-", "Perera")).toBe("join")
  expect(hyphens.between("pages 3-", "4")).toBe("space")
  expect(hyphens.between("soft\u00ad", "ly")).toBe("drop")
})

/** A picture of one grey dot, as a scanner would fill a page with. */
const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==",
  "base64",
)
const minutes =
  "Working Group on Tides\n\nOnline Meeting 12\n\n12 May 2022 at 2 p.m. UTC\n\nThe 12th virtual meeting was held on 12 May 2022 at 2 p.m. UTC.\n\nAgenda\n\n1. Gauges\n\nParticipants\n\nOtto Brandvold\nLin Zhao-Perera"

describe("a PDF of which a part is pictures", () => {
  test("says which pages were not read, and an empty page is none of them", async () => {
    const scanned = await pdfOf((pdf) => {
      pdf.text(minutes)
      for (const _ of [2, 3]) pdf.addPage().image(dot, 0, 0, { width: 595 })
      pdf.addPage().text(sentence("tide"))
      pdf.addPage().image(dot, 0, 0, { width: 595 }).text("Page 5")
    })
    const read = await readBytes(scanned, "scanned.pdf")
    if ("refused" in read || read.kind !== "report") throw new Error("The report was refused")
    const finding = read.findings.find(({ rule }) => rule === "pages-unread")
    expect(finding).toMatchObject({ severity: "warning", values: { pages: "2–3, 5", count: 3 } })
    const empty = await pdfOf((pdf) => void pdf.text(minutes).addPage())
    expect((await readPdf(empty)).unread).toEqual([])
  })

  test("says so too where another page was left empty, which may be one of them", async () => {
    const scanned = await pdfOf((pdf) => {
      pdf.text(minutes)
      for (const _ of [2, 3]) pdf.addPage().image(dot, 0, 0, { width: 595 })
      pdf.addPage()
    })
    expect((await readPdf(scanned)).unread).toEqual([2, 3, 4])
  })

  const stamp = "Scanned with CamScanner"
  test.each([
    ["the stamp of a scanner", stamp],
    ["a head of its own", "Harbour Standards Forum: summary"],
  ])("knows them under %s on each page", async (_, words) => {
    const draw = (pdf: PDFKit.PDFDocument) => {
      for (const page of [1, 2, 3]) {
        if (page > 1) pdf.addPage()
        at(pdf.image(dot, 0, 0, { width: 595 }), 72, 30, words, 9)
      }
    }
    const part = await pdfOf((pdf) => {
      draw(pdf)
      at(pdf.addPage(), 72, 30, words, 9)
      pdf.text(minutes, 72, 120)
    })
    expect((await readPdf(part)).unread).toEqual([1, 2, 3])
    await expect(readPdf(await pdfOf(draw))).rejects.toMatchObject({ why: "no-text-layer" })
  })

  test("knows a single one under a scanner's stamp", async () => {
    const signed = await pdfOf((pdf) => {
      pdf.text(minutes).addPage().text(sentence("tide")).addPage()
      at(pdf.image(dot, 0, 0, { width: 595 }), 400, 820, stamp, 9)
    })
    expect((await readPdf(signed)).unread).toEqual([3])
  })

  test("of very many pages is refused, and not read in part", async () => {
    const many = await pdfOf((pdf) => {
      for (let page = 0; page < MOST_PAGES; page++) pdf.text("One more page of text.").addPage()
    })
    expect(await readBytes(many, "many.pdf")).toMatchObject({
      refused: { code: "too-many-pages", most: MOST_PAGES },
    })
  })
})
