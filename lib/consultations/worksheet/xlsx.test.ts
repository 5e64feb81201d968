import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate"
import { beforeAll, describe, expect, test } from "vitest"
import { readEntries } from "./entries"
import { type WorksheetRow, worksheetLimits } from "./model"
import { readXlsx } from "./read-xlsx"
import { readKey } from "./row-key"
import { writeXlsx } from "./write-xlsx"

const threadId = "0f0e0d0c-1111-4222-8333-444455556666"
const row = (more: Partial<WorksheetRow> = {}): WorksheetRow => ({
  commentId: "c0e0d0c0-1111-4222-8333-444455556666",
  threadId,
  revision: 3,
  leads: true,
  open: true,
  number: "1",
  text: "Charter",
  section: "Tides",
  row: null,
  quote: "the tables are kept",
  lost: false,
  words: "The gauges are missing.",
  proposal: null,
  hidden: null,
  author: { name: "Samir Koskela", organisation: "", stakeholderGroup: "government" },
  unnamed: false,
  at: new Date("2026-03-03T14:02:00Z"),
  late: false,
  disposition: null,
  reason: "",
  decider: null,
  ...more,
})

/** A file with other parts than the one that we wrote. */
async function filed(parts: Zippable): Promise<Uint8Array> {
  return zipSync({ ...unzipSync(await writeXlsx([row()], "en")), ...parts })
}
const sheetOf = (rows: string) =>
  strToU8(
    `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  )
const text = (at: string, words: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`
const asSheet = (rows: string) => filed({ "xl/worksheets/sheet1.xml": sheetOf(rows) })

describe("a worksheet as a file", () => {
  const evil = [
    `=HYPERLINK("https://evil.example.org";"Look")`,
    "+1+cmd|' /C calc'!A0",
    "@SUM(1)",
    "-2",
    "\t=1",
    '<script>alert(1)</script> & "quotes" _x000D_ 😀\nsecond line  ',
  ]
  let parts: Record<string, string>
  let bytes: Uint8Array
  beforeAll(async () => {
    const rows = evil.map((words, index) =>
      row({ words, section: words, reason: words, disposition: "noted", number: `${index + 1}` }),
    )
    bytes = await writeXlsx(rows, "en")
    parts = Object.fromEntries(
      Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]),
    )
  })

  test("holds no formula, and every cell below the head is text that stays text when it is edited", () => {
    const sheet = parts["xl/worksheets/sheet1.xml"] ?? ""
    expect(sheet).not.toMatch(/<f[ >]/)
    const cells = sheet.match(/<c [^>]*>/g) ?? []
    const filled = cells.filter((cell) => !/ r="[A-Z]+1"/.test(cell) && !cell.endsWith("/>"))
    expect(filled.length).toBeGreaterThan(evil.length * 5)
    for (const cell of filled) expect(cell).toContain('t="s"')
    const styles = parts["xl/styles.xml"] ?? ""
    const text = /numFmtId="(\d+)" formatCode="@"/.exec(styles)?.[1]
    const formats = styles.slice(styles.indexOf("<cellXfs")).match(/<xf [^>]*>/g) ?? []
    const isText = (style = "") => formats[Number(style)]?.includes(`numFmtId="${text}"`)
    for (const cell of filled) expect(isText(/ s="(\d+)"/.exec(cell)?.[1]), cell).toBe(true)
  })

  test("gives every word back, and knows its rows again", async () => {
    const [, ...rows] = await readXlsx(bytes)
    for (const [index, words] of evil.entries()) {
      const cells = rows[index]?.cells.map((cell) => cell.text)
      expect(cells).toContain(words)
    }
    expect(readKey(rows[0]?.cells.at(-1)?.text ?? "")).toMatchObject({ threadId, revision: 3 })
  })

  test("offers the four dispositions in their column", () => {
    const sheet = parts["xl/worksheets/sheet1.xml"]
    expect(sheet).toMatch(/<dataValidation type="list"[^>]* sqref="L2:L7">/)
    expect(sheet).toContain('"Accepted,Partly accepted,Not accepted,Noted"')
  })

  test("says of whom asked not to be named that they did, beside their name, in either language", async () => {
    const rows = [row({ unnamed: true }), row({ number: "2" })]
    for (const [locale, head, yes] of [
      ["en", "Asks not to be named", "yes"],
      ["fr", "Demande à ne pas être nommé", "oui"],
    ] as const) {
      const [columns, asked, other] = await readXlsx(await writeXlsx(rows, locale))
      const column = columns?.cells.find((cell) => cell.text === head)?.column
      const said = (of: typeof asked) => of?.cells.find((cell) => cell.column === column)?.text
      expect([said(asked), said(other)]).toEqual([yes, undefined])
      expect(asked?.cells.some((cell) => cell.text === "Samir Koskela")).toBe(true)
    }
  })

  test("of before it said so is still brought in", async () => {
    const head = `${text("A1", "Disposition")}${text("B1", "Answer")}${text("C1", "Row key (leave as it is)")}`
    const key = `${threadId}.3.0123456789ab`
    const line = `${text("A2", "Accepted")}${text("C2", key)}`
    const read = readEntries(
      await readXlsx(await asSheet(`<row r="1">${head}</row><row r="2">${line}</row>`)),
    )
    expect(read).toMatchObject({ entries: [{ threadId, disposition: "accepted" }], problems: [] })
  })

  test("leaves signs out that XML cannot hold, and cuts what no cell can", async () => {
    const file = await writeXlsx([row({ words: `a\u0000\u000bb${"c".repeat(40_000)}` })], "fr")
    const [, first] = await readXlsx(file)
    const longest = Math.max(...(first?.cells.map((cell) => cell.text.length) ?? []))
    expect(longest).toBeLessThanOrEqual(32_000)
    expect(first?.cells.some((cell) => cell.text.startsWith("abccc"))).toBe(true)
  })
})

describe("a sheet that comes back", () => {
  const key = `${threadId}.3.0123456789ab`
  const other = `${threadId.replace("0f", "1f")}.1.0123456789ab`

  test("is read in any order of its columns and rows, in either language, below a title", async () => {
    const rows = await readXlsx(
      await asSheet(
        `<row r="1">${text("A1", "Our work")}</row>
         <row r="4">${text("C4", "SUITE  DONNÉE")}${text("A4", "Clé de la ligne (à laisser telle quelle)")}${text("B4", "Réponse")}</row>
         <row r="7">${text("A7", other)}${text("B7", "Done.")}${text("C7", "partly accepted")}</row>
         <row r="9">${text("A9", key)}</row>`,
      ),
    )
    expect(readEntries(rows)).toEqual({
      entries: [
        { row: 7, ...readKey(other), disposition: "partly-accepted", reason: "Done." },
        { row: 9, ...readKey(key), disposition: null, reason: "" },
      ],
      problems: [],
    })
  })

  const wrong = async (more: string) => {
    const head = `<row r="1">${text("A1", "Disposition")}${text("B1", "Answer")}${text("C1", "Row key (leave as it is)")}</row>`
    return readEntries(await readXlsx(await asSheet(head + more)))?.problems
  }
  test.each([
    ["unknownRow", text("A2", "Noted") + text("C2", "my own key")],
    ["unknownRow", text("A2", "Noted")],
    ["disposition", text("A2", "Maybe") + text("C2", key)],
    ["reason", text("A2", "Not accepted") + text("C2", key)],
    ["reasonAlone", text("B2", "Because") + text("C2", key)],
    ["tooLong", text("A2", "Noted") + text("B2", "x".repeat(2_001)) + text("C2", key)],
    ["formula", `<c r="A2" t="str"><f>"Not"&amp;"ed"</f><v>Noted</v></c>${text("C2", key)}`],
  ])("says which row is not right, and why: %s", async (problem, cells) => {
    expect(await wrong(`<row r="2">${cells}</row>`)).toMatchObject([{ row: 2, key: problem }])
  })

  test("says that a thread stands in it twice", async () => {
    const twice = `<row r="2">${text("C2", key)}</row><row r="3">${text("C3", key)}</row>`
    expect(await wrong(twice)).toMatchObject([{ row: 3, key: "twice" }])
  })

  test("is none without the columns of a worksheet", async () => {
    expect(
      readEntries(await readXlsx(await asSheet(`<row r="1">${text("A1", "Name")}</row>`))),
    ).toBeNull()
  })
})

describe("a file that is made to harm", () => {
  const refused = (bytes: Uint8Array) =>
    readXlsx(bytes).then(
      () => "read",
      (error: Error) => error.message,
    )

  test("is refused when it is no spreadsheet", async () => {
    for (const bytes of [
      new Uint8Array(),
      strToU8("PK"),
      strToU8("a".repeat(5_000)),
      strToU8("PK\x03\x04".repeat(99)),
    ])
      expect(await refused(bytes)).toBe("worksheet.unreadable")
    expect(await refused(zipSync({ "a.txt": strToU8("a") }))).toBe("worksheet.unreadable")
    expect(await refused((await writeXlsx([row()], "en")).slice(0, 900))).toBe(
      "worksheet.unreadable",
    )
  })

  test("is refused with entities that grow, or a text that is not well-formed", async () => {
    const entity = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><worksheet>&c;</worksheet>`
    for (const sheet of [entity, "<worksheet><sheetData><row", "<a>".repeat(5_000)])
      expect(await refused(await filed({ "xl/worksheets/sheet1.xml": strToU8(sheet) }))).toBe(
        "worksheet.unreadable",
      )
  })

  test("is given up when it unpacks to too much", async () => {
    const huge = new Uint8Array(worksheetLimits.inside + 10)
    expect(await refused(await filed({ "xl/sharedStrings.xml": huge }))).toBe("worksheet.tooLarge")
    const many = "<row/>".repeat(worksheetLimits.rows + 1)
    expect(await refused(await asSheet(many))).toBe("worksheet.tooLarge")
  })

  test("takes no more room for a cell that stands far out", async () => {
    const rows = await readXlsx(
      await asSheet(
        `<row r="1">${text("XFD1", "far")}</row><row r="1048576">${text("A1048576", "low")}</row>`,
      ),
    )
    expect(rows).toEqual([{ row: 1_048_576, cells: [{ column: 0, text: "low", formula: false }] }])
  })
})

test("texts of several looks are one text, without how they are pronounced", async () => {
  const shared = strToU8(
    `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><r><rPr><b/></rPr><t>No</t></r><r><t xml:space="preserve">ted </t></r><rPh sb="0" eb="1"><t>x</t></rPh></si></sst>`,
  )
  const sheet = sheetOf(`<row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2"><v>3.5</v></c></row>`)
  const rows = await readXlsx(
    await filed({ "xl/sharedStrings.xml": shared, "xl/worksheets/sheet1.xml": sheet }),
  )
  expect(rows).toEqual([
    {
      row: 2,
      cells: [
        { column: 1, text: "Noted ", formula: false },
        { column: 2, text: "3.5", formula: false },
      ],
    },
  ])
})
