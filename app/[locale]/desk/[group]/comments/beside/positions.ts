import type { Node } from "@tiptap/pm/model"

/** The characters of an editor's document in reading order, and where each begins and ends in it. */
export type Positions = { text: string; from: number[]; to: number[] }

/** Reads a document as `flatten` reads its shared fragment: the same text, so that places can be told. */
export function positionsIn(doc: Node): Positions {
  const read: Positions = { text: "", from: [], to: [] }
  const parts: string[] = []
  doc.descendants((node, pos) => {
    if (!node.isInline) return true
    const words = node.isText ? (node.text ?? "") : String(node.attrs.label ?? "\n")
    for (let at = 0; at < words.length; at++) {
      read.from.push(node.isText ? pos + at : pos)
      read.to.push(node.isText ? pos + at + 1 : pos + node.nodeSize)
    }
    parts.push(words)
    return false
  })
  return { ...read, text: parts.join("") }
}

/** The selection between two places of the text; null when they hold nothing. */
export function selectionAt(
  { from, to }: Positions,
  place: { from: number; to: number },
): { from: number; to: number } | null {
  const [start, end] = [from[place.from], to[place.to - 1]]
  return start === undefined || end === undefined ? null : { from: start, to: end }
}

/** The places of the text that a selection holds. */
export function placeAt(
  positions: Positions,
  selection: { from: number; to: number },
): { from: number; to: number } {
  const from = positions.from.findIndex((start) => start >= selection.from)
  const to = positions.to.findLastIndex((end) => end <= selection.to) + 1
  return from < 0 ? { from: 0, to: 0 } : { from, to: Math.max(from, to) }
}
