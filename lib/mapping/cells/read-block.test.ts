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
  const cell = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll(/\r\n?/g, "\n"))
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
