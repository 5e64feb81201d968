import fc from "fast-check"
import { expect, test } from "vitest"
import { readBlock, writeBlock } from "./read-block"

test("rows end with the ends of lines, however the machine writes them", () => {
  expect(readBlock("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ])
  expect(readBlock("a\nb")).toEqual([["a"], ["b"]])
})

test("empty cells stay, at the start, between and at the end", () => {
  expect(readBlock("\ta\t\t\n\t\t\t\n")).toEqual([
    ["", "a", "", ""],
    ["", "", "", ""],
  ])
  expect(readBlock("")).toEqual([])
})

test("a cell in quotes holds lines, tabs and quotes; quotes inside words are words", () => {
  expect(readBlock('"two\nlines"\t"a ""b"" c"\tsay "no"\n')).toEqual([
    ["two\nlines", 'a "b" c', 'say "no"'],
  ])
  expect(readBlock('"open\tnext')).toEqual([['"open', "next"]])
  expect(readBlock('"quoted" word\tx')).toEqual([['"quoted" word', "x"]])
})

test("whatever is copied is read again as it was", () => {
  const words = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/\r\n?/g, "\n"))
  const begun = fc.constantFrom("", "", "=", "'=", " -", "''@", '"=', "\n+", "'", "＝")
  const cell = fc.tuple(begun, words).map((parts) => parts.join(""))
  const block = fc
    .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    )
  fc.assert(
    fc.property(block, (rows) => {
      fc.pre(rows.flat().some((text) => text !== ""))
      expect(readBlock(`${writeBlock(rows)}\n`)).toEqual(rows)
    }),
  )
})

test("no cell that is copied is computed by a spreadsheet, whatever stands in it", () => {
  const bad = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|cmd",
    " =1",
    "\t=1",
    "\n=1",
    "'=1",
    "＝1",
    "=1\n=2",
  ]
  for (const text of bad) {
    const copied = writeBlock([[text, "fine"]])
    expect(copied.replace(/^"/, ""), text).toMatch(/^'/)
    expect(readBlock(copied), text).toEqual([[text, "fine"]])
  }
  expect(writeBlock([["a = b", "don't", "'quoted' words", "2022-02-28"]])).toBe(
    "a = b\tdon't\t'quoted' words\t2022-02-28",
  )
})

test("words of a spreadsheet that only look like guarded ones keep their apostrophe", () => {
  expect(readBlock("'tis so\t'\tdon't")).toEqual([["'tis so", "'", "don't"]])
})

test("one cell alone is copied and read word by word: it is pasted into letters and comments", () => {
  for (const text of ["- first point", "@Ana", "'-5 degrees", "=1+1", "'tis so"]) {
    expect(writeBlock([[text]])).toBe(text)
    expect(readBlock(text)).toEqual([[text]])
  }
  expect(readBlock("'- first point\tnext")).toEqual([["- first point", "next"]])
})
