import { describe, expect, test } from "vitest"
import { compareDocuments } from "./compare"
import type { DocumentBlock, DocumentInline, DocumentText } from "./model"
import { plainDocument } from "./plain"

const words = (text: string) => ({ type: "text" as const, text })
const par = (...content: DocumentInline[]): DocumentBlock => ({ type: "paragraph", content })
const text = (...content: DocumentBlock[]): DocumentText => ({ schema: 2, content })
const cell = (said: string) => ({
  type: "tableCell" as const,
  content: [{ type: "paragraph" as const, content: [words(said)] }],
})

describe("a document as plain text", () => {
  test("has its headings, lists, rows and notes, each where it stands", () => {
    const whole = text(
      {
        type: "heading",
        attrs: { level: 2, id: crypto.randomUUID() },
        content: [words("Aims")],
      },
      par(words("We meet"), { type: "footnote", content: [words("Online.")] }, words(".")),
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          { type: "listItem", content: [{ type: "paragraph", content: [words("third")] }] },
        ],
      },
      { type: "table", content: [{ type: "tableRow", content: [cell("Area"), cell("Rank")] }] },
    )
    expect(plainDocument(whole)).toBe(
      "## Aims\n\nWe meet[1].\n\n3. third\n\n| Area | Rank |\n\n[1] Online.",
    )
  })
})

describe("two texts compared", () => {
  test("word by word, with what came and what went", () => {
    const older = text(par(words("The group meets every month.")))
    const newer = text(par(words("The group meets every two weeks.")))
    const { parts, added, removed, formatting } = compareDocuments(older, newer, "en")
    expect(
      parts
        .filter(({ kind }) => kind !== "added")
        .map(({ text }) => text)
        .join(""),
    ).toBe("The group meets every month.")
    expect(
      parts
        .filter(({ kind }) => kind !== "removed")
        .map(({ text }) => text)
        .join(""),
    ).toBe("The group meets every two weeks.")
    expect({ added, removed, formatting }).toEqual({ added: 2, removed: 1, formatting: false })
  })

  test("in a cell of a table and in a note", () => {
    const of = (rank: string, note: string) =>
      text(
        { type: "table", content: [{ type: "tableRow", content: [cell("Area"), cell(rank)] }] },
        par({ type: "footnote", content: [words(note)] }),
      )
    const { parts } = compareDocuments(of("1", "Old"), of("2", "New"), "en")
    expect(parts.filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual([
      ..."12",
      "Old",
      "New",
    ])
  })

  test("say so when the words are the same and look otherwise", () => {
    const bold = text(par({ type: "text", text: "Same", marks: [{ type: "bold" }] }))
    expect(compareDocuments(text(par(words("Same"))), bold, "en").formatting).toBe(true)
    expect(compareDocuments(bold, bold, "en").formatting).toBe(false)
  })
})
