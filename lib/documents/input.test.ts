import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDocument, line, textOf } from "./arbitrary-text"
import { documentText } from "./input"
import { documentLinks, hrefOf, isDocumentLink, type Reference, referenceIn } from "./links"
import {
  blockWords,
  documentWords,
  emptyDocument,
  footnotesOf,
  headingIdAt,
  type TableCell,
} from "./model"

const id = "11111111-1111-4111-8111-111111111111"
const other = "22222222-2222-4222-8222-222222222222"
const messages = (value: unknown) => {
  const result = documentText.safeParse(value)
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}
const doc = (...content: unknown[]) => ({ schema: 2, content })
const said = (text: string) => ({ type: "text" as const, text })
const cell = (text: string, type: "tableCell" | "tableHeader" = "tableCell") => ({
  type,
  content: [{ type: "paragraph" as const, content: [said(text)] }],
})
const row = (...content: TableCell[]) => ({ type: "tableRow" as const, content })
const link = (href: string) => ({
  type: "paragraph",
  content: [{ type: "text", text: "a", marks: [{ type: "link", attrs: { href } }] }],
})

describe("the text of a document", () => {
  it("takes every text of the model and changes nothing in it", () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        expect(documentText.parse(JSON.parse(JSON.stringify(text)))).toEqual(text)
      }),
    )
  })

  it("reads a text of the first form, and gives its headings ids that stay", () => {
    const heading = { type: "heading", attrs: { level: 1 }, content: [said("Aims")] }
    const read = documentText.parse({ schema: 1, content: [line("Before"), heading] })
    expect(read).toEqual({
      schema: 2,
      content: [line("Before"), { ...heading, attrs: { level: 1, id: headingIdAt(1) } }],
    })
    expect(documentText.parse(read)).toEqual(read)
  })

  it("takes one that has no word yet", () => {
    expect(documentText.parse(emptyDocument())).toEqual({ schema: 2, content: [] })
  })

  it("knows no table in the first form", () => {
    const table = { type: "table", content: [row(cell("a"))] }
    expect(messages({ schema: 1, content: [table] })).not.toEqual([])
    expect(messages(doc(table))).toEqual([])
  })

  it("refuses a newer form, and names a node and a mark that it does not know", () => {
    expect(messages({ schema: 3, content: [] })).toEqual([
      "The text has schema 3; this version reads 2",
    ])
    expect(messages(doc({ type: "image" }))).toEqual(['Unknown node "image"'])
    const marked = { ...said("a"), marks: [{ type: "comment" }] }
    expect(messages(doc({ type: "paragraph", content: [marked] }))).toEqual([
      'Unknown mark "comment"',
    ])
  })

  it.each([
    ["a heading without an id", { type: "heading", attrs: { level: 1 } }],
    ["a heading of level 7", { type: "heading", attrs: { level: 7, id } }],
    [
      "a row that is shorter",
      { type: "table", content: [row(cell("a"), cell("b")), row(cell("c"))] },
    ],
    ["a table without a row", { type: "table", content: [] }],
    ["a row without a cell", { type: "table", content: [{ type: "tableRow", content: [] }] }],
    ["a cell outside a table", cell("a")],
    [
      "a cell that spans two",
      { type: "table", content: [row({ ...cell("a"), attrs: { colspan: 2 } } as never)] },
    ],
    [
      "a table in a quote",
      { type: "blockquote", content: [{ type: "table", content: [row(cell("a"))] }] },
    ],
    [
      "a note in a note",
      { type: "paragraph", content: [{ type: "footnote", content: [{ type: "footnote" }] }] },
    ],
    ["a note as a block", { type: "footnote" }],
    ["a decision", { type: "decision", attrs: { id }, content: [{ type: "paragraph" }] }],
  ])("refuses %s", (_what, block) => {
    expect(messages(doc(block))).not.toEqual([])
  })

  it("refuses two headings with one id", () => {
    const heading = { type: "heading", attrs: { level: 2, id } }
    expect(messages(doc(heading, heading))).toEqual([`Two headings have the id ${id}`])
  })

  it("refuses a text that is too deep, without exhausting anything", () => {
    let deep: unknown = { type: "paragraph" }
    for (let n = 0; n < 5_000; n++) deep = { type: "blockquote", content: [deep] }
    expect(messages(doc(deep))).toEqual(["More than 24 levels"])
  })
})

describe("links within the group", () => {
  const references: Reference[] = [
    { to: "meeting", meetingId: id },
    { to: "decision", meetingId: id, blockId: other },
    { to: "document", documentId: id },
    { to: "missing", label: "Travel policy / 2nd draft (50 %)" },
  ]
  it.each(references)("stand behind words as they are: %j", (reference) => {
    const href = hrefOf(reference)
    expect(referenceIn(href)).toEqual(reference)
    expect(messages(doc(link(href)))).toEqual([])
  })

  it.each([
    "record:meeting/33",
    `record:meeting/${id.toUpperCase()}x`,
    `record:mapping/${id}`,
    "record:missing/",
    "record:missing/%20padded",
    "record:missing/%E0%A4%A",
    "record:missing/two words",
    `record:missing/${"a".repeat(201)}`,
    "record:missing/a%0Ab",
    "javascript:alert(1)",
    "data:text/html,x",
    "//example.org",
  ])("are refused in any other form: %s", (href) => {
    expect(isDocumentLink(href)).toBe(false)
    expect(messages(doc(link(href)))).not.toEqual([])
  })

  it("are found in their order, in notes and cells too, with their words", () => {
    const href = hrefOf({ to: "missing", label: "Budget" })
    const marks = [{ type: "link" as const, attrs: { href } }]
    const bold = [...marks, { type: "bold" as const }]
    const text = textOf(
      {
        type: "paragraph",
        content: [
          { ...said("the "), marks },
          { ...said("budget"), marks: bold },
          said(" and "),
          { type: "footnote", content: [{ ...said("there"), marks }] },
        ],
      },
      {
        type: "table",
        content: [
          row({
            type: "tableCell",
            content: [{ type: "paragraph", content: [{ ...said("again"), marks }] }],
          }),
        ],
      },
    )
    expect(documentLinks(documentText.parse(text))).toEqual([
      { href, words: "the budget" },
      { href, words: "there" },
      { href, words: "again" },
    ])
  })
})

it("reads as words: rows in lines, cells behind tabs, notes at the end", () => {
  const note = { type: "footnote" as const, content: [said("Not all of them.")] }
  const text = textOf(
    { type: "heading", attrs: { level: 1, id }, content: [said("Aims")] },
    { type: "paragraph", content: [said("We agreed"), note, said(".")] },
    {
      type: "table",
      content: [
        row(cell("Area", "tableHeader"), cell("Rank", "tableHeader")),
        row(cell("Inclusion"), cell("1")),
      ],
    },
  )
  expect(documentWords(text)).toBe(
    "Aims\n\nWe agreed.\n\nArea\tRank\nInclusion\t1\n\nNot all of them.",
  )
  expect(footnotesOf(text)).toEqual([note])
  expect(blockWords(line("Alone"))).toBe("Alone")
})
