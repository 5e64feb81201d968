import type { Editor } from "@tiptap/core"
import { Fragment, type Node, type ResolvedPos } from "@tiptap/pm/model"
import { type EditorState, TextSelection, type Transaction } from "@tiptap/pm/state"
import type { Named } from "@/lib/minutes/model"
import { type RecordType, recordTypes } from "./record-types"

/** A block of the record around a position: it, where it begins, and how deep. */
export type Around = { node: Node; pos: number }

export const isRecord = (node: Node): boolean =>
  (recordTypes as readonly string[]).includes(node.type.name)

/** The block of the record that holds a position, or null. They stand at the top of a section only. */
export function recordAround($pos: ResolvedPos): Around | null {
  if ($pos.depth === 0) {
    const { nodeAfter } = $pos
    return nodeAfter && isRecord(nodeAfter) ? { node: nodeAfter, pos: $pos.pos } : null
  }
  const node = $pos.node(1)
  return isRecord(node) ? { node, pos: $pos.before(1) } : null
}

/** What a block says in its fields, in words; empty when it has nothing but its text. */
export function fieldsText({ attrs }: Node): string {
  const { name = "", capacity = "", owners = [], due, outcome } = attrs
  if (name || capacity) return capacity ? `${name} (${capacity})` : String(name)
  const people: Named[] = owners
  const parts = [people.map((owner) => owner.name).join(", "), due, outcome]
  return parts.filter(Boolean).join("; ")
}

/** The content of a block with what its fields said kept as words: nothing is dropped silently. */
function contentWithFields(node: Node): Fragment {
  const said = fieldsText(node)
  if (said === "") return node.content
  const { paragraph } = node.type.schema.nodes
  const text = node.type.schema.text(node.type.name === "statement" ? `${said}:` : said)
  const line = paragraph?.create(null, text)
  if (!line) return node.content
  return node.type.name === "statement"
    ? Fragment.from(line).append(node.content)
    : node.content.addToEnd(line)
}

/** Takes the block off its content; the caret stays in its words. */
export function unwrap(tr: Transaction, { node, pos }: Around): Transaction {
  const content = contentWithFields(node)
  const ahead = node.type.name === "statement" ? content.size - node.content.size : 0
  const caret = tr.selection.from - 1 + ahead
  tr.replaceWith(pos, pos + node.nodeSize, content)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size))))
}

function create(state: EditorState, type: RecordType, attrs: object, content?: Fragment): Node {
  const { nodes } = state.schema
  const made = nodes[type]?.create(
    { id: crypto.randomUUID(), ...attrs },
    content ?? nodes.paragraph?.create(),
  )
  if (!made) throw new Error(`The schema has no ${type}`)
  return made
}

function convert(
  tr: Transaction,
  state: EditorState,
  around: Around,
  type: RecordType,
): Transaction {
  const made = create(state, type, {}, contentWithFields(around.node))
  const caret = tr.selection.from
  tr.replaceWith(around.pos, around.pos + around.node.nodeSize, made)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(caret)))
}

function insertAfter(tr: Transaction, at: number, made: Node): Transaction {
  tr.insert(at, made)
  return tr.setSelection(TextSelection.near(tr.doc.resolve(at + 2)))
}

/**
 * Makes a block of the record where the caret is: of the selected paragraphs and lists; of the block
 * around the caret by changing its kind, or taking it away when it is of that kind already; behind a
 * quote. `empty` asks for a new block unless the place is empty, as the menus do.
 */
export function setRecord(
  editor: Editor,
  type: RecordType,
  { attrs = {}, fresh = false }: { attrs?: object; fresh?: boolean } = {},
): boolean {
  const { state, view } = editor
  const { $from, $to, from, to } = state.selection
  const tr = state.tr
  const around = recordAround($from)
  const end = $to.depth > 0 ? $to.after(1) : to
  if (around) {
    const isBlank = around.node.textContent === "" && fieldsText(around.node) === ""
    if (fresh && !isBlank) {
      const { parent } = $from
      const isLeftover =
        parent.content.size === 0 && $from.depth === 2 && around.node.childCount > 1
      if (isLeftover) tr.delete($from.before(), $from.after())
      insertAfter(tr, tr.mapping.map(end), create(state, type, attrs))
    } else if (around.node.type.name === type && !fresh) unwrap(tr, around)
    else convert(tr, state, around, type)
  } else {
    const start = $from.depth > 0 ? $from.before(1) : from
    const range = state.doc.slice(start, end).content
    const isWrappable = range.content.every(
      (node) => node.type.name === "paragraph" || node.type.spec.group?.includes("plain"),
    )
    const isBlank = range.textBetween(0, range.size) === ""
    if (!isWrappable || range.childCount === 0 || (fresh && !isBlank)) {
      insertAfter(tr, end, create(state, type, attrs))
    } else {
      tr.replaceWith(start, end, create(state, type, attrs, range))
      tr.setSelection(TextSelection.between(tr.doc.resolve(from + 1), tr.doc.resolve(to + 1)))
    }
  }
  const made = recordAround(tr.selection.$from)
  editor.storage.record.opened = made ? String(made.node.attrs.id) : null
  view.dispatch(tr.scrollIntoView())
  return true
}

/** A new empty paragraph after (or before) the block at the top that holds the caret. */
export function leaveBlock(editor: Editor, side: "after" | "before" = "after"): boolean {
  const { state, view } = editor
  const { $head } = state.selection
  if ($head.depth === 0) return false
  const at = side === "after" ? $head.after(1) : $head.before(1)
  const paragraph = state.schema.nodes.paragraph?.create()
  if (!paragraph) return false
  const tr = state.tr.insert(at, paragraph)
  view.dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 1)).scrollIntoView())
  return true
}
