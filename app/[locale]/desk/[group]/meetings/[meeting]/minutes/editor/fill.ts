import { Extension } from "@tiptap/core"
import { isChangeOrigin } from "@tiptap/extension-collaboration"
import type { Node, ResolvedPos } from "@tiptap/pm/model"
import {
  type EditorState,
  Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"

const isList = (node: Node) => node.type.name === "bulletList" || node.type.name === "orderedList"

/** Where containers without children stand, last first, so that a change moves none of the others. */
function gaps(doc: Node, wanted: (node: Node) => boolean): number[] {
  const found: number[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) return false
    if (!node.isLeaf && node.childCount === 0 && wanted(node)) found.unshift(pos)
    return true
  })
  return found
}

/** What is nothing without children: no line would belong into it. */
const isHollow = (node: Node) => isList(node) || /^table(Row)?$/.test(node.type.name)

function dropHollow(tr: Transaction) {
  for (let empty = gaps(tr.doc, isHollow); empty.length > 0; empty = gaps(tr.doc, isHollow)) {
    for (const pos of empty) tr.delete(pos, pos + 2)
  }
}

/** The start of an item around the position that begins with a list, so that no line is its own. */
function itemWithoutLine($pos: ResolvedPos): number | null {
  for (let depth = $pos.depth; depth > 0; depth--) {
    const { type, firstChild } = $pos.node(depth)
    if (type.name === "listItem" && firstChild && isList(firstChild)) return $pos.start(depth)
  }
  return null
}

/** Fills what is empty. `caret` is where the writer last was; a line that appears there gets them. */
function fill(tr: Transaction, state: EditorState, caret: number) {
  const line = () => state.schema.nodes.paragraph?.create() ?? []
  dropHollow(tr)
  const now = tr.mapping.map(caret)
  for (const pos of gaps(tr.doc, () => true)) {
    tr.insert(pos + 1, line())
    if (pos + 1 === now) tr.setSelection(TextSelection.create(tr.doc, pos + 2))
  }
  if (tr.doc.childCount === 0) {
    tr.insert(0, line())
    tr.setSelection(Selection.atStart(tr.doc))
  }
}

/** A line in a section that has none. It is no edit that anybody would want to undo. */
function begin(view: EditorView) {
  const { state, editable } = view
  const line = state.schema.nodes.paragraph?.create()
  if (!editable || !line || state.doc.childCount > 0) return false
  const tr = state.tr.insert(0, line)
  view.dispatch(tr.setSelection(Selection.atStart(tr.doc)).setMeta("addToHistory", false))
  return false
}

/**
 * The schema lets every container be empty, so that no merge is ever invalid. This puts a line where
 * one is missing, and takes away lists without items: only after an edit made here, for if everybody
 * mended what a merge left, it would be mended many times. It removes nothing that holds a word.
 */
export function fillPlugin(): Plugin {
  return new Plugin({
    appendTransaction(transactions, before, state) {
      if (transactions.some(isChangeOrigin)) return null
      const { tr } = state
      if (transactions.some((transaction) => transaction.docChanged)) {
        const caret = transactions.reduce(
          (pos, { mapping }) => mapping.map(pos),
          before.selection.from,
        )
        fill(tr, state, caret)
      }
      const bare = itemWithoutLine(tr.selection.$head)
      if (bare !== null) tr.insert(bare, state.schema.nodes.paragraph?.create() ?? [])
      return tr.docChanged ? tr : null
    },
    props: {
      handleDOMEvents: { focus: begin, keydown: begin, compositionstart: begin, paste: begin },
    },
  })
}

export const Fill = Extension.create({
  name: "fill",
  priority: 900,
  addProseMirrorPlugins: () => [fillPlugin()],
})
