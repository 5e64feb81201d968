import { describe, expect, test } from "vitest"
import type { Run } from "@/lib/minutes/authorship"
import { ownOrigin } from "@/lib/platform/env"
import { compareDocuments } from "./compare"
import type { DocumentBlock, DocumentInline, DocumentText } from "./model"
import { plainDocument } from "./plain"
import { withoutRecords } from "./without-records"

const words = (text: string) => ({ type: "text" as const, text })
const par = (...content: DocumentInline[]): DocumentBlock => ({ type: "paragraph", content })
const text = (...content: DocumentBlock[]): DocumentText => ({ schema: 2, content })
const compare = (older: DocumentText, newer: DocumentText) =>
  compareDocuments({ text: older, of: older, runs: [] }, { text: newer, of: newer, runs: [] }, "en")
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
    const { parts, added, removed, changed } = compare(older, newer)
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
    expect({ added, removed, changed }).toEqual({ added: 2, removed: 1, changed: "words" })
  })

  test("in a cell of a table and in a note", () => {
    const of = (rank: string, note: string) =>
      text(
        { type: "table", content: [{ type: "tableRow", content: [cell("Area"), cell(rank)] }] },
        par({ type: "footnote", content: [words(note)] }),
      )
    const { parts } = compare(of("1", "Old"), of("2", "New"))
    expect(parts.filter(({ kind }) => kind !== "same").map(({ text }) => text)).toEqual([
      ..."12",
      "Old",
      "New",
    ])
  })

  test("name whoever wrote what came and what went, in tables and notes too, and in a version", () => {
    const older = text(par(words("The group meets every month.")))
    const named = { type: "mention", attrs: { personId: "samir", label: "Samir" } } as const
    const newer = text(
      par(words("The group meets every two weeks."), {
        type: "footnote",
        content: [words("Online.")],
      }),
      { type: "table", content: [{ type: "tableRow", content: [cell("Rank")] }] },
      par(named, words(" asks.")),
    )
    const runs: Run[] = [
      ["ilva", "The group meets every ".length],
      ["samir", "two weeks".length],
      ["ilva", ".".length],
      ["hyejin", "Online.".length],
      ["samir", "Rank".length],
      ["ilva", " asks.".length],
    ]
    const before = { text: older, of: older, runs: [["ilva", 40] satisfies Run] }
    for (const shown of [newer, withoutRecords(newer)]) {
      const { parts } = compareDocuments(before, { text: shown, of: newer, runs }, "en")
      const by = (said: string) => parts.find((part) => part.text.includes(said))?.by
      expect(["month", "two weeks", "Rank", "asks", "Online"].map(by)).toEqual([
        ...["ilva", "samir", "samir", "ilva", "hyejin"],
      ])
    }
  })

  const heading = (level: 1 | 2, id: string): DocumentBlock => ({
    type: "heading",
    attrs: { level, id },
    content: [words("Aims")],
  })
  const id = crypto.randomUUID()
  const bullet: DocumentBlock = {
    type: "bulletList",
    content: [{ type: "listItem", content: [{ type: "paragraph", content: [words("Aims")] }] }],
  }
  const quote: DocumentBlock = {
    type: "blockquote",
    content: [{ type: "paragraph", content: [words("Aims")] }],
  }
  test.each([
    ["a heading of another level", [heading(1, id)], [heading(2, id)]],
    ["a paragraph that is an entry of a list", [par(words("Aims"))], [bullet]],
    ["a paragraph that is a quote", [par(words("Aims"))], [quote]],
    ["a comma", [par(words("Ports and piers"))], [par(words("Ports, and piers"))]],
    ["a sign", [par(words("See § 4."))], [par(words("See 4."))]],
    ["a paragraph in two", [par(words("Aims. Ends."))], [par(words("Aims.")), par(words("Ends."))]],
  ])("say that something changed where no word did: %s", (_, older, newer) => {
    const found = compare(text(...older), text(...newer))
    expect(found).toMatchObject({ changed: "signs", added: 0, removed: 0 })
    expect(found.parts.some(({ kind }) => kind !== "same")).toBe(true)
  })

  test("are the same where a version is its revision, whoever and whatever it names", () => {
    const revision = text(
      par(
        { type: "mention", attrs: { personId: "samir", label: "Samir" } },
        {
          type: "text",
          text: " asks there.",
          marks: [{ type: "link", attrs: { href: `${ownOrigin()}/desk/wg-tides` } }],
        },
      ),
    )
    const of = { of: revision, runs: [] }
    const version = { text: withoutRecords(revision), ...of }
    for (const [older, newer] of [
      [version, { text: revision, ...of }],
      [{ text: revision, ...of }, version],
    ] as const) {
      const found = compareDocuments(older, newer, "en")
      expect(found).toMatchObject({ changed: "nothing" })
      expect(found.parts.map(({ kind }) => kind)).toEqual(["same"])
    }
  })

  test("say so when the words are the same and look otherwise", () => {
    const bold = text(par({ type: "text", text: "Same", marks: [{ type: "bold" }] }))
    expect(compare(text(par(words("Same"))), bold).changed).toBe("formatting")
    expect(compare(bold, bold).changed).toBe("nothing")
  })
})
