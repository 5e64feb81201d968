import { Extension } from "@tiptap/core"
import { Fragment, Node, Slice } from "@tiptap/pm/model"
import { type EditorState, Plugin, type Transaction } from "@tiptap/pm/state"
import { linesOfHtml } from "./html"
import { blocksOf, type Line } from "./lines"
import { linesOfText } from "./plain-text"
import { fromDom } from "./source"

/** Puts lines where the selection is. A line at either end goes on with the words that stand there. */
export function insertLines(state: EditorState, lines: readonly Line[]): Transaction {
  const { schema, selection } = state
  // A quote stands at the top of a section only; elsewhere its words come without it.
  const isTop = selection.$from.depth <= 1
  const nodes = blocksOf(lines, isTop).map((block) => Node.fromJSON(schema, block))
  const isOpen = (node: Node | undefined) => Number(node?.isTextblock ?? false)
  const slice = new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1)))
  return state.tr.replaceSelection(slice)
}

/**
 * Paste from elsewhere: word processors, mail and pages. What comes from this editor is left to it,
 * with its blocks and fields.
 */
export const Paste = Extension.create({
  name: "pasteFromElsewhere",
  priority: 400,
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // Before the editor reads the clipboard itself: it would have the browser look at the styles in
        // it, which the page's own policy forbids.
        handleDOMEvents: {
          paste(view, event) {
            const html = event.clipboardData?.getData("text/html") ?? ""
            const text = event.clipboardData?.getData("text/plain") ?? ""
            if (html.includes("data-pm-slice") || (html === "" && text === "")) return false
            event.preventDefault()
            const plain = html.replace(/<style\b[^>]*>.*?<\/style\s*>/gis, "")
            const read = html === "" ? null : new DOMParser().parseFromString(plain, "text/html")
            const found = read ? linesOfHtml(fromDom(read.documentElement)) : []
            const lines = found.length > 0 ? found : linesOfText(text)
            if (lines.length === 0) return true
            const tr = insertLines(view.state, lines).scrollIntoView()
            view.dispatch(tr.setMeta("paste", true).setMeta("uiEvent", "paste"))
            return true
          },
        },
      },
    }),
  ],
})
