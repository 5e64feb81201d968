import { Extension } from "@tiptap/core"
import { Fragment, Node, Slice } from "@tiptap/pm/model"
import { type EditorState, Plugin, Selection, type Transaction } from "@tiptap/pm/state"
import { linesOfHtml } from "./html"
import { blocksOf, type Line } from "./lines"
import { linesOfText } from "./plain-text"
import { fromDom } from "./source"

/** Puts lines where the selection is. A line at either end goes on with the words that stand there. */
export function insertLines(
  { schema, tr: fresh }: EditorState,
  lines: readonly Line[],
  tr: Transaction = fresh,
): Transaction {
  // A quote stands at the top of a section only; elsewhere its words come without it.
  const isTop = tr.selection.$from.depth <= 1
  const nodes = blocksOf(lines, isTop).map((block) => Node.fromJSON(schema, block))
  const isOpen = (node: Node | undefined) => Number(node?.isTextblock ?? false)
  const slice = new Slice(Fragment.from(nodes), isOpen(nodes[0]), isOpen(nodes.at(-1)))
  return tr.replaceSelection(slice)
}

/** What comes from elsewhere, cleaned; null where it is left to the editor: its own words, or none. */
function linesFrom(data: DataTransfer | null): Line[] | null {
  const html = data?.getData("text/html") ?? ""
  const text = data?.getData("text/plain") ?? ""
  if (html.includes("data-pm-slice") || (html === "" && text === "")) return null
  const plain = html.replace(/<style\b[^>]*>.*?<\/style\s*>/gis, "")
  const read = html === "" ? null : new DOMParser().parseFromString(plain, "text/html")
  const found = read ? linesOfHtml(fromDom(read.documentElement)) : []
  return found.length > 0 ? found : linesOfText(text)
}

/**
 * Paste from elsewhere: word processors, mail and pages; and what is dropped from there. What comes from
 * this editor is left to it, with its blocks and fields.
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
            const lines = linesFrom(event.clipboardData)
            if (lines === null) return false
            event.preventDefault()
            if (lines.length === 0) return true
            const tr = insertLines(view.state, lines).scrollIntoView()
            view.dispatch(tr.setMeta("paste", true).setMeta("uiEvent", "paste"))
            return true
          },
          drop(view, event) {
            const lines = view.dragging ? null : linesFrom(event.dataTransfer)
            if (lines === null) {
              // A browser would leave the page and show the file.
              const isFile = event.dataTransfer?.types.includes("Files") ?? false
              if (isFile) event.preventDefault()
              return isFile
            }
            event.preventDefault()
            const at = view.posAtCoords({ left: event.clientX, top: event.clientY })
            if (!at || lines.length === 0) return true
            const { tr, doc } = view.state
            tr.setSelection(Selection.near(doc.resolve(at.pos)))
            view.dispatch(insertLines(view.state, lines, tr).setMeta("uiEvent", "drop"))
            view.focus()
            return true
          },
        },
      },
    }),
  ],
})
