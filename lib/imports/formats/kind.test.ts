import { describe, expect, test } from "vitest"
import { docxOf, paragraph, zipOf } from "./arbitrary-files"
import { kindOf } from "./kind"

const bytes = (text: string) => new TextEncoder().encode(text)
const hex = (digits: string) => Uint8Array.from(Buffer.from(digits.padEnd(64, "0"), "hex"))
const ole = (stream: string) =>
  Uint8Array.from([...hex("d0cf11e0a1b11ae1"), ...Buffer.from(stream, "utf16le"), 0, 0])
const mail = "Received: from a\r\nFrom: Ilva <ilva@example.org>\r\nSubject: Minutes\r\n\r\nText"

describe("kindOf", () => {
  test.each([
    ["docx", docxOf(paragraph("Words")), "report.txt"],
    ["pdf", bytes("%PDF-1.7 ..."), "report.docx"],
    ["pdf", bytes("\n\n%PDF-1.7 ..."), "report.pdf"],
    ["mail", bytes(mail), "report.txt"],
    ["mail", bytes("From: a@example.org\nTo: b@example.org\nSubject: Call\n\nText"), "report.eml"],
    ["html", bytes("<!DOCTYPE html><p>Words"), "report.txt"],
    ["html", bytes("<?xml version='1.0'?>\n<html><body>Words"), "report"],
    ["html", bytes("<p>One</p><p>Two <b>three</b></p>"), "report.txt"],
    ["markdown", bytes("# Minutes\n\nWords"), "report"],
    ["markdown", bytes("Words"), "report.md"],
    ["text", bytes("Minutes of the 7th call, 3 < 4"), "report.docx"],
    // Minutes begin with such lines too, and no mail program has written anything here.
    ["text", bytes("Date: 4 May 2023\nSubject: Tides\nFrom: the harbour\n\nText"), "report.txt"],
  ])("knows %s by its content", (format, content, name) => {
    expect(kindOf(content, name)).toBe(format)
  })

  test.each([
    ["XLSX", zipOf({ "[Content_Types].xml": "x", "xl/workbook.xml": "x" })],
    ["PPTX", zipOf({ "[Content_Types].xml": "x", "ppt/presentation.xml": "x" })],
    ["ODT", zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "x" })],
    ["ZIP", zipOf({ "report.txt": "Minutes" })],
    ["DOC", ole("WordDocument")],
    ["XLS", ole("Workbook")],
    ["PPT", ole("PowerPoint Document")],
    ["RTF", bytes("{\\rtf1 Words}")],
    ["PNG", hex("89504e470d0a1a0a")],
    ["JPEG", hex("ffd8ffe0")],
  ])("refuses %s by its name", (kind, content) => {
    expect(kindOf(content, "report.docx")).toEqual({ refused: { code: "binary", kind } })
  })

  test("knows a document behind a password, and an archive that ends too early", () => {
    expect(kindOf(ole("EncryptedPackage"), "a.docx")).toEqual({ refused: { code: "password" } })
    expect(kindOf(docxOf(paragraph("Words")).slice(0, 200), "a.docx")).toEqual({
      refused: { code: "damaged", kind: "ZIP" },
    })
  })
})
