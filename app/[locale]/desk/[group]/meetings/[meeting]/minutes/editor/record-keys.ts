import { type Editor, Extension } from "@tiptap/core"
import { Plugin, Selection } from "@tiptap/pm/state"
import { fieldsText, leaveBlock, recordAround, setRecord, unwrap } from "./record-commands"
import { uniqueIds } from "./unique-ids"

declare module "@tiptap/core" {
  interface Storage {
    /** The block that was just made: its view takes the caret to its first field. */
    record: { opened: string | null }
  }
}

/** The first field of the block around the caret, when it has one. */
export function focusField(editor: Editor): boolean {
  const { $head } = editor.state.selection
  const around = recordAround($head)
  const inList = $head.depth > 2
  const dom = around && !inList ? editor.view.nodeDOM(around.pos) : null
  const field = dom instanceof HTMLElement ? dom.querySelector<HTMLElement>("[data-field]") : null
  field?.focus()
  return field !== null
}

/** Enter in a blank last line leaves the block; in one that says nothing at all, takes it away. */
function enter(editor: Editor): boolean {
  const { $from, $to, empty } = editor.state.selection
  if (!$from.sameParent($to)) {
    // What is selected across blocks goes first: splitting it in one step can fail half-way.
    return editor.chain().deleteSelection().run() && editor.commands.splitBlock()
  }
  const around = recordAround($from)
  if (!around || !empty || $from.depth !== 2 || $from.parent.content.size > 0) return false
  const isLast = $from.index(1) === around.node.childCount - 1
  if (!isLast) return editor.commands.splitBlock()
  if (around.node.childCount > 1) {
    const { state, view } = editor
    view.dispatch(state.tr.delete($from.before(), $from.after()))
    return leaveBlock(editor)
  }
  if (fieldsText(around.node) !== "") return leaveBlock(editor)
  editor.view.dispatch(unwrap(editor.state.tr, around))
  return true
}

/** Backspace at the very start of a block takes the block off its words. */
function backspace(editor: Editor): boolean {
  const { $from, empty } = editor.state.selection
  const around = recordAround($from)
  if (!around || !empty || $from.pos !== around.pos + 2 || $from.depth !== 2) return false
  editor.view.dispatch(unwrap(editor.state.tr, around))
  return true
}

/** A click below the last block writes on there, when that is a block one could not leave otherwise. */
const clickBelow = (editor: Editor) =>
  new Plugin({
    props: {
      handleDOMEvents: {
        mousedown: (view, event) => {
          const last = view.dom.lastElementChild?.getBoundingClientRect()
          const { lastChild } = view.state.doc
          const isBelow = event.target === view.dom && last && event.clientY > last.bottom
          if (!isBelow || !lastChild || lastChild.type.name === "paragraph") return false
          event.preventDefault()
          view.focus()
          view.dispatch(view.state.tr.setSelection(Selection.atEnd(view.state.doc)))
          return leaveBlock(editor)
        },
      },
    },
  })

/** What the keys do in and around the blocks of the record. `isTaken` knows the ids of other sections. */
export const RecordKeys = Extension.create<{ isTaken: (id: string) => boolean }, { opened: null }>({
  name: "record",
  priority: 500,
  addOptions: () => ({ isTaken: () => false }),
  addStorage: () => ({ opened: null }),
  addKeyboardShortcuts() {
    return {
      Enter: ({ editor }) => enter(editor),
      Backspace: ({ editor }) => backspace(editor),
      Tab: ({ editor }) => focusField(editor),
      "Mod-Enter": ({ editor }) => leaveBlock(editor),
      "Mod-Shift-Enter": ({ editor }) => leaveBlock(editor, "before"),
      "Alt-Shift-s": ({ editor }) => setRecord(editor, "statement"),
      "Alt-Shift-d": ({ editor }) => setRecord(editor, "decision"),
      "Alt-Shift-a": ({ editor }) => setRecord(editor, "action"),
      "Alt-Shift-q": ({ editor }) => setRecord(editor, "question"),
    }
  },
  addProseMirrorPlugins() {
    return [uniqueIds(this.options.isTaken), clickBelow(this.editor)]
  },
})
