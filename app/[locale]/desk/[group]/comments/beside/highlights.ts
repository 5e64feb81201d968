import { Extension } from "@tiptap/core"
import { Plugin, PluginKey } from "@tiptap/pm/state"
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view"
import type { MarkedPassages } from "./marked-passages"
import { noteAround, positionsIn, selectionAt } from "./positions"

const key = new PluginKey<DecorationSet>("commented")

type Options = {
  fragment: string
  passages: MarkedPassages | null
  /** Somebody pressed a commented passage. */
  pick: (threadId: string) => void
  /** Somebody asked by keyboard to comment on what is selected. */
  comment: () => void
}

function drawn(view: EditorView, { fragment, passages }: Options): DecorationSet | null {
  const { doc } = view.state
  const { text, marks } = passages?.marksIn(fragment) ?? { text: "", marks: [] }
  if (marks.length === 0) return DecorationSet.empty
  const positions = positionsIn(doc)
  // The editor and the shared text are about to say the same; then this is asked again.
  if (positions.text !== text) return null
  const ranges = marks.flatMap(({ id, ...place }) => {
    const at = selectionAt(positions, place)
    const look = id === passages?.picked ? "commented now" : "commented"
    if (!at) return []
    const attributes = { class: look, "data-thread": id }
    // The words of a note are not shown in the text: its mark is.
    const note = noteAround(doc, at.from)
    return note
      ? [Decoration.node(note.from, note.to, attributes, { id })]
      : [Decoration.inline(at.from, at.to, attributes, { id })]
  })
  return DecorationSet.create(doc, ranges)
}

const shape = (set: DecorationSet | undefined, picked: string | null | undefined) =>
  JSON.stringify([picked, set?.find().map(({ from, to, spec }) => [from, to, spec.id])])

/** Marks the passages on which threads are open. The text is not changed, and nothing of this is kept. */
export const Highlights = Extension.create<Options>({
  name: "highlights",
  addOptions: () => ({ fragment: "", passages: null, pick: () => {}, comment: () => {} }),
  addKeyboardShortcuts() {
    return {
      "Alt-Shift-c": () => {
        this.options.comment()
        return true
      },
    }
  },
  addProseMirrorPlugins() {
    const { options } = this
    return [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: () => DecorationSet.empty,
          apply: (tr, before) => {
            const drawn: DecorationSet | undefined = tr.getMeta(key)
            return drawn ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before)
          },
        },
        view(view) {
          let isWaiting = false
          let shown = ""
          const draw = () => {
            isWaiting = false
            if (view.isDestroyed) return
            const next = drawn(view, options)
            const now = next && shape(next, options.passages?.picked)
            const isSame =
              now === shown && shape(key.getState(view.state), options.passages?.picked) === now
            if (!next || isSame) return
            shown = now ?? ""
            view.dispatch(view.state.tr.setMeta(key, next).setMeta("addToHistory", false))
          }
          // Not while the editor takes in the change that is told of, and before it is painted.
          const later = () => {
            if (!isWaiting) queueMicrotask(draw)
            isWaiting = true
          }
          later()
          return { destroy: options.passages?.subscribe(later) }
        },
        props: {
          decorations: (state) => key.getState(state),
          handleClick: (_, __, { target }) => {
            const at =
              target instanceof Element ? target.closest<HTMLElement>("[data-thread]") : null
            if (at?.dataset.thread) options.pick(at.dataset.thread)
            return false
          },
        },
      }),
    ]
  },
})

/** The thread on the words around the caret; null where nobody commented on them. */
export function threadAtCaret({ state }: Pick<EditorView, "state">): string | null {
  const { from, to } = state.selection
  const [found] = key.getState(state)?.find(from, to) ?? []
  return found?.spec.id ?? null
}
