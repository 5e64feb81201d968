import { Fragment, type Node } from "@tiptap/pm/model"
import { EditorState, type Transaction } from "@tiptap/pm/state"
import { canJoin, canSplit, findWrapping, liftTarget } from "@tiptap/pm/transform"
import type { EditorView } from "@tiptap/pm/view"
import { ySyncPlugin } from "@tiptap/y-tiptap"
import fc from "fast-check"
import type * as Y from "yjs"
import { fillPlugin } from "./fill"

/** A place or a choice among those that a document has, whatever it holds by then. */
type Pick = <Item>(from: readonly Item[]) => Item | undefined

export const arbitraryPick: fc.Arbitrary<Pick> = fc
  .array(fc.nat(10_000), { minLength: 8, maxLength: 8 })
  .map((numbers) => {
    let turn = 0
    return (from) => from[(numbers[turn++ % numbers.length] ?? 0) % Math.max(from.length, 1)]
  })

/** An editor of the shared text without a screen: its state, and the binding of the real one. */
export function headless(doc: Y.Doc, schema: Parameters<typeof Node.fromJSON>[0]) {
  const plugins = [ySyncPlugin(doc.getXmlFragment("section")), fillPlugin()]
  const held = { state: EditorState.create({ schema, plugins }) }
  const views: ReturnType<NonNullable<(typeof plugins)[0]["spec"]["view"]>>[] = []
  const view = {
    get state() {
      return held.state
    },
    hasFocus: () => false,
    dispatch(tr: Transaction) {
      const before = held.state
      held.state = before.apply(tr)
      for (const one of views) one.update?.(view, before)
    },
  } as unknown as EditorView
  for (const plugin of plugins) if (plugin.spec.view) views.push(plugin.spec.view(view))
  return view
}

function places(doc: Node, wanted: (node: Node, parent: Node | null) => boolean): number[] {
  const found: number[] = []
  doc.descendants((node, pos, parent) => {
    if (wanted(node, parent)) found.push(pos)
  })
  return found
}

const nodeAt = (tr: Transaction, pos: number) => tr.doc.nodeAt(pos) as Node

/** Edits after which every word stands in the node where it stood, or is gone. */
export const still = ["write", "cut", "drop", "add", "mark"] as const
/** Edits that take words from one node to another, as well. */
export const moving = [...still, "split", "join", "wrap", "lift", "span"] as const
export type Kind = (typeof moving)[number]

const edits: Record<Kind, (tr: Transaction, pick: Pick, word: string) => unknown> = {
  write(tr, pick, word) {
    const pos = pick(places(tr.doc, (node) => node.isTextblock))
    if (pos !== undefined) tr.insertText(`${word} `, pos + 1)
  },
  cut(tr, pick) {
    const pos = pick(places(tr.doc, (node) => node.isText))
    if (pos !== undefined) tr.delete(pos, pos + nodeAt(tr, pos).nodeSize)
  },
  drop(tr, pick) {
    const pos = pick(places(tr.doc, (node) => node.isBlock))
    if (pos !== undefined) tr.delete(pos, pos + nodeAt(tr, pos).nodeSize)
  },
  add(tr, pick, word) {
    const { nodes } = tr.doc.type.schema
    const line = nodes.paragraph?.create(null, tr.doc.type.schema.text(word))
    const pos = pick(places(tr.doc, (node) => node.isBlock && !node.isTextblock))
    if (pos === undefined || !line) return
    const isList = nodeAt(tr, pos).type.contentMatch.defaultType?.name === "listItem"
    tr.insert(pos + 1, (isList && nodes.listItem?.create(null, line)) || line)
  },
  mark(tr, pick, word) {
    const pos = pick(places(tr.doc, (node) => "capacity" in node.attrs || "owners" in node.attrs))
    if (pos === undefined) return
    const name = "capacity" in nodeAt(tr, pos).attrs ? "capacity" : "due"
    tr.setNodeAttribute(pos, name, word)
  },
  split(tr, pick) {
    const pos = pick(places(tr.doc, (node) => node.isText))
    const at = pos === undefined ? null : pos + Math.ceil(nodeAt(tr, pos).nodeSize / 2)
    const depth = pick([1, 2])
    if (at !== null && canSplit(tr.doc, at, depth)) tr.split(at, depth)
  },
  join(tr, pick) {
    const joinable = (at: number) =>
      nodeAt(tr, at).type === tr.doc.resolve(at).nodeBefore?.type && canJoin(tr.doc, at)
    const pos = pick(places(tr.doc, (node) => node.isBlock).filter(joinable))
    if (pos !== undefined) tr.join(pos)
  },
  wrap(tr, pick) {
    const pos = pick(places(tr.doc, (node) => node.isTextblock))
    const range = pos === undefined ? null : tr.doc.resolve(pos + 1).blockRange()
    const name = pick(["bulletList", "blockquote", "decision"])
    const type = tr.doc.type.schema.nodes[name ?? ""]
    const wrapping = range && type ? findWrapping(range, type) : null
    if (range && wrapping) tr.wrap(range, wrapping)
  },
  lift(tr, pick) {
    const pos = pick(places(tr.doc, (node, parent) => node.isTextblock && parent !== tr.doc))
    const range = pos === undefined ? null : tr.doc.resolve(pos + 1).blockRange()
    const target = range && liftTarget(range)
    if (range && typeof target === "number") tr.lift(range, target)
  },
  span(tr, pick) {
    const texts = places(tr.doc, (node) => node.isText)
    const [one, other] = [pick(texts), pick(texts)]
    if (one === undefined || other === undefined) return
    tr.deleteRange(Math.min(one, other), Math.max(one, other) + 1)
  },
}

/** One edit, made as an editor makes it. The result must be valid, or the edit itself is wrong. */
export function edit(view: EditorView, kind: Kind, pick: Pick, word: string) {
  const { tr } = view.state
  edits[kind](tr, pick, word)
  tr.doc.check()
  if (tr.docChanged) view.dispatch(tr)
}

/** The document with a word of its own in every line, so that each can be looked for. */
export function withWords(doc: Node): Node {
  let count = 0
  const marked = (node: Node): Node => {
    if (node.isTextblock) return node.copy(Fragment.from(node.type.schema.text(`b${count++}z`)))
    return node.copy(Fragment.from(node.children.map(marked)))
  }
  return marked(doc)
}
