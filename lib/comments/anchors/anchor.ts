import * as Y from "yjs"
import {
  type Around,
  findQuote,
  longEnough,
  type Place,
  type Squeezed,
  squeeze,
  squeezed,
} from "./find-quote"
import { type Flat, type Id, isAside, pieceOf, piecesIn, span, wordsIn } from "./flat"

/**
 * Where a passage stands in a fragment of a shared document. Its ends are Yjs relative positions: the
 * first and the last of its characters. Without them it is found by its words alone.
 */
export type Anchor = {
  start: Uint8Array | null
  end: Uint8Array | null
  quote: string
  before: string
  after: string
}

/** The characters that a passage may have; what is longer is a section. */
export const longestQuote = 2_000
/** How many characters before and after a passage are kept with it. */
const contextLength = 60
/** In how many of them a place has to agree before words without an anchor are taken for the same. */
const enoughContext = 10

/** Fewer letters than this, of a passage of at least twice as many, are left over by chance. */
const leastLeft = 3

/** Whether what is left of a passage is no word of it any more: an editor keeps a letter that fits. */
export function isRemnant(words: string, quote: string): boolean {
  const left = squeezed(words)
  const whole = squeezed(quote)
  return left.length < leastLeft && whole.length >= 2 * leastLeft && whole.includes(left)
}

/** What stands around a passage. */
export function aroundOf(flat: Flat, { from, to }: Place): Around {
  const { length } = flat.text
  return {
    before: wordsIn(flat, Math.max(0, from - contextLength), from),
    after: wordsIn(flat, to, Math.min(length, to + contextLength)),
  }
}

/** The ends of a passage as they are stored; they stay with its first and last character. */
export function endsOf(flat: Flat, { from, to }: Place): { start: Uint8Array; end: Uint8Array } {
  const pieces = piecesIn(flat, from, to)
  const first = pieces[0]
  const last = pieces.at(-1)
  if (!first || !last) throw new Error("A passage has no words")
  return {
    start: encode(first, 0),
    end: encode({ client: last.client, clock: last.clock + span(last) - 1 }, -1),
  }
}

function encode({ client, clock }: Id, assoc: number): Uint8Array {
  const position = new Y.RelativePosition(null, null, Y.createID(client, clock), assoc)
  return Y.encodeRelativePosition(position)
}

/**
 * An anchor on the words between two places; without the white space at its ends, and not longer than
 * `longestQuote`. Null where there is no word.
 */
export function anchorAt(flat: Flat, place: Place): (Anchor & Place) | null {
  const words = flat.text.slice(place.from, Math.min(place.to, place.from + longestQuote))
  const from = place.from + words.length - words.trimStart().length
  const to = place.from + words.trimEnd().length
  if (from >= to) return null
  const kept = { from, to }
  return { ...kept, ...endsOf(flat, kept), quote: wordsIn(flat, from, to), ...aroundOf(flat, kept) }
}

/** The id that an end names; null when its bytes are not those of an anchor. */
function idOf(bytes: Uint8Array): Id | null {
  try {
    return Y.decodeRelativePosition(bytes).item
  } catch {
    return null
  }
}

/** Whether an end names a character that the document does not know: it was written, and is not kept yet. */
export function isUnknown(doc: Y.Doc, { start, end }: Pick<Anchor, "start" | "end">): boolean {
  return [start, end].some((bytes) => {
    const id = bytes && idOf(bytes)
    return id !== null && id.clock >= Y.getState(doc.store, id.client)
  })
}

/** The living character next to one that may be gone, with it: to its right, or to its left. */
function placeOf(doc: Y.Doc, flat: Flat, id: Id | null, side: "right" | "left"): number | null {
  if (!id || id.clock >= Y.getState(doc.store, id.client)) return null
  const standing = pieceOf(flat, id)
  if (standing) {
    if (standing.isLeaf) return side === "right" ? standing.at : standing.at + standing.length
    return standing.at + id.clock - standing.clock + (side === "right" ? 0 : 1)
  }
  // What was deleted still tells where it stood, unless the block around it went and was forgotten.
  let item: Y.Item | null = Y.getItem(doc.store, Y.createID(id.client, id.clock))
  while (item instanceof Y.Item) {
    for (let next = item[side]; next; next = next[side]) {
      const found = next.deleted ? null : edgeOf(next, flat, side)
      if (found !== null) return found
    }
    const parent: unknown = item.parent
    item = parent instanceof Y.AbstractType ? parent._item : null
    if (item === null) return side === "right" ? flat.text.length : 0
  }
  return null
}

function edgeOf(item: Y.Item, flat: Flat, side: "right" | "left"): number | null {
  const first = side === "right"
  const piece = pieceOf(flat, first ? item.id : item.lastId)
  if (piece) return first ? piece.at : piece.at + piece.length
  if (!(item.content instanceof Y.ContentType) || isAside(item.content.type)) return null
  const children: Y.Item[] = []
  for (let each = item.content.type._start; each; each = each.right) children.push(each)
  if (!first) children.reverse()
  for (const child of children) {
    const found = child.deleted ? null : edgeOf(child, flat, side)
    if (found !== null) return found
  }
  return null
}

/** Whether two texts have as many letters in common, one behind the other, as a passage has at least. */
export function shareWords(one: string, other: string): boolean {
  const [words, quote] = [squeezed(one), squeezed(other)]
  const length = Math.min(leastLeft, Math.ceil(quote.length / 2))
  for (let start = 0; start + length <= quote.length; start++)
    if (words.includes(quote.slice(start, start + length))) return true
  return false
}

/** What stands between two characters that may be gone, with them, when it is some of the quoted words. */
function between(doc: Y.Doc, flat: Flat, { start, end, quote }: Anchor): Place | null {
  const [first, last] = [start && idOf(start), end && idOf(end)]
  const from = placeOf(doc, flat, first, "right")
  const to = placeOf(doc, flat, last, "left")
  if (!first || !last || from === null || to === null || from >= to) return null
  const words = flat.text.slice(from, to)
  if (isRemnant(words, quote)) return null
  // Where an end is gone, others may have written something else in the place of all of it.
  const stands = pieceOf(flat, first) !== null && pieceOf(flat, last) !== null
  return stands || shareWords(words, quote) ? { from, to } : null
}

const squeezes = new WeakMap<Flat, Squeezed>()

/** Once of a text, however many passages are looked for in it. */
function squeezedOf(flat: Flat): Squeezed {
  const known = squeezes.get(flat) ?? squeeze(flat.text)
  squeezes.set(flat, known)
  return known
}

/**
 * Where a passage stands now: by its ends, else by its words where what is around them agrees. Words
 * that were only ever quoted are found without that, too, where they are many and stand once. Null when
 * its words are gone.
 */
export function resolve(doc: Y.Doc, flat: Flat, anchor: Anchor): Place | null {
  const { quote, start, end } = anchor
  const enough = !start && !end && squeezed(quote).length >= longEnough ? 0 : enoughContext
  return between(doc, flat, anchor) ?? findQuote(squeezedOf(flat), quote, anchor, enough)
}
