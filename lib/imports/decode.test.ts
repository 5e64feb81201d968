import { describe, expect, test } from "vitest"
import { decodeFile, LARGEST_FILE, refuseSize } from "./decode"

const bytes = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"))

describe("decodeFile", () => {
  test("takes UTF-8 with and without its mark, and UTF-16 with it", () => {
    expect(decodeFile(bytes("Réunion 3"), "a.txt")).toEqual({ text: "Réunion 3" })
    expect(decodeFile(bytes("\ufeffRéunion 3"), "a.txt")).toEqual({ text: "Réunion 3" })
    expect(decodeFile(utf16("Réunion 3"), "a.txt")).toEqual({ text: "Réunion 3" })
    const bigEndian = Uint8Array.from(Buffer.from(utf16("Réunion 3")).swap16())
    expect(decodeFile(bigEndian, "a.txt")).toEqual({ text: "Réunion 3" })
  })

  test.each([
    ["nothing", new Uint8Array(0)],
    ["spaces alone", bytes(" \n\t\n")],
    ["rules and dashes alone", bytes("---\n***\n")],
  ])("refuses %s as empty", (_, content) => {
    expect(decodeFile(content, "a.txt")).toEqual({ refused: { code: "empty" } })
  })

  test("names the kind of a file that is no text", () => {
    const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9])
    expect(decodeFile(zip, "Report.DOCX")).toEqual({ refused: { code: "binary", kind: "DOCX" } })
    expect(decodeFile(zip, "report.txt")).toEqual({ refused: { code: "binary", kind: "ZIP" } })
    expect(decodeFile(bytes("%PDF-1.7 ..."), "report.txt")).toEqual({
      refused: { code: "binary", kind: "PDF" },
    })
    expect(decodeFile(bytes("text\0with a hole"), "report.txt")).toEqual({
      refused: { code: "binary", kind: "" },
    })
  })

  test("says on which line the encoding breaks", () => {
    const broken = Uint8Array.from([...bytes("one\ntwo\nthr"), 0xe9, ...bytes("e\nfour")])
    expect(decodeFile(broken, "a.txt")).toEqual({ refused: { code: "encoding", line: 3 } })
  })

  test("refuses by size alone, exactly above the limit", () => {
    expect(refuseSize(LARGEST_FILE)).toBeNull()
    expect(refuseSize(LARGEST_FILE + 1)).toEqual({ code: "too-large", megabytes: 5.1, most: 5 })
    expect(refuseSize(50 * 1024 * 1024)).toEqual({ code: "too-large", megabytes: 50, most: 5 })
  })
})
