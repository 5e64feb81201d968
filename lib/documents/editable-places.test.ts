import { describe, expect, test } from "vitest"
import { line, textOf } from "./arbitrary-text"
import { editableText } from "./editable"
import { readEditable } from "./editable-read"
import { hrefOf } from "./links"
import { type DocumentBlock, documentWords, headingIdAt } from "./model"

const heading = (text: string, id: string): DocumentBlock => ({
  type: "heading",
  attrs: { level: 1, id },
  content: [{ type: "text", text }],
})

describe("a place of a document that is changed in a plain field", () => {
  const [one, two, three] = [1, 2, 3].map(headingIdAt) as [string, string, string]
  const sections = (...parts: [string, string, string?][]) =>
    textOf(
      ...parts.flatMap(([id, name, words]) => [
        heading(name, id),
        ...(words === undefined ? [] : [line(words)]),
      ]),
    )
  const headingsOf = (text: ReturnType<typeof readEditable>) =>
    text.content.flatMap((block) =>
      block.type === "heading" ? [`${block.attrs.id} ${documentWords(textOf(block))}`] : [],
    )

  test("gives no heading the id of another that is deleted beside it", () => {
    const old = sections([one, "Aims", "We meet."], [two, "Budget", "It costs 400."])
    const read = readEditable(old, "# Money\n\nIt costs 400.")
    expect(headingsOf(read)).toEqual([`${two} Money`])
  })

  test("knows a heading by its words where nothing stands under it", () => {
    const old = sections([one, "Aims of the group"], [two, "Budget of the year"], [three, "End"])
    const read = readEditable(old, "# Budget of a year\n\n# End")
    expect(headingsOf(read)).toEqual([`${two} Budget of a year`, `${three} End`])
  })

  test("knows headings by their order where all of them are named anew", () => {
    const read = readEditable(sections([one, "Aims"], [two, "Money"]), "# Purpose\n\n# Budget")
    expect(headingsOf(read)).toEqual([`${one} Purpose`, `${two} Budget`])
  })

  test("gives another section, with other words under it, an id of its own", () => {
    const old = sections([one, "Aims", "We meet."], [two, "End", "Thank you."])
    const read = readEditable(old, "# Money\n\nIt costs 400.\n\n# End\n\nThank you.")
    const [first, second] = headingsOf(read)
    expect(first).toMatch(/ Money$/)
    expect(first).not.toContain(one)
    expect(second).toBe(`${two} End`)
  })

  test("reads a heading and the line right under it as the same heading", () => {
    const old = sections([one, "Aims", "We meet."], [two, "Budget", "It costs 400."])
    const read = readEditable(old, "# Aims\nWe meet often.\n\n# Budget\n\nIt costs 400.")
    expect(headingsOf(read)).toEqual([`${one} Aims`, `${two} Budget`])
  })

  test("keeps whom it names and where its links lead", () => {
    const missing = hrefOf({ to: "missing", label: "Annex (draft)" })
    const block = (words: string): DocumentBlock => ({
      type: "paragraph",
      content: [
        { type: "text", text: words },
        { type: "text", text: "annex", marks: [{ type: "link", attrs: { href: missing } }] },
        { type: "text", text: " by " },
        { type: "mention", attrs: { personId: one, label: "Maria Silva" } },
        { type: "footnote", content: [{ type: "mention", attrs: { personId: two, label: "Bo" } }] },
      ],
    })
    const old = textOf(block("The "))
    const read = readEditable(old, editableText(old).replace("The ", "Our "))
    expect(read).toEqual(textOf(block("Our ")))
  })

  test("keeps the heads of the rows and columns of its table", () => {
    const cell = (type: "tableCell" | "tableHeader", words: string) => ({
      type,
      content: [line(words) as { type: "paragraph" }],
    })
    const rows = (...names: [string, ...string[]][]): DocumentBlock => ({
      type: "table",
      content: names.map(([first, ...rest], place) => ({
        type: "tableRow",
        content: [
          cell("tableHeader", first),
          ...rest.map((words) => cell(place === 0 ? "tableHeader" : "tableCell", words)),
        ],
      })),
    })
    const old = textOf(rows(["Area", "Rank"], ["Access", "1"], ["Trust", "2"]))
    const typed = editableText(old)
    expect(readEditable(old, typed.replace("| 2 |", "| 3 |"))).toEqual(
      textOf(rows(["Area", "Rank"], ["Access", "1"], ["Trust", "3"])),
    )
    expect(readEditable(old, `${typed.replace("Trust", "Faith")}\n| Youth | 4 |`)).toEqual(
      textOf(rows(["Area", "Rank"], ["Access", "1"], ["Faith", "2"], ["Youth", "4"])),
    )
    const wider =
      "| Area | Lead | Rank |\n| --- | --- | --- |\n| Access | Bo | 1 |\n| Trust | Bo | 2 |"
    expect(readEditable(old, wider)).toEqual(
      textOf(rows(["Area", "Lead", "Rank"], ["Access", "Bo", "1"], ["Trust", "Bo", "2"])),
    )
  })

  test("keeps one cell that is a head on its own", () => {
    const cell = (words: string, type: "tableCell" | "tableHeader" = "tableCell") => ({
      type,
      content: [line(words) as { type: "paragraph" }],
    })
    const table = (last: string): DocumentBlock => ({
      type: "table",
      content: [
        { type: "tableRow", content: [cell("a"), cell("b")] },
        { type: "tableRow", content: [cell("Sum", "tableHeader"), cell(last)] },
      ],
    })
    const old = textOf(table("1"))
    expect(readEditable(old, editableText(old).replace("| 1 |", "| 2 |"))).toEqual(
      textOf(table("2")),
    )
  })
})
