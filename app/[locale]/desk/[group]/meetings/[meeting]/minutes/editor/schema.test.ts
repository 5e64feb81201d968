import { Node } from "@tiptap/pm/model"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import { minutesText } from "@/lib/minutes/input"
import { emptyText, type Inline, type SectionDoc } from "@/lib/minutes/model"
import { schema } from "./arbitrary-schema"

/** The editor joins neighbours that look the same; nothing else may differ. */
function joined(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(joined).reduce<unknown[]>((list, node) => {
      const last = list.at(-1) as Inline | undefined
      const next = node as Inline
      const isSame =
        last?.type === "text" &&
        next.type === "text" &&
        JSON.stringify(last.marks) === JSON.stringify(next.marks)
      if (isSame) last.text += next.text
      else list.push(node)
      return list
    }, [])
  }
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, joined(inner)]))
}

describe("the schema of the editor", () => {
  it("has the nodes and marks of the model and no others", () => {
    expect(Object.keys(schema.nodes).sort()).toEqual([
      "action",
      "blockquote",
      "bulletList",
      "decision",
      "doc",
      "hardBreak",
      "listItem",
      "mention",
      "orderedList",
      "paragraph",
      "question",
      "statement",
      "text",
    ])
    expect(Object.keys(schema.marks).sort()).toEqual(["bold", "italic", "link"])
  })

  it("takes every section of the model and gives it back as it was", () => {
    fc.assert(
      fc.property(arbitraryDoc, (doc) => {
        const node = Node.fromJSON(schema, doc)
        node.check()
        expect(node.toJSON()).toEqual(joined(doc))
      }),
    )
  })

  it("refuses what the model refuses", () => {
    const decision = (inner: object) => ({
      type: "doc",
      content: [{ type: "decision", attrs: { id: "x" }, content: [inner] }],
    })
    for (const inner of [
      { type: "decision", attrs: { id: "y" }, content: [{ type: "paragraph" }] },
      { type: "blockquote", content: [{ type: "paragraph" }] },
    ]) {
      expect(() => Node.fromJSON(schema, decision(inner)).check()).toThrow()
    }
    expect(() => Node.fromJSON(schema, { type: "doc", content: [{ type: "table" }] })).toThrow()
  })

  it("begins with a document that the model takes", () => {
    const doc = schema.topNodeType.createAndFill()?.toJSON() as SectionDoc
    const text = emptyText([])
    const whole = { ...text, sections: { ...text.sections, opening: doc } }
    expect(minutesText.safeParse(whole).success).toBe(true)
  })
})
