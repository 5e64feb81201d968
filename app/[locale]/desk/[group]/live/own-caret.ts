import { Extension } from "@tiptap/core"
import { Plugin } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"
import type * as Y from "yjs"

/** How the library reads the page. It keeps this to itself, and offers nothing else that is in time. */
type Reader = { domObserver: { flush(): void } }

function read(view: EditorView): void {
  // While letters are composed the browser alone knows where they go.
  if (view.isDestroyed || view.composing || !view.hasFocus()) return
  const { domObserver } = view as unknown as Reader
  domObserver.flush()
}

/** Reads where the caret is before a key is taken, which may come sooner than word of its move. */
export function caretBeforeKeys(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          read(view)
          return false
        },
      },
    },
  })
}

/**
 * The caret stays where its writer put it. A browser moves it first and tells of that later: on a busy
 * device the next key, the caret of somebody else or their words come in between, and would find the
 * caret, or put it back, where it was before. So it is read before any of them.
 */
export const OwnCaret = Extension.create<{ doc: Y.Doc | null }, { isSettling: boolean }>({
  name: "ownCaret",
  // Before all that answers to keys or asks where the caret is.
  priority: 2_000,
  addOptions: () => ({ doc: null }),
  // While the editor takes a change in or gets the focus, the page does not show its caret yet.
  addStorage: () => ({ isSettling: false }),
  dispatchTransaction({ transaction, next }) {
    const { view } = this.editor
    const before = view.state.selection
    const { isSettling } = this.storage
    // What changes the text or takes the caret somewhere began with the caret as it is.
    if (!transaction.docChanged && !transaction.selectionSet && !isSettling) read(view)
    const now = view.state.selection
    if (!now.eq(before) && view.state.doc.eq(transaction.doc)) transaction.setSelection(now)
    this.storage.isSettling = true
    try {
      next(transaction)
    } finally {
      this.storage.isSettling = isSettling
    }
  },
  addProseMirrorPlugins() {
    const { storage } = this
    const { doc } = this.options
    const settle = () => {
      storage.isSettling = true
      queueMicrotask(() => {
        storage.isSettling = false
      })
      return false
    }
    const words = new Plugin({
      props: { handleDOMEvents: { focus: settle, blur: settle } },
      view(view) {
        const first = () => {
          if (!storage.isSettling) read(view)
        }
        doc?.on("beforeAllTransactions", first)
        return { destroy: () => doc?.off("beforeAllTransactions", first) }
      },
    })
    return [caretBeforeKeys(), words]
  },
})
