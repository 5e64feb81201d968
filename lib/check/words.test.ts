import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { wordsOf } from "./words"

describe("the words of a text", () => {
  test.each<[string, string[]]>([
    ["Ana’s 2nd tide-table", ["Ana", "s", "2nd", "tide", "table"]],
    ["élan и 水位 ٣", ["élan", "и", "水位", "٣"]],
    // The accent is a character of its own, and the letter one of those beyond the first 65,536.
    ["e\u0301lan, 𝔸na", ["e\u0301lan", "𝔸na"]],
    [" — ", []],
    ["", []],
  ])("%s", (text, words) => {
    expect(wordsOf(text)).toEqual(words)
  })

  test("are the runs of letters, marks and digits of any text", () => {
    const runs = (text: string) => text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
        expect(wordsOf(text)).toEqual(runs(text))
      }),
      { numRuns: 2000 },
    )
  })
})
