import { describe, expect, test } from "vitest"
import { docxOf, paragraph, zipOf } from "./arbitrary-files"
import { listEntries, unpackEntry } from "./archive"
import { archiveLimits, filesIn, holdsFiles, type UnpackedFile, unpack } from "./zip"

/** The files of an archive, each as its name and its text or why it is refused. */
async function opened(bytes: Uint8Array) {
  const found = filesIn(bytes)
  if ("refused" in found) return found
  const files: UnpackedFile[] = []
  for await (const file of unpack(found.files)) files.push(file)
  return files.map((file): [string, string] => [
    file.name,
    "bytes" in file ? new TextDecoder().decode(file.bytes) : file.refused.code,
  ])
}
const namesOf = async (files: Record<string, string | Uint8Array>) => {
  const all = await opened(zipOf(files))
  return Array.isArray(all) ? all.map(([name]) => name) : all.refused
}
/** The same archive with another number in the directory, `at` bytes behind the start of one of its entries. */
function changed(bytes: Uint8Array, at: number, value: number, place = 0): Uint8Array {
  const copy = bytes.slice()
  const view = new DataView(copy.buffer)
  let entry = view.getUint32(copy.length - 6, true)
  for (let i = 0; i < place; i++) entry += 46 + view.getUint16(entry + 28, true)
  view.setUint32(entry + at, value, true)
  return copy
}

const megabyte = 1024 * 1024
const three = { "a.txt": "One", "b.txt": "Two ".repeat(100), "c.txt": "Three" }

describe("an archive of reports", () => {
  test("is expanded into its files, without folders and what systems add", async () => {
    const files = {
      "2021/a.txt": "One",
      "2022/a.txt": "Two",
      "__MACOSX/2021/._a.txt": "x",
      "2021/.DS_Store": "x",
    }
    expect(await opened(zipOf(files))).toEqual([
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

  test.each([
    ["too large", "too-large", () => zipOf({ ...three, "b.txt": new Uint8Array(21 * megabyte) })],
    ["behind a password", "password", () => changed(zipOf(three), 8, 1, 1)],
    ["nowhere in it", "damaged-inside", () => changed(zipOf(three), 42, 0xfffffff0, 1)],
    ["packed in a way of its own", "damaged-inside", () => changed(zipOf(three), 10, 14, 1)],
    ["more than it says", "damaged-inside", () => changed(zipOf(three), 24, 10, 1)],
    ["empty", "empty", () => zipOf({ ...three, "b.txt": "" })],
  ])("with a file that is %s hands on the others", async (_, code, make) => {
    expect(await opened(make())).toEqual([
      ["a.txt", "One"],
      ["b.txt", code],
      ["c.txt", "Three"],
    ])
  })

  test("that comes to too much is refused before anything is unpacked, and a lie is found out", async () => {
    const places = Array.from({ length: 11 }, (_, place) => place)
    const small = zipOf(Object.fromEntries(places.map((place) => [`${place}.txt`, "Words"])))
    const much = places.reduce((zip, place) => changed(zip, 24, 19 * megabyte, place), small)
    expect(await opened(much)).toEqual({
      refused: { code: "too-big-unpacked", most: archiveLimits.bytes / megabyte },
    })
    const bomb = zipOf({ "a.txt": new Uint8Array(30 * megabyte) })
    expect(await opened(changed(bomb, 24, 10))).toEqual([["a.txt", "damaged-inside"]])
  })

  test("of too many files, without any, or without a directory is refused", async () => {
    const many = Object.fromEntries(
      Array.from({ length: archiveLimits.files + 1 }, (_, i) => [`${i}.txt`, ""]),
    )
    expect(await namesOf(many)).toEqual({ code: "too-many-inside", most: archiveLimits.files })
    expect(await opened(zipOf(three).slice(0, 60))).toEqual({
      refused: { code: "damaged", kind: "ZIP" },
    })
    expect(await opened(zipOf({}))).toEqual({ refused: { code: "empty" } })
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
