import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { anyOf } from "./stems"

describe("pieces of words", () => {
  it("are found wherever they stand, in capitals too", () => {
    const tells = anyOf(["agree", "put off", "résol"])
    expect(tells("They AGREED.")).toBe(true)
    expect(tells("disagreement")).toBe(true)
    expect(tells("It was put off.")).toBe(true)
    expect(tells("RÉSOLU")).toBe(true)
    expect(tells("It was put, off and on.")).toBe(false)
    expect(tells("")).toBe(false)
  })
  it("are found as the text itself would find them", () => {
    const letter = fc.constantFrom("a", "b", "c", " ", "é", "漢")
    const stem = fc.string({
      unit: fc.constantFrom("a", "b", "c", "é"),
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(
        fc.array(stem, { minLength: 1, maxLength: 8 }),
        fc.string({ unit: letter, maxLength: 40 }),
        (stems, text) => anyOf(stems)(text) === stems.some((each) => text.includes(each)),
      ),
    )
  })
  it("are written in small letters", () => {
    expect(() => anyOf(["Agree"])).toThrow("small letters")
  })
})
