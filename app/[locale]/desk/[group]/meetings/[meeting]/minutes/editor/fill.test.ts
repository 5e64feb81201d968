import { Node } from "@tiptap/pm/model"
import { AllSelection, EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { ySyncPluginKey } from "@tiptap/y-tiptap"
import { describe, expect, it } from "vitest"
import { schema } from "./arbitrary-schema"
import { fillPlugin } from "./fill"

const line = (text?: string) =>
  text ? { type: "paragraph", content: [{ type: "text", text }] } : { type: "paragraph" }
const node = (type: string, ...content: object[]) => ({ type, content })
const start = (...content: object[]) =>
  EditorState.create({
    doc: Node.fromJSON(schema, { type: "doc", content }),
    plugins: [fillPlugin()],
  })
const changed = (state: EditorState, change: (tr: Transaction) => Transaction) =>
  state.apply(change(state.tr))
const content = (state: EditorState) =>
  state.doc.children.map((child) =>
    JSON.parse(
      JSON.stringify(child.toJSON(), (key, value) => (key === "attrs" ? undefined : value)),
    ),
  )

describe("after an edit made here", () => {
  it("a section without anything gets a line, with the caret in it", () => {
    const now = start(line("Everything"), line("goes"))
    const all = changed(now, (tr) => tr.setSelection(new AllSelection(tr.doc)).deleteSelection())
    expect(content(all)).toEqual([line()])
    expect(all.selection).toBeInstanceOf(TextSelection)
    expect(all.selection.from).toBe(1)
  })

  it("a block without anything gets a line, and keeps the writer in it", () => {
    const now = start(line("Before"), node("decision", line("One"), line("Two")), line("After"))
    const inside = changed(now, (tr) => tr.setSelection(TextSelection.create(tr.doc, 10)))
    const empty = changed(inside, (tr) => tr.delete(9, 19))
    expect(content(empty)).toEqual([line("Before"), node("decision", line()), line("After")])
    expect(empty.selection.from).toBe(10)
    expect(empty.selection.$from.node(1).type.name).toBe("decision")
  })

  it("lists without items go, and what held nothing else gets a line", () => {
    const list = node("bulletList", node("listItem", line("Only")))
    const gone = changed(start(line("Before"), list), (tr) => tr.delete(9, 17))
    expect(content(gone)).toEqual([line("Before")])
    const quoted = changed(start(node("blockquote", list)), (tr) => tr.delete(2, 10))
    expect(content(quoted)).toEqual([node("blockquote", line())])
  })

  it("an item that begins with a list gets a line of its own when the caret goes there", () => {
    const inner = node("bulletList", node("listItem", line("Inner")))
    const now = start(line("Before"), node("bulletList", node("listItem", inner)))
    expect(content(changed(now, (tr) => tr.insertText("x", 1)))[1]).toEqual(
      node("bulletList", node("listItem", inner)),
    )
    const there = changed(now, (tr) => tr.setSelection(TextSelection.create(tr.doc, 14)))
    expect(content(there)[1]).toEqual(node("bulletList", node("listItem", line(), inner)))
    expect(there.selection.$from.parent.textContent).toBe("Inner")
  })
})

it("leaves alone what a merge left, for it would be mended by everybody", () => {
  const now = start(node("decision", line("Words")), line("After"))
  const remote = changed(now, (tr) =>
    tr.delete(1, 8).setMeta(ySyncPluginKey, { isChangeOrigin: true }),
  )
  expect(content(remote)[0]).toEqual({ type: "decision" })
  expect(content(changed(remote, (tr) => tr.insertText("x", 3)))[0]).toEqual(
    node("decision", line()),
  )
})
