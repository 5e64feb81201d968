import { getSchema } from "@tiptap/core"
import { EditorState, TextSelection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import { ySyncPlugin } from "@tiptap/y-tiptap"
import { expect, test } from "vitest"
import * as Y from "yjs"
import { line, textOf } from "@/lib/documents/arbitrary-text"
import { PART } from "@/lib/documents/live/form"
import { headingsIn } from "@/lib/documents/live/read-text"
import { sharedOf } from "@/lib/documents/live/write-text"
import { documentNodes } from "./extensions"
import { Footnote } from "./footnote"
import { headingIds } from "./heading-ids"

const schema = getSchema([...documentNodes, Footnote])

/** An editor without a screen on a shared text. */
function editorOn(doc: Y.Doc) {
  const plugins = [ySyncPlugin(doc.getXmlFragment(PART)), headingIds()]
  const held = { state: EditorState.create({ schema, plugins }) }
  const updates: ((before: EditorState) => void)[] = []
  const view = {
    get state() {
      return held.state
    },
    hasFocus: () => false,
    dispatch(tr: Parameters<EditorState["apply"]>[0]) {
      const before = held.state
      held.state = before.apply(tr)
      for (const update of updates) update(before)
    },
  } as unknown as EditorView
  for (const { spec } of plugins) {
    const made = spec.view?.(view)
    updates.push((before) => made?.update?.(view, before))
  }
  return view
}

/** Makes a heading of the first line. */
function makeHeading(view: EditorView): void {
  const { heading } = schema.nodes
  if (heading) view.dispatch(view.state.tr.setBlockType(1, 1, heading, { level: 1 }))
}

test("a heading keeps its id when it is deleted and an undo brings it back", () => {
  const doc = sharedOf(textOf(line("Aims"), line("Words.")))
  const view = editorOn(doc)
  makeHeading(view)
  const [id] = headingsIn(doc)
  expect(id).toEqual(expect.any(String))
  const undo = new Y.UndoManager(doc.getXmlFragment(PART), { trackedOrigins: new Set([null]) })
  doc.transact(() => doc.getXmlFragment(PART).delete(0, 1))
  expect([...headingsIn(doc)]).toEqual([])
  undo.undo()
  expect([...headingsIn(doc)]).toEqual([id])
})

test("both halves of a heading that is cut have an id of their own, the first the one that it had", () => {
  const doc = sharedOf(textOf(line("Aims and means"), line("Words.")))
  const view = editorOn(doc)
  makeHeading(view)
  const [id] = headingsIn(doc)
  const type = schema.nodes.heading
  if (type) view.dispatch(view.state.tr.split(6, 1, [{ type, attrs: { level: 1, id: null } }]))
  const ids = [...headingsIn(doc)]
  expect(ids).toHaveLength(2)
  expect(ids[0]).toBe(id)
})

test("a heading that stood without an id is known by what it was read with, whatever is written in it", () => {
  const doc = new Y.Doc()
  const heading = new Y.XmlElement("heading")
  heading.insert(0, [new Y.XmlText("Aims")])
  doc.getXmlFragment(PART).insert(0, [heading])
  const [id] = headingsIn(doc)
  const view = editorOn(doc)
  const { tr, doc: shown } = view.state
  view.dispatch(tr.setSelection(TextSelection.create(shown, 5)).insertText(" and means"))
  expect(heading.toString()).toContain("Aims and means")
  expect([...headingsIn(doc)]).toEqual([id])
})
