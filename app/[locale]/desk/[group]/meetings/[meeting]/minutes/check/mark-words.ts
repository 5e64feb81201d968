import { Fragment, type Node } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { isRecord } from "../editor/record-commands"

/** What ends in front of a whole sentence: a mark that ends another one, or leads over to it. */
const ENDED = /[.!?…:;]["'”’»)\]]*$/u

/**
 * Makes the words of a range in one paragraph a decision or an action. What stands before and after them
 * in their paragraph or list stays there, around the new block. A part of a sentence, and words in another
 * block of the record or deep in a list, are repeated behind the block that holds them instead. The caret
 * goes into the new block.
 */
export function markWords(
  state: EditorState,
  { from, to }: { from: number; to: number },
  type: "decision" | "action",
  attrs: object,
): Transaction {
  const $from = state.doc.resolve(from)
  const line = $from.parent
  const start = $from.start()
  const [before, middle, after] = [
    trimmed(line, 0, from - start),
    line.copy(line.content.cut(from - start, to - start)),
    trimmed(line, to - start, line.content.size),
  ]
  const made = state.schema.nodes[type]?.create({ id: crypto.randomUUID(), ...attrs }, middle)
  if (!made) throw new Error(`The schema has no ${type}`)
  const [top, begin, end] = [$from.node(1), $from.before(1), $from.after(1)]
  const isWhole = before === null || ENDED.test(before.textContent)
  const parts = isRecord(top) || !isWhole ? null : around(top, $from.index(1), line)
  const tr = state.tr
  const content = parts
    ? [...parts.wrap(before, "before"), made, ...parts.wrap(after, "after")]
    : [top, made]
  tr.replaceWith(begin, end, Fragment.from(content))
  const at = content
    .slice(0, content.indexOf(made))
    .reduce((sum, node) => sum + node.nodeSize, begin)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2)))
}

/** The characters of a paragraph from `from` to `to`, without blanks at their ends; null when none is left. */
function trimmed(line: Node, from: number, to: number): Node | null {
  const words = line.textBetween(from, to, "\n", "\ufffc")
  const lead = words.length - words.trimStart().length
  const tail = words.length - words.trimEnd().length
  // Blanks are text, each as long in the document as in the words.
  return words.trim() === "" ? null : line.copy(line.content.cut(from + lead, to - tail))
}

/**
 * How what is left of a line goes on around the new block: as paragraphs, or as entries of the two halves
 * of its list. Null for a line that is neither at the top nor alone in an entry of a list there.
 */
function around(
  top: Node,
  at: number,
  line: Node,
): { wrap: (left: Node | null, side: "before" | "after") => Node[] } | null {
  if (top === line) return { wrap: (left) => (left ? [left] : []) }
  const entry = top.maybeChild(at)
  const isList = top.type.name === "bulletList" || top.type.name === "orderedList"
  if (!isList || entry?.childCount !== 1 || entry.firstChild !== line) return null
  return {
    wrap: (left, side) => {
      const own = left ? [entry.copy(Fragment.from(left))] : []
      const entries =
        side === "before"
          ? [...top.children.slice(0, at), ...own]
          : [...own, ...top.children.slice(at + 1)]
      if (entries.length === 0) return []
      const isCounted = side === "after" && typeof top.attrs.start === "number"
      const start = isCounted ? { start: top.attrs.start + at + (left ? 0 : 1) } : {}
      return [top.type.create({ ...top.attrs, ...start }, entries)]
    },
  }
}
