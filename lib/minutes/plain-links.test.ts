import { describe, expect, it } from "vitest"
import { emptyDoc, isLinkTarget, type SectionDoc } from "./model"
import { plainDoc } from "./plain"
import { partAtLinks } from "./plain-links"
import { readPlain } from "./plain-read"

const words = {
  statement: "STATEMENT",
  decision: "DECISION",
  action: "ACTION",
  question: "QUESTION",
  owners: "OWNERS",
  due: "DUE",
  outcome: "OUTCOME",
}
const read = (typed: string, old = emptyDoc()) => readPlain(old, typed, words, []).content

const linked = (text: string, href: string): SectionDoc => ({
  type: "doc",
  content: [
    {
      type: "paragraph",
      content: [
        { type: "text", text: "The old " },
        { type: "text", text, marks: [{ type: "link", attrs: { href } }] },
        { type: "text", text: " stands." },
      ],
    },
  ],
})

describe("a link in a plain field", () => {
  it.each([
    ["one with brackets in its address", "the list", "https://example.org/list%20(1).pdf"],
    ["one whose address opens a bracket", "the list", "https://example.org/list(1.pdf"],
    ["one whose address closes a bracket", "the list", "https://example.org/a)b.pdf"],
    ["one whose address has a blank", "the list", "https://example.org/the list.pdf"],
    ["one with brackets in its words", "list [2] of the group", "https://example.org/list"],
    ["one whose words open a bracket", "list [2", "https://example.org/list"],
    ["one to a mailbox", "the list", "mailto:list@example.org"],
  ])("is kept when a word beside it changes: %s", (_, text, href) => {
    const old = linked(text, href)
    const typed = plainDoc(old, words).replace("old", "new")
    const [paragraph] = linked(text, href).content
    expect(read(typed, old)).toEqual([
      { ...paragraph, content: [{ type: "text", text: "The new " }, ...inner(old).slice(1)] },
    ])
  })

  it("is read up to the bracket that closes its address, when it is typed anew", () => {
    const typed = "See ([the list](https://example.org/list_(1).pdf))."
    expect(read(typed)).toEqual([
      {
        type: "paragraph",
        content: [
          { type: "text", text: "See (" },
          {
            type: "text",
            text: "the list",
            marks: [{ type: "link", attrs: { href: "https://example.org/list_(1).pdf" } }],
          },
          { type: "text", text: ")." },
        ],
      },
    ])
  })

  it.each(["[a](https://)", "[a](javascript:alert(1))", "[a](no address)", "[a]()", "[](x)", "[a"])(
    "is none where no address stands: %s",
    (typed) => {
      expect(read(typed)).toEqual([{ type: "paragraph", content: [{ type: "text", text: typed }] }])
    },
  )

  it.each(["[", "[a](", "[a](https://example.org/(", "@", "@S"])(
    "is looked for in a long line of %j without end",
    (sign) => {
      const typed = sign.repeat(900_000 / sign.length)
      const people = Array.from({ length: 300 }, (_, place) => ({
        id: `${place}`,
        name: `Samir ${place}`,
      }))
      expect(readPlain(emptyDoc(), typed, words, people).content).toEqual([
        { type: "paragraph", content: [{ type: "text", text: typed }] },
      ])
    },
  )

  it("has no more of a line looked at than an address may have, however deep its brackets are", () => {
    const signs = (deep: number) => {
      let seen = 0
      const leads = (href: string) => {
        seen += href.length
        return isLinkTarget(href)
      }
      const typed = `${"[a](".repeat(deep)}${")".repeat(deep)}`
      expect(partAtLinks(typed, { leads, odd: [] })).toEqual([{ text: typed, href: null }])
      return seen
    }
    const few = signs(2_000)
    expect(few).toBeGreaterThan(0)
    expect(signs(4_000) / few).toBeLessThan(3)
  })
})

function inner({ content: [paragraph] }: SectionDoc) {
  return paragraph?.type === "paragraph" ? (paragraph.content ?? []) : []
}
