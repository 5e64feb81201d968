import { Extension } from "@tiptap/core"
import { Selection } from "@tiptap/pm/state"
import type { EditorView } from "@tiptap/pm/view"

export type Direction = "next" | "previous"
/** Takes the caret to a neighbouring section: to the side from which one comes, unless told. */
export type Leave = (direction: Direction, place?: "start") => boolean

/** Whether the caret stands in the last (first) line of the section, so that the arrow leads out of it. */
function isAtEdge(view: EditorView, direction: Direction, key: "line" | "character"): boolean {
  const { doc, selection } = view.state
  if (!selection.empty) return false
  const edge = direction === "next" ? Selection.atEnd(doc) : Selection.atStart(doc)
  const { $head } = selection
  if (key === "character") return $head.pos === edge.$head.pos
  const isSameBlock = $head.sameParent(edge.$head)
  return isSameBlock && view.endOfTextblock(direction === "next" ? "down" : "up")
}

/** Arrow keys lead from the end of one section to the start of the next, and back. */
export const Travel = Extension.create<{ leave: Leave }>({
  name: "travel",
  addOptions: () => ({ leave: () => false }),
  addKeyboardShortcuts() {
    const { leave } = this.options
    const edge = (direction: Direction, key: "line" | "character") => () =>
      isAtEdge(this.editor.view, direction, key) && leave(direction)
    return {
      ArrowDown: edge("next", "line"),
      ArrowRight: edge("next", "character"),
      ArrowUp: edge("previous", "line"),
      ArrowLeft: edge("previous", "character"),
      "Alt-ArrowDown": () => leave("next", "start"),
      "Alt-ArrowUp": () => leave("previous", "start"),
    }
  },
})
