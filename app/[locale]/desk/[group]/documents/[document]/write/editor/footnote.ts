import { Node } from "@tiptap/core"
import type { Node as Model } from "@tiptap/pm/model"
import { NodeSelection, TextSelection } from "@tiptap/pm/state"
import { FootnoteView } from "./footnote-view"

declare module "@tiptap/core" {
  interface Commands<ReturnType> {
    footnote: {
      /** A note at the caret, opened to be written. */
      addFootnote: () => ReturnType
    }
  }
}

type Options = { say: { label: string; open: string } }

/** Whether a note may stand where the caret is: not within another one. */
const mayHold = (parent: Model) => parent.inlineContent && parent.type.name !== "footnote"

/**
 * A note to the words before it. It is written in a field of its own that opens below its mark; its
 * words are part of the shared text all the same, so that two may write in one note.
 */
export const Footnote = Node.create<Options>({
  name: "footnote",
  group: "inline",
  inline: true,
  atom: true,
  content: "said*",
  addOptions: () => ({ say: { label: "", open: "" } }),
  parseHTML: () => [{ tag: "span[data-footnote]" }],
  renderHTML: () => ["span", { "data-footnote": "" }, 0],
  addCommands() {
    return {
      addFootnote:
        () =>
        ({ tr, dispatch }) => {
          const { $to } = tr.selection
          if (!mayHold($to.parent)) return false
          const note = this.type.create()
          tr.insert($to.pos, note)
          tr.setSelection(NodeSelection.create(tr.doc, $to.pos))
          if (dispatch) dispatch(tr.scrollIntoView())
          return true
        },
    }
  },
  addKeyboardShortcuts() {
    return {
      "Mod-Alt-f": () => this.editor.commands.addFootnote(),
      // Where a note is picked, Enter opens it instead of putting a line in its place.
      Enter: () => {
        const { selection } = this.editor.state
        if (!(selection instanceof NodeSelection) || selection.node.type !== this.type) return false
        const dom = this.editor.view.nodeDOM(selection.from)
        if (dom instanceof HTMLElement) dom.dispatchEvent(new CustomEvent("open-note"))
        return true
      },
    }
  },
  addNodeView() {
    const { say } = this.options
    return ({ node, getPos, editor }) =>
      new FootnoteView(node, {
        say,
        outer: editor.view,
        getPos: () => getPos(),
        undo: () => editor.commands.undo(),
        redo: () => editor.commands.redo(),
        leave: () => {
          const pos = getPos()
          if (pos === undefined) return
          const after = pos + (editor.state.doc.nodeAt(pos)?.nodeSize ?? 1)
          const { tr, doc } = editor.state
          editor.view.dispatch(tr.setSelection(TextSelection.create(doc, after)))
          editor.view.focus()
        },
      })
  },
})
