import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryText } from "./arbitrary-text"
import { minutesText } from "./input"
import { emptyText, LIMITS } from "./model"

const id = "11111111-1111-4111-8111-111111111111"
const doc = (...content: unknown[]) => ({ ...emptyText([]), sections: sections(content) })
const sections = (content: unknown[]) => ({
  opening: { type: "doc", content },
  closing: { type: "doc", content: [{ type: "paragraph" }] },
})
const line = (...content: unknown[]) => ({ type: "paragraph", content })
const messages = (value: unknown) => {
  const result = minutesText.safeParse(value)
  return result.success ? [] : result.error.issues.map((issue) => issue.message)
}

describe("minutesText", () => {
  it("takes every text of the model and changes nothing in it", () => {
    fc.assert(
      fc.property(arbitraryText, (text) => {
        expect(minutesText.parse(JSON.parse(JSON.stringify(text)))).toEqual(text)
      }),
    )
  })

  it("names a node that it does not know, and its section", () => {
    expect(messages(doc(line({ type: "text", text: "a" }), { type: "table" }))).toEqual([
      'Unknown node "table" in section opening',
    ])
  })

  it("names a mark that it does not know", () => {
    const text = { type: "text", text: "a", marks: [{ type: "underline" }] }
    expect(messages(doc(line(text)))).toEqual(['Unknown mark "underline" in section opening'])
  })

  it("refuses a newer schema by its number", () => {
    expect(messages({ ...emptyText([]), schema: 2 })).toEqual([
      "The text has schema 2; this version reads 1",
    ])
  })

  it.each([
    ["an attribute that the model does not have", { type: "decision", attrs: { id, state: "x" } }],
    ["a decision in a decision", { type: "decision", attrs: { id }, content: [decision()] }],
    ["a quote in a statement", statement([{ type: "blockquote", content: [line()] }])],
    ["a list item outside a list", { type: "listItem", content: [{ type: "paragraph" }] }],
    ["a due date that no calendar has", action({ due: "2023-02-29" })],
    ["an owner without a name", action({ owners: [{ personId: null, name: " " }] })],
    ["an empty text node", line({ type: "text", text: "" })],
    ["a character that Postgres cannot store", line({ type: "text", text: "a\u0000b" })],
    ["half a surrogate pair", line({ type: "text", text: "a\ud800b" })],
    ["an empty block", { type: "decision", attrs: { id }, content: [] }],
  ])("refuses %s", (_what, block) => {
    expect(messages(doc(block))).not.toEqual([])
  })

  it.each(["javascript:alert(1)", "data:text/html,x", "//example.org", " java\nscript:x", "x"])(
    "refuses a link to %j",
    (href) => {
      const text = { type: "text", text: "a", marks: [{ type: "link", attrs: { href } }] }
      expect(messages(doc(line(text)))).not.toEqual([])
    },
  )

  it.each(["https://example.org/a?b#c", "http://example.org", "mailto:a@example.org"])(
    "takes a link to %s",
    (href) => {
      const text = { type: "text", text: "a", marks: [{ type: "link", attrs: { href } }] }
      expect(messages(doc(line(text)))).toEqual([])
    },
  )

  it("refuses two blocks with one id", () => {
    expect(messages(doc(decision(), decision()))).toEqual([`Two blocks have the id ${id}`])
  })

  it("refuses an order that does not name every section once", () => {
    const text = emptyText([{ id }])
    const order = { ...text, order: ["opening", "closing"] }
    const twice = { ...text, order: ["opening", id, id] }
    expect(messages(order)).toEqual(["The order does not name every section once"])
    expect(messages(twice)).toEqual(["The order does not name every section once"])
  })

  it("refuses a text that is too deep without exhausting the stack", () => {
    let inner: unknown = { type: "paragraph" }
    for (let depth = 0; depth < 20_000; depth++) inner = { type: "bulletList", content: [inner] }
    expect(messages(doc(inner))).toEqual([`More than ${LIMITS.depth} levels in section opening`])
  })

  it("refuses a text that is too long", () => {
    const long = { type: "text", text: "a".repeat(LIMITS.characters / 2) }
    expect(messages(doc(line(long), line(long), line({ type: "text", text: "b" })))).toEqual([
      `More than ${LIMITS.characters} characters in section opening`,
    ])
  })

  it.each([[null], ["text"], [[]], [{ schema: 1 }], [{ schema: 1, order: [], sections: null }]])(
    "refuses %j",
    (value) => {
      expect(minutesText.safeParse(value).success).toBe(false)
    },
  )
})

function decision() {
  return { type: "decision", attrs: { id }, content: [{ type: "paragraph" }] }
}
function statement(content: unknown[]) {
  return { type: "statement", attrs: { id, personId: null, name: "A", capacity: "" }, content }
}
function action(attrs: object) {
  return {
    type: "action",
    attrs: { id, owners: [], due: null, ...attrs },
    content: [{ type: "paragraph" }],
  }
}
