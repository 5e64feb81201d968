import { describe, expect, test } from "vitest"
import { docxOf, paragraph, zipOf } from "./arbitrary-files"
import { listEntries, unpackEntry } from "./archive"
import { archiveLimits, holdsFiles, unpack } from "./zip"

const namesOf = async (files: Record<string, string | Uint8Array>) => {
  const unpacked = await unpack(zipOf(files), "reports.zip")
  return "files" in unpacked ? unpacked.files.map(({ name }) => name) : unpacked.refused
}
/** The same archive with another number in the directory, `at` bytes behind its entry's start. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  const directory = view.getUint32(copy.length - 6, true)
  view.setUint32(directory + at, value, true)
  return copy
}

describe("an archive of reports", () => {
  test("is expanded into its files, without folders and what systems add", async () => {
    const unpacked = await unpack(
      zipOf({
        "2021/a.txt": "One",
        "2022/a.txt": "Two",
        "__MACOSX/2021/._a.txt": "x",
        "2021/.DS_Store": "x",
      }),
      "reports.zip",
    )
    if (!("files" in unpacked)) throw new Error("The archive was refused")
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
    expect(unpacked.files.map(({ name, bytes }) => [name, text(bytes)])).toEqual([
      ["a.txt", "One"],
      ["a (2).txt", "Two"],
    ])
  })

  test("has no name that leads anywhere", async () => {
    expect(
      await namesOf({
        "../../etc/passwd": "a",
        "/root/b.txt": "b",
        "C:\\Windows\\c.txt": "c",
        "d/..": "d",
        "e\u0000\n.txt": "e",
      }),
    ).toEqual(["passwd", "b.txt", "c.txt", "file", "e.txt"])
  })

  test("that unpacks to too much is given up on the way, whatever sizes it claims", async () => {
    const bomb = zipOf({ "a.txt": new Uint8Array(300 * 1024 * 1024) })
    const refused = {
      refused: { code: "too-big-unpacked", most: archiveLimits.bytes / 1024 / 1024 },
    }
    expect(await unpack(bomb, "bomb.zip")).toEqual(refused)
    expect(await unpack(changed(bomb, 24, 10), "bomb.zip")).toEqual(refused)
  })

  test("of too many files, behind a password or broken is refused", async () => {
    const many = Object.fromEntries(
      Array.from({ length: archiveLimits.files + 1 }, (_, i) => [`${i}.txt`, ""]),
    )
    expect(await namesOf(many)).toEqual({ code: "too-many-inside", most: archiveLimits.files })
    const one = zipOf({ "a.txt": "words ".repeat(50) })
    expect(await unpack(changed(one, 8, 1), "a.zip")).toEqual({ refused: { code: "password" } })
    expect(await unpack(changed(one, 42, 0xfffffff0), "a.zip")).toEqual({
      refused: { code: "damaged", kind: "ZIP" },
    })
    expect(await unpack(one.slice(0, 60), "a.zip")).toEqual({
      refused: { code: "damaged", kind: "ZIP" },
    })
    expect(await unpack(zipOf({}), "a.zip")).toEqual({ refused: { code: "empty" } })
  })

  test("hands an archive inside on unopened, and is told apart from a document", async () => {
    const inner = zipOf({ "a.txt": "words" })
    expect(await namesOf({ "inner.zip": inner })).toEqual(["inner.zip"])
    expect(holdsFiles(zipOf({ "inner.zip": inner }))).toBe(true)
    expect(holdsFiles(docxOf(paragraph("Words")))).toBe(false)
    expect(holdsFiles(Buffer.from("Words"))).toBe(false)
  })

  test("inflates no more than was asked for", async () => {
    const bytes = zipOf({ "a.txt": new Uint8Array(1000) })
    const [entry] = listEntries(bytes)
    if (!entry) throw new Error("The archive has one entry")
    expect(await unpackEntry(bytes, entry, 1000)).toHaveLength(1000)
    await expect(unpackEntry(bytes, entry, 999)).rejects.toThrow()
  })
})
