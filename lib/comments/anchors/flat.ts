import * as Y from "yjs"

/** A run of characters of one device, or one mention or line break (`isLeaf`), whatever words it shows. */
export type Piece = { at: number; length: number; client: number; clock: number; isLeaf: boolean }

/** One character or leaf of a shared text by its id. */
export type Id = { client: number; clock: number }

/**
 * What a fragment says, in reading order and without what parts its blocks; its notes are read behind
 * all that they belong to. A place is the number of characters before it; `blocks` are the places where
 * a block begins.
 */
export type Flat = {
  text: string
  blocks: number[]
  pieces: Piece[]
  byClient: ReadonlyMap<number, readonly Piece[]>
}

/** How many clocks a piece takes: a leaf is one, however many characters it shows. */
export const span = (piece: Piece) => (piece.isLeaf ? 1 : piece.length)

/** What an element shows that holds no text of its own; null when it is a block. */
function leafText(element: Y.XmlElement): string | null {
  if (element.nodeName === "hardBreak") return "\n"
  const { label } = element.getAttributes() as Record<string, unknown>
  return typeof label === "string" && label !== "" ? label : null
}

/** A note hangs on the words before it and is no part of them: a passage goes past it. */
export const isAside = (type: unknown): type is Y.XmlElement =>
  type instanceof Y.XmlElement && type.nodeName === "footnote"

/** Reads a fragment of a shared document. */
export function flatten(fragment: Y.XmlFragment): Flat {
  const parts: string[] = []
  const blocks: number[] = []
  const pieces: Piece[] = []
  const asides: Y.XmlElement[] = []
  let at = 0
  let isFresh = true
  const add = (id: Y.ID, words: string, isLeaf: boolean) => {
    if (isFresh) blocks.push(at)
    isFresh = false
    pieces.push({ at, length: words.length, client: id.client, clock: id.clock, isLeaf })
    parts.push(words)
    at += words.length
  }
  const read = (first: Y.Item | null) => {
    for (let item = first; item; item = item.right) {
      if (item.deleted) continue
      const { content } = item
      if (content instanceof Y.ContentString) add(item.id, content.str, false)
      else if (content instanceof Y.ContentType) {
        const { type } = content
        const leaf = type instanceof Y.XmlElement ? leafText(type) : null
        if (isAside(type)) asides.push(type)
        else if (leaf !== null) add(item.id, leaf, true)
        else if (type instanceof Y.XmlElement) {
          isFresh = true
          read(type._start)
          isFresh = true
        } else read(type._start)
      }
    }
  }
  read(fragment._start)
  for (const aside of asides) {
    isFresh = true
    read(aside._start)
  }
  const byClient = new Map<number, Piece[]>()
  for (const piece of pieces) {
    const own = byClient.get(piece.client)
    if (own) own.push(piece)
    else byClient.set(piece.client, [piece])
  }
  for (const own of byClient.values()) own.sort((one, other) => one.clock - other.clock)
  return { text: parts.join(""), blocks, pieces, byClient }
}

/**
 * Every word that a document remembers of a fragment, also what was deleted since, as it was written one
 * behind the other. What blocks were folded away is not remembered.
 */
export function everWritten(doc: Y.Doc, fragment: string): string {
  if (!doc.share.has(fragment)) return ""
  const parts: string[] = []
  const asides: Y.XmlElement[] = []
  const read = (first: Y.Item | null) => {
    for (let item = first; item; item = item.right) {
      const { content } = item
      if (content instanceof Y.ContentString) parts.push(content.str)
      if (!(content instanceof Y.ContentType)) continue
      const { type } = content
      const leaf = type instanceof Y.XmlElement ? leafText(type) : null
      if (leaf !== null) parts.push(leaf)
      else if (isAside(type)) asides.push(type)
      else read(type._start)
    }
  }
  read(doc.getXmlFragment(fragment)._start)
  for (const aside of asides) read(aside._start)
  return parts.join("")
}

/** Reads a fragment by its name; one that the document does not have says nothing, and is not made. */
export function flattenIn(doc: Y.Doc, fragment: string): Flat {
  return flatten(doc.share.has(fragment) ? doc.getXmlFragment(fragment) : new Y.XmlFragment())
}

/** The piece that holds an id; null when it is not in the text any more. */
export function pieceOf({ byClient }: Flat, { client, clock }: Id): Piece | null {
  const own = byClient.get(client) ?? []
  let low = 0
  let high = own.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const piece = own[middle] as Piece
    if (clock < piece.clock) high = middle - 1
    else if (clock >= piece.clock + span(piece)) low = middle + 1
    else return piece
  }
  return null
}

/** The pieces between two places, cut to them. */
export function piecesIn({ pieces }: Flat, from: number, to: number): Piece[] {
  const found: Piece[] = []
  for (const piece of pieces) {
    const start = Math.max(piece.at, from)
    const end = Math.min(piece.at + piece.length, to)
    if (start >= end) continue
    if (piece.isLeaf) found.push(piece)
    else {
      const clock = piece.clock + start - piece.at
      found.push({ ...piece, at: start, length: end - start, clock })
    }
  }
  return found
}

/** The words between two places as they are quoted, a block a line. */
export function wordsIn({ text, blocks }: Flat, from: number, to: number): string {
  const cuts = blocks.filter((at) => at > from && at < to)
  return [from, ...cuts].map((start, nth) => text.slice(start, cuts[nth] ?? to)).join("\n")
}
