import { getSchema } from "@tiptap/core"
import { Fragment, Node } from "@tiptap/pm/model"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { documentNodes } from "./extensions"
import { Footnote } from "./footnote"
import { fromOutside, inward, outward } from "./footnote-sync"

const schema = getSchema([...documentNodes, Footnote])
const words = (text: string) => (text ? Fragment.from(schema.text(text)) : Fragment.empty)
const noteOf = (text: string) => schema.node("footnote", null, words(text))
/** A line with a note in its middle, and where the note stands. */
const lineWith = (note: Node) => {
  const line = schema.node("paragraph", null, [schema.text("Before"), note, schema.text("after")])
  return EditorState.create({ doc: schema.node("doc", null, [line]) })
}
const at = 1 + "Before".length

/** What the small editor of a note holds. */
const fieldOf = (note: Node) => EditorState.create({ doc: note })

const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "é"), maxLength: 8 })
const edit = fc.record({ from: fc.nat(8), to: fc.nat(8), said: text })

describe("the field of a note", () => {
  test("writes what is done in it into the text around it, and nothing beside the note", () => {
    fc.assert(
      fc.property(text, fc.array(edit, { minLength: 1, maxLength: 4 }), (said, edits) => {
        let around = lineWith(noteOf(said))
        let field = fieldOf(noteOf(said))
        for (const { from, to, said: typed } of edits) {
          const [first, last] = [from, to].map((n) => Math.min(n, field.doc.content.size)).sort()
          const tr = field.tr.replaceWith(first ?? 0, last ?? 0, words(typed))
          const { state, transactions } = field.applyTransaction(tr)
          field = state
          const change = outward(around, at, transactions)
          if (change) around = around.apply(change)
        }
        around.doc.check()
        expect(around.doc.nodeAt(at)?.toJSON()).toEqual(field.doc.toJSON())
        expect(around.doc.textBetween(0, at)).toBe("Before")
        expect(around.doc.textContent.endsWith("after")).toBe(true)
      }),
    )
  })

  test("takes over what others write in the note, and says that it came from outside", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const field = fieldOf(noteOf(before))
        const change = inward(field, noteOf(after))
        expect(change === null).toBe(before === after)
        if (!change) return
        expect(change.getMeta(fromOutside)).toBe(true)
        expect(field.apply(change).doc.toJSON()).toEqual(noteOf(after).toJSON())
      }),
    )
  })

  test("keeps its caret at the same word when somebody writes before it, and bold words bold", () => {
    const bold = schema.text("agreed", [schema.mark("bold")])
    const note = schema.node("footnote", null, [schema.text("As "), bold])
    const field = fieldOf(note)
    const standing = field.apply(field.tr.setSelection(TextSelection.create(field.doc, 5)))
    const longer = schema.node("footnote", null, [schema.text("Not as "), bold])
    const change = inward(standing, longer)
    if (!change) throw new Error("Nothing changed")
    const after = standing.apply(change)
    expect(after.selection.from).toBe(9)
    expect(Node.fromJSON(schema, after.doc.toJSON()).eq(longer)).toBe(true)
  })
})
