import { strFromU8, strToU8, unzipSync, zipSync } from "fflate"
import { afterAll, describe, expect, test } from "vitest"
import { closeReaders, readTableSafely } from "../read-safely"
import { dayOfNumber } from "./day-of-number"
import { readTable } from "./read-table"

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, mark = true) => {
  const units = new Uint16Array([
    ...(mark ? [0xfeff] : []),
    ...[...text].map((c) => c.charCodeAt(0)),
  ])
  return new Uint8Array(units.buffer)
}
const latin = (text: string) => Uint8Array.from([...text].map((sign) => sign.charCodeAt(0)))

async function rowsOf(file: Uint8Array, name = "table.csv") {
  const reading = await readTable(file, name)
  if (!("kind" in reading) || reading.kind !== "table") throw new Error(JSON.stringify(reading))
  return reading.table.rows.map(({ cells }) => cells)
}
const refusalOf = async (file: Uint8Array, name = "table.csv") => {
  const reading = await readTable(file, name)
  return "refused" in reading ? reading.refused : null
}

/** A spreadsheet of one sheet. */
const book = (sheet: string, more: Record<string, string> = {}) => {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  const parts: Record<string, string> = {
    "xl/workbook.xml": `<workbook xmlns="${main}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData>${more.after ?? ""}</worksheet>`,
  }
  if (more.styles)
    parts["xl/styles.xml"] = `<styleSheet xmlns="${main}">${more.styles}</styleSheet>`
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  )
}
const text = (at: string, words: string) =>
  `<c r="${at}" t="inlineStr"><is><t>${words}</t></is></c>`

afterAll(closeReaders)

describe("CSV", () => {
  const table = "Area;Suggestion\nAccès;Été – “neuf”\n"
  const rows = [
    ["Area", "Suggestion"],
    ["Accès", "Été – “neuf”"],
  ]
  test("is read in UTF-8, in UTF-16 with and without its mark, and in windows-1252", async () => {
    expect(await rowsOf(bytes(`\ufeff${table}`))).toEqual(rows)
    expect(await rowsOf(utf16(table))).toEqual(rows)
    expect(await rowsOf(utf16(table, false))).toEqual(rows)
    const old = table.replace("–", "\u0096").replace("“", "\u0093").replace("”", "\u0094")
    expect(await rowsOf(latin(old))).toEqual(rows)
  })

  test.each([",", ";", "\t", "|"])("tells that %j parts its cells", async (sign) => {
    const [first] = await rowsOf(bytes(`Area${sign}"What, it; says"\nA${sign}B`))
    expect(first).toEqual(["Area", "What, it; says"])
  })

  test("says what it is told first, and keeps lines within a cell", async () => {
    expect(await rowsOf(bytes('sep=|\r\nA|B\r\n"one\r\ntwo"|c\r\n'))).toEqual([
      ["A", "B"],
      ["one\ntwo", "c"],
    ])
  })

  test("of 100,000 lines, of 400 columns, with quotes that do not close, is refused", async () => {
    const lines = Array.from({ length: 100_000 }, (_, at) => `Area ${at},Suggestion ${at}`)
    expect(await refusalOf(bytes(lines.join("\n")))).toEqual({ code: "too-many-rows", most: 5000 })
    const wide = Array.from({ length: 400 }, (_, at) => `c${at}`).join(",")
    expect(await refusalOf(bytes(`${wide}\n${wide}`))).toEqual({ code: "too-wide", most: 60 })
    expect(await refusalOf(bytes('Area,B\n"open,2\n3,4'))).toMatchObject({ code: "quotes" })
    expect(await refusalOf(bytes(" \n,,\n"))).toEqual({ code: "empty" })
  })

  test("with a cell of 100 kB is read whole, so that its row can say so", async () => {
    const [, row] = await rowsOf(bytes(`Area,B\nA,${"x".repeat(100_000)}`))
    expect(String(row?.[1])).toHaveLength(100_000)
  })
})

describe("XLSX", () => {
  test("days come as days, merged cells in each of their rows, formulas as their results", async () => {
    const rows = [
      `<row r="1">${text("A1", "Area")}${text("B1", "Day")}</row>`,
      `<row r="2">${text("A2", "One")}<c r="B2" s="1"><v>44378</v></c></row>`,
      `<row r="3"><c r="B3"><v>44378</v></c></row>`,
      `<row r="4"><c r="B4" t="str"><f>1+1</f><v>two</v></c></row>`,
    ]
    const styles = `<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>`
    const after = `<mergeCells><mergeCell ref="A2:A4"/><mergeCell ref="A1:XFD1048576"/></mergeCells>`
    expect(await rowsOf(book(rows.join(""), { styles, after }), "a.xlsx")).toEqual([
      ["Area", "Day"],
      ["One", "2021-07-01"],
      [
        { text: "One", merged: true },
        { text: "44378", number: true },
      ],
      [
        { text: "One", merged: true },
        { text: "two", formula: true },
      ],
    ])
  })

  test("counts days as spreadsheets do", () => {
    expect([dayOfNumber(61), dayOfNumber(44378.9), dayOfNumber(42916, true)]).toEqual([
      "1900-03-01",
      "2021-07-01",
      "2021-07-01",
    ])
    expect([dayOfNumber(60), dayOfNumber(2022), dayOfNumber(1e9)]).toEqual([
      null,
      "1905-07-14",
      null,
    ])
  })

  test("of one cell in the last row and column is refused, and quickly", async () => {
    const far = book(`<row r="1048576">${text("XFD1048576", "far")}</row>`)
    expect(await refusalOf(far, "a.xlsx")).toEqual({ code: "too-wide", most: 60 })
    const deep = book(
      `<row r="1">${text("A1", "Area")}</row><row r="1048576">${text("A1048576", "x")}</row>`,
    )
    expect(await rowsOf(deep, "a.xlsx")).toEqual([["Area"], ["x"]])
  })

  test("of one row or one cell that is given twice is refused, with its line", async () => {
    const row = (line: string, ...cells: string[]) => `<row r="${line}">${cells.join("")}</row>`
    const head = row("1", text("A1", "Area"), text("B1", "Suggestion"))
    const twice = book(head + row("2", text("A2", "One")) + row("2", text("A2", "Another")))
    expect(await refusalOf(twice, "a.xlsx")).toEqual({ code: "twice", line: 2 })
    const apart = book(row("2", text("A2", "One")) + head + row("2"))
    expect(await refusalOf(apart, "a.xlsx")).toEqual({ code: "twice", line: 2 })
    const implied = book(`${row("2", text("A2", "One"))}${head}<row>${text("A2", "x")}</row>`)
    expect(await refusalOf(implied, "a.xlsx")).toEqual({ code: "twice", line: 2 })
    const cells = book(head + row("2", text("A2", "One"), text("A2", "Another")))
    expect(await refusalOf(cells, "a.xlsx")).toEqual({ code: "twice", line: 2 })
    for (const line of ["0", "-1", "x", "1.5", "1048577", "1e300"])
      expect(await refusalOf(book(row(line, text("A1", "x"))), "a.xlsx")).toMatchObject({
        code: "damaged",
      })
  })

  test("of one long text that stands in every cell, or is merged over every row, is refused", async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => at + 1)
    const long = "x".repeat(10_000)
    const cells = rows.map((at) => `<row r="${at}"><c r="A${at}" t="s"><v>0</v></c></row>`)
    const parts = unzipSync(book(cells.join("")))
    const shared = zipSync({
      ...parts,
      "xl/sharedStrings.xml": strToU8(`<sst><si><t>${long}</t></si></sst>`),
    })
    expect(shared.length).toBeLessThan(200_000)
    expect(await refusalOf(shared, "a.xlsx")).toEqual({ code: "too-much-text", most: 10 })
    const beside = rows.map(
      (at) => `<row r="${at}">${at === 1 ? text("A1", long) : ""}${text(`B${at}`, "x")}</row>`,
    )
    const after = `<mergeCells><mergeCell ref="A1:A3000"/></mergeCells>`
    expect(await refusalOf(book(beside.join(""), { after }), "a.xlsx")).toEqual({
      code: "too-much-text",
      most: 10,
    })
  })

  test("that is a bomb, broken, locked or none at all is refused", async () => {
    const bomb = book(`<row r="1">${text("A1", "x".repeat(45 * 1024 * 1024))}</row>`)
    expect(bomb.length).toBeLessThan(200_000)
    expect(await refusalOf(bomb, "a.xlsx")).toEqual({ code: "too-big-unpacked", most: 40 })
    expect(await refusalOf(book("<row><c></row>"), "a.xlsx")).toMatchObject({ code: "damaged" })
    const entity = unzipSync(book(""))
    const sheet = strFromU8(entity["xl/worksheets/sheet1.xml"] ?? new Uint8Array())
    const typed = `<!DOCTYPE a [<!ENTITY b "c">]>${sheet}`
    const lying = zipSync({ ...entity, "xl/worksheets/sheet1.xml": strToU8(typed) })
    expect(await refusalOf(lying, "a.xlsx")).toMatchObject({ code: "damaged" })
    expect(await refusalOf(bytes("%PDF-1.7 …"), "a.xlsx")).toEqual({ code: "binary", kind: "PDF" })
    expect(await refusalOf(new Uint8Array(6 * 1024 * 1024))).toMatchObject({ code: "too-large" })
  })
})

describe("JSON", () => {
  test("too deep or broken is refused", async () => {
    const deep = `{"a":${"[".repeat(5_000)}${"]".repeat(5_000)}}`
    expect(await refusalOf(bytes(deep), "a.json")).toEqual({ code: "too-nested" })
    expect(await refusalOf(bytes('{"rows": ['), "a.json")).toEqual({
      code: "damaged",
      kind: "JSON",
    })
  })
})

test("reading happens in a process of its own, with what is refused coming back", async () => {
  expect(await readTableSafely(bytes("Area,Suggestion\nA,B"), "a.csv")).toMatchObject({
    kind: "table",
    table: { format: "csv", rows: [{ line: 1 }, { line: 2, cells: ["A", "B"] }] },
  })
  expect(await readTableSafely(new Uint8Array(0), "a.csv")).toEqual({
    name: "a.csv",
    refused: { code: "empty" },
  })
})
