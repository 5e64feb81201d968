import { Fragment, type MarkType, Node, type NodeSpec, type NodeType } from "@tiptap/pm/model"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryDoc } from "@/lib/minutes/arbitrary-text"
import { minutesText } from "@/lib/minutes/input"
import { liveSchema } from "@/lib/minutes/live/schema"
import { emptyDoc, emptyText, type Inline } from "@/lib/minutes/model"
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

  it("takes every part of what it takes: no merge of two edits is invalid", () => {
    const parts = (node: Node, rng: () => boolean): Node =>
      node.isTextblock
        ? node
        : node.copy(
            Fragment.from(node.children.filter(() => rng()).map((child) => parts(child, rng))),
          )
    fc.assert(
      fc.property(arbitraryDoc, fc.infiniteStream(fc.boolean()), (doc, keep) => {
        parts(Node.fromJSON(schema, doc), () => keep.next().value).check()
      }),
    )
  })

  it("fills a gap with a paragraph, as the model has it", () => {
    const { nodes } = schema
    for (const name of ["doc", "listItem", "blockquote", "decision"]) {
      expect(nodes[name]?.contentMatch.defaultType?.name).toBe("paragraph")
    }
    const doc = schema.topNodeType.create(null, nodes.paragraph?.create())
    expect(doc.toJSON()).toEqual(emptyDoc())
    const whole = emptyText([])
    expect(minutesText.safeParse(whole).success).toBe(true)
  })
})

/** What a schema says of its nodes or marks, apart from how they look. */
function said(types: Record<string, NodeType | MarkType>) {
  return Object.entries(types).map(([name, { spec }]) => {
    const { toDOM, parseDOM, toText, leafText, ...rest } = spec as NodeSpec
    return { name, ...rest, attrs: rest.attrs ?? {} }
  })
}

describe("the schema of the server", () => {
  it("is that of the editor: names, order, groups, content, marks, attributes and defaults", () => {
    expect(said(liveSchema.nodes)).toEqual(said(schema.nodes))
    expect(said(liveSchema.marks)).toEqual(said(schema.marks))
    expect(liveSchema.topNodeType.name).toBe("doc")
  })
})
