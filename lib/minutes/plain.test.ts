import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc } from "./arbitrary-text"
import { minutesText } from "./input"
import { type Block, emptyDoc, emptyText, type SectionDoc } from "./model"
import { type PlainWords, plainDoc } from "./plain"
import type { KnownPerson } from "./plain-names"
import { readPlain } from "./plain-read"

const words: PlainWords = {
  statement: "STATEMENT",
  decision: "DECISION",
  action: "ACTION",
  question: "QUESTION",
  owners: "OWNERS",
  due: "DUE",
  outcome: "OUTCOME",
}
const personId = "33333333-3333-4333-8333-333333333333"
const people: KnownPerson[] = [{ id: personId, name: "Samir Koskela" }]
const id = "11111111-1111-4111-8111-111111111111"
const line = (text: string): Block & { type: "paragraph" } => ({
  type: "paragraph",
  content: [{ type: "text", text }],
})
const doc = (...content: Block[]): SectionDoc => ({ type: "doc", content })
const read = (typed: string, old = emptyDoc()) => readPlain(old, typed, words, people)
const isValid = (section: SectionDoc) => {
  const text = emptyText([])
  return minutesText.safeParse({ ...text, sections: { ...text.sections, opening: section } })
    .success
}

describe("readPlain", () => {
  it("changes nothing when nothing was typed, whatever the section holds", () => {
    fc.assert(
      fc.property(arbitraryDoc, (old) => {
        const sent = plainDoc(old, words).replaceAll("\n", "\r\n")
        expect(read(`${sent}\r\n`, old)).toBe(old)
      }),
    )
  })

  it("keeps every untouched block exactly and adds what was typed", () => {
    fc.assert(
      fc.property(arbitraryDoc, (old) => {
        const section = read(`${plainDoc(old, words)}\n\nadded at the end`, old)
        const kept = old.content.filter((block) => plainDoc(doc(block), words) !== "")
        expect(section.content).toEqual([...kept, line("added at the end")])
      }),
    )
  })

  it("always gives a section that fits the model", () => {
    fc.assert(
      fc.property(arbitraryDoc, fc.string(), fc.string(), (old, before, after) => {
        expect(isValid(read(`${before}\n\n${plainDoc(old, words)}\n${after}`, old))).toBe(true)
      }),
    )
  })

  it("reads a decision, a list, a quote and a paragraph", () => {
    const section = read("Opened.\n\nDECISION: Meet again.\n\n- one\n- two\n\n> said")
    expect(section.content.map((block) => block.type)).toEqual([
      "paragraph",
      "decision",
      "bulletList",
      "blockquote",
    ])
    expect(plainDoc(section, words)).toBe(
      "Opened.\n\nDECISION: Meet again.\n\n- one\n- two\n\n> said",
    )
  })

  it("reads owners and due date, and knows who is on the list", () => {
    const [action] = read(
      "ACTION: Write.\nOWNERS: samir koskela; Nobody Known\nDUE: 2022-03-14",
    ).content
    expect(action).toMatchObject({
      type: "action",
      attrs: {
        owners: [
          { personId, name: "Samir Koskela" },
          { personId: null, name: "Nobody Known" },
        ],
        due: "2022-03-14",
      },
      content: [line("Write.")],
    })
  })

  it.each(["next Friday", "2023-02-29", "2022-3-14"])(
    "leaves %j as due date in the text",
    (due) => {
      const [action] = read(`ACTION: Write.\nDUE: ${due}`).content
      expect(action).toMatchObject({
        attrs: { due: null },
        content: [line("Write."), line(`DUE: ${due}`)],
      })
    },
  )

  it("reads who made a statement and in what capacity", () => {
    const [statement] = read("STATEMENT: Samir Koskela (MAG member)\nA fixed point.").content
    expect(statement).toMatchObject({
      attrs: { personId, name: "Samir Koskela", capacity: "MAG member" },
      content: [line("A fixed point.")],
    })
  })

  it("keeps the id of a decision that was reworded", () => {
    const old = doc({ type: "decision", attrs: { id }, content: [line("Meet in March.")] })
    expect(read("DECISION: Meet in April.", old).content).toEqual([
      { type: "decision", attrs: { id }, content: [line("Meet in April.")] },
    ])
  })

  it("reads links and mentions of people who are known", () => {
    const [paragraph] = read("See [the plan](https://example.org/p), @Samir Koskela said.").content
    expect(paragraph).toEqual({
      type: "paragraph",
      content: [
        { type: "text", text: "See " },
        {
          type: "text",
          text: "the plan",
          marks: [{ type: "link", attrs: { href: "https://example.org/p" } }],
        },
        { type: "text", text: ", " },
        { type: "mention", attrs: { personId, label: "Samir Koskela" } },
        { type: "text", text: " said." },
      ],
    })
  })
})
