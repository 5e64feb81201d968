import { Node } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import { describe, expect, it } from "vitest"
import { schema } from "./arbitrary-schema"
import { recordAround, unwrap } from "./record-commands"
import { uniqueIds } from "./unique-ids"

const id = "11111111-1111-4111-8111-111111111111"
const line = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] })
const decision = (text: string, own = id) => ({
  type: "decision",
  attrs: { id: own },
  content: [line(text)],
})
const state = (content: object[], isTaken: (id: string) => boolean = () => false) =>
  EditorState.create({
    doc: Node.fromJSON(schema, { type: "doc", content }),
    plugins: [uniqueIds(isTaken)],
  })
const lines = (doc: Node) => doc.textBetween(0, doc.content.size, "\n")
const ids = (doc: Node) => doc.children.map((node) => node.attrs.id)

function unwrapped(block: object): Node {
  const now = state([block])
  const caret = TextSelection.create(now.doc, 2)
  const tr = now.tr.setSelection(caret)
  const around = recordAround(tr.selection.$from)
  if (!around) throw new Error("The caret stands in no block")
  return unwrap(tr, around).doc
}

describe("taking a block off its words", () => {
  it("leaves the words as they are", () => {
    expect(unwrapped(decision("Meet again.")).toJSON()).toEqual({
      type: "doc",
      content: [line("Meet again.")],
    })
  })

  it("keeps who said it, before the words", () => {
    const attrs = { id, personId: null, name: "Samir Koskela", capacity: "MAG member" }
    const said = { type: "statement", attrs, content: [line("A fixed point.")] }
    expect(lines(unwrapped(said))).toBe("Samir Koskela (MAG member):\nA fixed point.")
  })

  it("keeps owners, day and outcome, after the words", () => {
    const owners = [
      { personId: null, name: "Samir Koskela" },
      { personId: null, name: "Hyejin Abara" },
    ]
    const action = {
      type: "action",
      attrs: { id, owners, due: "2022-03-14" },
      content: [line("Do.")],
    }
    expect(lines(unwrapped(action))).toBe("Do.\nSamir Koskela, Hyejin Abara; 2022-03-14")
    const question = {
      type: "question",
      attrs: { id, outcome: "Answered" },
      content: [line("Why?")],
    }
    expect(lines(unwrapped(question))).toBe("Why?\nAnswered")
  })
})

describe("ids of blocks", () => {
  it("stay while one writes in the block", () => {
    const now = state([decision("Meet")])
    const after = now.apply(now.tr.insertText(" again", 6))
    expect(ids(after.doc)).toEqual([id])
    expect(lines(after.doc)).toBe("Meet again")
  })

  it("are never the same twice when a block is copied", () => {
    const now = state([decision("Meet")])
    const { doc } = now.apply(now.tr.insert(0, now.doc.child(0).copy(now.doc.child(0).content)))
    expect(ids(doc)).toContain(id)
    expect(new Set(ids(doc)).size).toBe(2)
  })

  it("are new for the second half of a split block", () => {
    const now = state([decision("Meet again")])
    const { doc } = now.apply(now.tr.split(6, 2))
    expect(ids(doc)[0]).toBe(id)
    expect(new Set(ids(doc)).size).toBe(2)
  })

  it("are new when another section has the same block, and kept when it was moved from there", () => {
    const pasted = (isTaken: boolean) => {
      const now = state([line("Before")], () => isTaken)
      return ids(now.apply(now.tr.insert(8, Node.fromJSON(schema, decision("Meet")))).doc)[1]
    }
    expect(pasted(true)).not.toBe(id)
    expect(pasted(false)).toBe(id)
  })

  it("are given to blocks that come without one", () => {
    const now = state([line("Before")])
    const made = schema.nodes.decision?.create({ id: null }, schema.nodes.paragraph?.create())
    const { doc } = now.apply(now.tr.insert(8, made ?? []))
    expect(ids(doc)[1]).toMatch(/^[0-9a-f-]{36}$/)
  })
})
