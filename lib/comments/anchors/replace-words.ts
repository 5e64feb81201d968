import * as Y from "yjs"
import type { Place } from "./find-quote"
import { flattenIn, type Piece, piecesIn } from "./flat"
import { hull } from "./moved-words"

/** Words on one line: a passage is a part of its block. */
const onOneLine = (words: string) => words.trim().replace(/\s+/g, " ")

function itemOf(doc: Y.Doc, { client, clock }: Piece): Y.Item {
  const item: unknown = Y.getItem(doc.store, Y.createID(client, clock))
  if (item instanceof Y.Item) return item
  throw new Error("A character stands nowhere")
}

/** How many characters of its text stand before a piece. */
function offsetOf(item: Y.Item, piece: Piece): number {
  let offset = piece.clock - item.id.clock
  for (let left = item.left; left; left = left.left)
    if (!left.deleted && left.countable) offset += left.length
  return offset
}

function take(doc: Y.Doc, piece: Piece): void {
  const item = itemOf(doc, piece)
  const { parent } = item
  if (parent instanceof Y.XmlText) parent.delete(offsetOf(item, piece), piece.length)
  else if (parent instanceof Y.XmlFragment) parent.delete(offsetOf(item, piece), 1)
  if (parent instanceof Y.XmlText || parent instanceof Y.XmlFragment) clear(parent)
}

/** A cell without words keeps its place in its row. */
const isCell = (type: unknown) =>
  type instanceof Y.XmlElement && ["tableCell", "tableHeader"].includes(type.nodeName)

/** Takes away a block that has nothing in it any more, with what stood around nothing but it. */
function clear(type: Y.XmlText | Y.XmlFragment): void {
  const own = type._item
  const parent: unknown = type.parent
  if (!own || type.length > 0 || isCell(type) || !(parent instanceof Y.XmlFragment)) return
  const index = parent.toArray().indexOf(type as Y.XmlElement)
  parent.delete(index, 1)
  clear(parent)
}

function put(doc: Y.Doc, first: Piece, words: string): void {
  const item = itemOf(doc, first)
  const { parent } = item
  // Behind the first character, so that whoever follows the passage finds the new words inside it.
  const at = offsetOf(item, first) + 1
  if (parent instanceof Y.XmlText) parent.insert(at, words)
  else if (parent instanceof Y.XmlFragment) parent.insert(at, [new Y.XmlText(words)])
}

/**
 * Puts other words in the place of a passage, on one line and with the look of its first character;
 * returns where they stand. What others write around it at the same time stays.
 */
export function replaceWords(
  doc: Y.Doc,
  fragment: string,
  { from, to }: Place,
  words: string,
): Place {
  const [whole, ...others] = piecesIn(flattenIn(doc, fragment), from, to)
  if (!whole) throw new Error("A passage has no words")
  const [first, tail] = whole.isLeaf ? [whole, null] : cut(whole)
  const clock = Y.getState(doc.store, doc.clientID)
  doc.transact(() => {
    put(doc, first, onOneLine(words))
    for (const piece of others.reverse()) take(doc, piece)
    if (tail) take(doc, tail)
    take(doc, first)
  })
  const { pieces } = flattenIn(doc, fragment)
  const own = pieces.filter((piece) => piece.client === doc.clientID && piece.clock >= clock)
  return hull(own.map(({ at, length }) => ({ from: at, to: at + length })))
}

/** The first character of a piece, and the rest of it. */
function cut(piece: Piece): [Piece, Piece | null] {
  const { at, clock, length } = piece
  const first = { ...piece, length: 1 }
  return [first, length > 1 ? { ...piece, at: at + 1, clock: clock + 1, length: length - 1 } : null]
}
