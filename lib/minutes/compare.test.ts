import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryItems, arbitraryTextFor, line, textOf } from "./arbitrary-text"
import { type Run, writtenBy } from "./authorship"
import { compareTexts, type Written } from "./compare"
import { compareWords } from "./compare-words"
import { type MinutesText, type RecordBlock, type SectionDoc, sectionOf } from "./model"
import { type PlainWords, plainDoc } from "./plain"

const words: PlainWords = {
  statement: "Statement",
  decision: "Decision",
  action: "Action",
  question: "Question",
  owners: "Owners",
  due: "Due",
  outcome: "Outcome",
}
const blockId = "c0ffee00-0000-4000-8000-000000000001"
const by = (text: MinutesText, who: string | null): Written => ({
  text,
  authorship: writtenBy(who, text.order),
})
const compare = (older: MinutesText, newer: MinutesText) =>
  compareTexts(by(older, "ilva"), by(newer, "samir"), words, "en")
const without = (parts: readonly { kind: string; text: string }[], kind: string) =>
  parts
    .filter((part) => part.kind !== kind)
    .map((part) => part.text)
    .join("")
const doc = (...content: SectionDoc["content"]): SectionDoc => ({ type: "doc", content })

describe("compareWords", () => {
  it("finds the words that changed and no others", () => {
    const { parts, coarse } = compareWords("Open until March 10th.", "Open until March 14th.", "en")
    expect(parts).toEqual([
      { kind: "same", text: "Open until March " },
      { kind: "removed", text: "10th" },
      { kind: "added", text: "14th" },
      { kind: "same", text: "." },
    ])
    expect(coarse).toBe(false)
  })

  it("gives back both texts, whatever they are", () => {
    const lines = fc
      .array(fc.constantFrom("one", "two", "three\n", "\n\n", " ", "four five\n\n"), {
        maxLength: 30,
      })
      .map((list) => list.join(""))
    const some = fc.oneof(fc.string({ unit: "binary" }), lines)
    fc.assert(
      fc.property(some, some, fc.boolean(), (older, newer, hurried) => {
        const until = hurried ? 0 : undefined
        const { parts } = compareWords(older, newer, "en", until)
        expect(without(parts, "added")).toBe(older)
        expect(without(parts, "removed")).toBe(newer)
      }),
    )
  })

  it("says when it had no time for words", () => {
    const long = (word: string) => Array.from({ length: 500 }, (_, n) => word + n).join(" ")
    expect(compareWords(long("a"), long("b"), "en", 0).coarse).toBe(true)
  })
})

describe("compareTexts", () => {
  it("gives back both texts section by section, with everybody's words", () => {
    const pair = arbitraryItems.chain((items) =>
      fc.tuple(arbitraryTextFor(items), arbitraryTextFor([...items].reverse())),
    )
    fc.assert(
      fc.property(pair, ([older, newer]) => {
        for (const { section, parts } of compare(older, newer).sections) {
          expect(without(parts, "added")).toBe(plainDoc(sectionOf(older, section), words))
          expect(without(parts, "removed")).toBe(plainDoc(sectionOf(newer, section), words))
          expect(parts.filter(({ kind, by }) => kind === "removed" && by === "samir")).toEqual([])
          expect(parts.filter(({ kind, by }) => kind === "added" && by === "ilva")).toEqual([])
        }
      }),
      { numRuns: 60 },
    )
  })

  it("finds no change between a text and itself", () => {
    const text = textOf([], { opening: line("words") })
    const { sections } = compare(text, structuredClone(text))
    expect(sections.map(({ changed, place }) => [changed, place])).toEqual([
      [false, "stays"],
      [false, "stays"],
    ])
  })

  it("tells the words of several people apart, and never cuts a word", () => {
    const older = by(textOf([], { opening: line("The plan") }), "ilva")
    const newer: Written = {
      text: textOf([], { opening: line("The plan was adopted and sent out") }),
      authorship: {
        opening: [
          ["ilva", 8],
          ["samir", 6],
          ["hyejin", 2],
          ["samir", 5],
          ["hyejin", 12],
        ] as Run[],
      },
    }
    const [opening] = compareTexts(older, newer, words, "en").sections
    expect(opening?.parts).toEqual([
      { kind: "same", text: "The plan", by: null },
      { kind: "added", text: " was adopted ", by: "samir" },
      { kind: "added", text: "and sent out", by: "hyejin" },
    ])
  })

  it("says who had written what was removed", () => {
    const [opening] = compare(
      textOf([], { opening: line("The plan was long") }),
      textOf([], { opening: line("The plan") }),
    ).sections
    expect(opening?.parts).toEqual([
      { kind: "same", text: "The plan", by: null },
      { kind: "removed", text: " was long", by: "ilva" },
    ])
  })

  const [a, b, c] = ["a", "b", "c"].map((n) => blockId.replace("c0ffee00", `${n}0ffee00`))
  if (!a || !b || !c) throw new Error("no ids")

  it("says which section moved, which is new and which is gone", () => {
    const older = textOf([a, b], { [a]: line("alpha"), [b]: line("beta") })
    const newer = textOf([c, b], { [c]: line("gamma"), [b]: line("beta") })
    const { sections } = compare(older, newer)
    expect(sections.map(({ section, place }) => [section, place])).toEqual([
      ["opening", "stays"],
      [c, "added"],
      [b, "stays"],
      ["closing", "stays"],
      [a, "gone"],
    ])
    const moved = compare(textOf([a, b, c], {}), textOf([c, a, b], {})).sections
    expect(moved.filter(({ place }) => place === "moved").map(({ section }) => section)).toEqual([
      c,
    ])
  })

  const set = (block: RecordBlock) => textOf([], { opening: doc(block) })
  const content: RecordBlock["content"] = [
    { type: "paragraph", content: [{ type: "text", text: "Write." }] },
  ]

  it("says what was set otherwise: owner, day, outcome, speaker", () => {
    const action = (due: string | null, ...names: string[]) =>
      set({
        type: "action",
        attrs: { id: blockId, due, owners: names.map((name) => ({ personId: null, name })) },
        content,
      })
    const question = (outcome: string | null) =>
      set({ type: "question", attrs: { id: blockId, outcome }, content })
    const statement = (name: string) =>
      set({
        type: "statement",
        attrs: { id: blockId, personId: null, name, capacity: "" },
        content,
      })
    const said = (older: MinutesText, newer: MinutesText) =>
      compare(older, newer).sections.flatMap(({ attributes }) =>
        attributes.map(({ what, before, after }) => [what, before, after]),
      )
    expect(said(action(null, "Ilva", "Samir"), action("2022-03-14", "Samir", "Hyejin"))).toEqual([
      ["owner", "Ilva", null],
      ["owner", null, "Hyejin"],
      ["due", null, "2022-03-14"],
    ])
    expect(said(question("Later"), question(null))).toEqual([["outcome", "Later", null]])
    expect(said(statement("Ilva"), statement("Samir"))).toEqual([["speaker", "Ilva", "Samir"]])
  })

  it("says that only the formatting changed", () => {
    const [opening] = compare(
      textOf([], { opening: line("words") }),
      textOf([], {
        opening: doc({
          type: "paragraph",
          content: [{ type: "text", text: "words", marks: [{ type: "bold" }] }],
        }),
      }),
    ).sections
    expect(opening).toMatchObject({ changed: true, formatting: true })
    const list = doc({
      type: "bulletList",
      content: [
        {
          type: "listItem",
          content: [{ type: "paragraph", content: [{ type: "text", text: "words" }] }],
        },
      ],
    })
    const [listed] = compare(
      textOf([], { opening: line("words") }),
      textOf([], { opening: list }),
    ).sections
    expect(listed?.formatting).toBe(true)
  })
})
