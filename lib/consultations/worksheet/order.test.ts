import { describe, expect, test } from "vitest"
import type { OpenText } from "../open-texts"
import { comparePositions, positionOf } from "./order"

const section = (place: string, words: string) => ({ place, title: place, words, notes: "" })
const texts = [
  { textId: "m", sections: [section("one", "First words"), section("two", "The  same words")] },
  { textId: "d", sections: [section("aims", "the same words, and more of\nthem")] },
] as unknown as OpenText[]

const thread = (more: Partial<Parameters<typeof positionOf>[0]>) => ({
  meetingId: "m",
  documentId: null,
  about: "passage",
  place: null,
  quote: "",
  quoteBefore: "",
  quoteAfter: "",
  createdAt: new Date(0),
  ...more,
})
const at = (more: Parameters<typeof thread>[0]) => positionOf(thread(more), texts)

describe("threads stand in the order of the text", () => {
  test("the whole before its sections, a section before its passages, one text before the next", () => {
    const order = [
      at({ about: "text" }),
      at({ about: "section", place: "one" }),
      at({ place: "one", quote: "words" }),
      at({ about: "section", place: "two" }),
      at({ quote: "same words" }),
      at({ meetingId: null, documentId: "d", about: "text" }),
      at({ meetingId: null, documentId: "d", place: "aims", quote: "more of them" }),
    ]
    expect([...order].reverse().sort(comparePositions)).toEqual(order)
  })

  test("a passage is found by its words, whatever blanks stand between them", () => {
    expect(at({ quote: "The same\nwords" })).toMatchObject({ text: 0, section: 1, offset: 0 })
  })

  test("of words that stand more than once those count that have the same around them", () => {
    const twice = { ...section("aims", "a call, then a call"), notes: "no call" }
    const of = [{ textId: "m", sections: [twice, section("more", "a call")] }] as never
    const on = (quoteBefore: string, quoteAfter: string) =>
      positionOf(thread({ place: "text", quote: "a call", quoteBefore, quoteAfter }), of)
    expect(on("a call, then ", "")).toEqual({ text: 0, section: 0, offset: 10 })
    expect(on("then a call", "no call")).toEqual({ text: 0, section: 1, offset: 0 })
    const noted = positionOf(thread({ place: "text", quote: "no call" }), of)
    expect(noted).toEqual({ text: 0, section: 0, offset: 15 })
  })

  test("what stands there no longer comes last in its text, what is of no text last of all", () => {
    const lost = at({ quote: "never said" })
    const elsewhere = at({ meetingId: "other" })
    const gone = at({ place: "two", quote: "never said" })
    const last = at({ about: "section", place: "two" })
    expect([elsewhere, lost, gone, last].sort(comparePositions)).toEqual([
      last,
      gone,
      lost,
      elsewhere,
    ])
    expect(lost.text).toBe(0)
  })
})
