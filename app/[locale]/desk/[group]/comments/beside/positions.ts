import type { Node } from "@tiptap/pm/model"

/**
 * The characters of an editor's document in reading order, and where each begins and ends in it. The
 * words of notes stand behind all others, from `notesAt` on.
 */
export type Positions = { text: string; from: number[]; to: number[]; notesAt: number }

/** Reads a document as `flatten` reads its shared fragment: the same text, so that places can be told. */
export function positionsIn(doc: Node): Positions {
  const read: Positions = { text: "", from: [], to: [], notesAt: 0 }
  const parts: string[] = []
  const notes: [Node, number][] = []
  const readIn = (parent: Node, start: number) =>
    parent.descendants((node, at) => {
      if (!node.isInline) return true
      const pos = start + at
      if (!node.isLeaf) notes.push([node, pos + 1])
      else {
        const words = node.isText ? (node.text ?? "") : String(node.attrs.label ?? "\n")
        for (let nth = 0; nth < words.length; nth++) {
          read.from.push(node.isText ? pos + nth : pos)
          read.to.push(node.isText ? pos + nth + 1 : pos + node.nodeSize)
        }
        parts.push(words)
      }
      return false
    })
  readIn(doc, 0)
  read.notesAt = read.from.length
  for (const [note, start] of notes) readIn(note, start)
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

/** The places of the text that a selection holds; of a note where it holds no other words. */
export function placeAt(
  { from, to, notesAt }: Positions,
  selection: { from: number; to: number },
): { from: number; to: number } {
  const within = (start: number, end: number) => {
    let [first, last] = [start, end]
    while (first < last && (from[first] ?? 0) < selection.from) first++
    while (last > first && (to[last - 1] ?? 0) > selection.to) last--
    return { from: first, to: last }
  }
  const words = within(0, notesAt)
  return words.from < words.to ? words : within(notesAt, from.length)
}

/** The note that a position stands in, as the positions before and behind it; null in the text itself. */
export function noteAround(doc: Node, pos: number): { from: number; to: number } | null {
  const around = doc.resolve(pos)
  return around.parent.isInline ? { from: around.before(), to: around.after() } : null
}
