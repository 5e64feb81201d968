import { Extension, Node } from "@tiptap/core"
import { Plugin, TextSelection } from "@tiptap/pm/state"
import { addRow, goToCell, placeIn } from "./table-commands"

// Any of them may be empty, so that no merge of two edits is ever invalid.

/** The box of a wide table scrolls with the caret, which goes through its cells: it is editable as what is around it. */
const box = { class: "scroll", contenteditable: "inherit" }

const Table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow*",
  isolating: true,
  parseHTML: () => [{ tag: "table" }],
  renderHTML: () => ["div", box, ["table", { class: "tbl" }, ["tbody", 0]]],
})

const TableRow = Node.create({
  name: "tableRow",
  content: "cell*",
  parseHTML: () => [{ tag: "tr" }],
  renderHTML: () => ["tr", 0],
})

const cell = (name: string, tag: "td" | "th") =>
  Node.create({
    name,
    group: "cell",
    content: "plain*",
    isolating: true,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  })

/**
 * Tab leads through the cells and makes a row behind the last one. What is selected never reaches from
 * one cell into another: deleting it would tear the rows apart.
 */
const TableKeys = Extension.create({
  name: "tableKeys",
  // Before the lists, which take Tab for themselves, also in a cell.
  priority: 1_000,
  addKeyboardShortcuts() {
    const run = (command: ReturnType<typeof goToCell>) => () => {
      const { state, view } = this.editor
      return command(state, view.dispatch)
    }
    return {
      Tab: run(goToCell(1)),
      "Shift-Tab": run(goToCell(-1)),
      "Mod-Enter": run(addRow("below")),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(_transactions, _before, { doc, selection, tr }) {
        if (!(selection instanceof TextSelection) || selection.empty) return null
        const { $anchor, $head } = selection
        const [from, to] = [placeIn($anchor), placeIn($head)]
        const isOne = from?.pos === to?.pos && from?.row === to?.row && from?.column === to?.column
        if (!from || !to || isOne || from.pos !== to.pos) return null
        for (let depth = $anchor.depth; depth > 0; depth--) {
          if (!/^table(Cell|Header)$/.test($anchor.node(depth).type.name)) continue
          const end = $head.pos > $anchor.pos ? $anchor.end(depth) : $anchor.start(depth)
          return tr.setSelection(TextSelection.between($anchor, doc.resolve(end)))
        }
        return null
      },
    }),
  ],
})

export const tableNodes = [
  Table,
  TableRow,
  cell("tableCell", "td"),
  cell("tableHeader", "th"),
  TableKeys,
]
