import { describe, expect, test } from "vitest"
import { decodeText, LARGEST_FILE, refuseSize } from "./decode"

const bytes = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, "latin1"))
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\ufeff${text}`, "utf16le"))

describe("decodeText", () => {
  test("takes UTF-8 with and without its mark, and UTF-16 with it", () => {
    expect(decodeText(bytes("Réunion 3"))).toEqual({ text: "Réunion 3", encoding: "utf-8" })
    expect(decodeText(bytes("\ufeffRéunion 3"))).toEqual({ text: "Réunion 3", encoding: "utf-8" })
    expect(decodeText(utf16("Réunion 3"))).toEqual({ text: "Réunion 3", encoding: "utf-16" })
    const bigEndian = Uint8Array.from(Buffer.from(utf16("Réunion 3")).swap16())
    expect(decodeText(bigEndian)).toEqual({ text: "Réunion 3", encoding: "utf-16" })
  })

  test("takes what old programs wrote, and says so", () => {
    expect(decodeText(latin("La réunion a été levée à midi."))).toEqual({
      text: "La réunion a été levée à midi.",
      encoding: "windows-1252",
    })
    const quoted = Uint8Array.from([...bytes("the "), 0x93, ...bytes("tide"), 0x94, 0x20, 0x96])
    expect(decodeText(quoted)).toEqual({ text: "the “tide” –", encoding: "windows-1252" })
  })

  test("keeps what is UTF-8 beside pieces that are not", () => {
    const mixed = Uint8Array.from([...bytes("Übersicht – "), ...latin("réunion à midi")])
    expect(decodeText(mixed)).toEqual({ text: "Übersicht – réunion à midi", encoding: "mixed" })
  })

  test("refuses bytes that are words in neither, with their line", () => {
    const broken = Uint8Array.from([...bytes("one\ntwo\nthr"), 0xc3, 0x28, ...bytes("e\nfour")])
    expect(decodeText(broken)).toMatchObject({ text: expect.stringContaining("Ã(") })
    const alone = Uint8Array.from([...bytes("one\ntwo\n"), 0xc3, 0x28])
    expect(decodeText(alone)).toEqual({ refused: { code: "encoding", line: 3 } })
    // Cyrillic in KOI8-R would be nothing but accents.
    const cyrillic = Uint8Array.from([0xf0, 0xd2, 0xcf, 0xd4, 0xcf, 0xcb, 0xcf, 0xcc, 0x20, 0xf2])
    expect(decodeText(cyrillic)).toEqual({ refused: { code: "encoding", line: 1 } })
  })

  test.each([
    ["spaces alone", bytes(" \n\t\n")],
    ["rules and dashes alone", bytes("---\n***\n")],
  ])("refuses %s as empty", (_, content) => {
    expect(decodeText(content)).toEqual({ refused: { code: "empty" } })
  })

  test("refuses what holds bytes of no text", () => {
    expect(decodeText(bytes("text\0with a hole"))).toEqual({
      refused: { code: "binary", kind: "" },
    })
  })

  test("refuses by size alone, exactly above the limit", () => {
    expect(refuseSize(0)).toEqual({ code: "empty" })
    expect(refuseSize(LARGEST_FILE)).toBeNull()
    expect(refuseSize(LARGEST_FILE + 1)).toEqual({ code: "too-large", megabytes: 20.1, most: 20 })
    expect(refuseSize(100 * 1024 * 1024)).toEqual({ code: "too-large", megabytes: 100, most: 20 })
  })
})
