import { describe, expect, it } from "vitest"
import { listActions, listDecisions, listPersonIds, listQuestions, listStatements } from "./listing"
import { type Block, countWords, emptyText, type MinutesText, plainText } from "./model"

const person = "33333333-3333-4333-8333-333333333333"
const other = "44444444-4444-4444-8444-444444444444"
const item = "11111111-1111-4111-8111-111111111111"
const line = (text: string): Block & { type: "paragraph" } => ({
  type: "paragraph",
  content: [{ type: "text", text }],
})
const text: MinutesText = {
  ...emptyText([{ id: item }]),
  sections: {
    opening: {
      type: "doc",
      content: [
        { type: "decision", attrs: { id: item }, content: [line("First"), line("and more")] },
        {
          type: "statement",
          attrs: { id: other, personId: person, name: "A", capacity: "" },
          content: [line("Said")],
        },
      ],
    },
    [item]: {
      type: "doc",
      content: [
        { type: "decision", attrs: { id: person }, content: [line("Second")] },
        {
          type: "action",
          attrs: { id: crypto.randomUUID(), owners: [{ personId: other, name: "B" }], due: null },
          content: [line("Do")],
        },
        { type: "question", attrs: { id: item, outcome: null }, content: [line("Why?")] },
      ],
    },
    closing: { type: "doc", content: [line("Ended.")] },
  },
}

describe("listings", () => {
  it("number decisions through all sections, in reading order", () => {
    expect(listDecisions(text).map(({ section, text, place }) => [section, text, place])).toEqual([
      ["opening", "First\nand more", 1],
      [item, "Second", 2],
    ])
  })

  it("find the other kinds", () => {
    expect(listActions(text).map((action) => action.block.attrs.owners)).toEqual([
      [{ personId: other, name: "B" }],
    ])
    expect(listStatements(text).map((statement) => statement.text)).toEqual(["Said"])
    expect(listQuestions(text).map((question) => question.text)).toEqual(["Why?"])
  })

  it("name every person once", () => {
    expect(listPersonIds(text)).toEqual([person, other])
  })
})

describe("words", () => {
  it("are counted over all sections as the language counts them", () => {
    expect(countWords(text, "en")).toBe(8)
  })

  it("stand in reading order", () => {
    expect(plainText(text)).toBe("First\nand more\nSaid\n\nSecond\nDo\nWhy?\n\nEnded.")
  })
})
