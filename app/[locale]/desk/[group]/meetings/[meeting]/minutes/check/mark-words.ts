import { Fragment, type Node } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import { isRecord } from "../editor/record-commands"

/** What ends in front of a whole sentence: a mark that ends another one, or leads over to it. */
const ENDED = /[.!?…:;]["'”’»)\]]*$/u

/**
 * Makes the words of a range in one paragraph a decision or an action. What stands before and after them
 * in their paragraph or list stays there, around the new block. A part of a sentence, and words in another
 * block of the record or deep in a list, are repeated behind the block that holds them instead, with a
 * capital. The caret goes into the new block.
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
  const [top, begin, end] = [$from.node(1), $from.before(1), $from.after(1)]
  const isWhole = before === null || ENDED.test(before.textContent)
  const parts = isRecord(top) || !isWhole ? null : around(top, $from.index(1), line)
  const made = recordOf(state, type, attrs, parts ? middle : capitalised(middle))
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

/** Adds a decision or an action in these words at the end of a text, and puts the caret into it. */
export function addRecord(
  state: EditorState,
  words: string,
  type: "decision" | "action",
  attrs: object,
): Transaction {
  const { doc, schema } = state
  const line = schema.nodes.paragraph?.create(null, schema.text(words))
  const made = recordOf(state, type, attrs, line ? capitalised(line) : null)
  const last = doc.lastChild
  const isBlank = last?.type.name === "paragraph" && last.content.size === 0
  const at = doc.content.size - (isBlank ? last.nodeSize : 0)
  const tr = state.tr.replaceWith(at, doc.content.size, made)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2)))
}

function recordOf(
  { schema }: EditorState,
  type: "decision" | "action",
  attrs: object,
  line: Node | null,
): Node {
  const made = schema.nodes[type]?.create({ id: crypto.randomUUID(), ...attrs }, line)
  if (!made) throw new Error(`The schema has no ${type}`)
  return made
}

/** A part of a sentence as one of its own. */
function capitalised(line: Node): Node {
  const first = line.firstChild
  if (!first?.isText || !/^\p{Ll}(?!\p{Lu})/u.test(first.text ?? "")) return line
  const text = (first.text ?? "").replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
  return line.copy(line.content.replaceChild(0, line.type.schema.text(text, first.marks)))
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
