import type { Node } from "@tiptap/pm/model"
import type { MinutesPlace } from "@/lib/minutes/check/model"

/** A paragraph as the check reads it, and where each of its characters begins and ends in the document. */
type Line = { text: string; from: number[]; to: number[] }

function lineOf(paragraph: Node, start: number): Line {
  const line: Line = { text: "", from: [], to: [] }
  paragraph.forEach((child, offset) => {
    const words = child.isText ? (child.text ?? "") : String(child.attrs.label ?? "\n")
    for (let at = 0; at < words.length; at++) {
      const from = start + offset + (child.isText ? at : 0)
      line.from.push(from)
      line.to.push(from + (child.isText ? 1 : child.nodeSize))
    }
    line.text += words
  })
  return line
}

function rangeIn(line: Line, at: number, length: number): { from: number; to: number } | null {
  const from = line.from[at]
  const to = line.to[at + length - 1]
  return from === undefined || to === undefined ? null : { from, to }
}

/**
 * Where the words of a finding stand in a section as it is now: at their place, or where they have
 * moved since the check read them, the nearest first. Null when they are gone.
 */
export function findWords(doc: Node, place: MinutesPlace): { from: number; to: number } | null {
  const { paragraph, words } = place
  if (paragraph === null || words === "") return null
  const lines: Line[] = []
  doc.descendants((node, pos) => {
    if (node.isTextblock) lines.push(lineOf(node, pos + 1))
    return !node.isTextblock
  })
  const own = lines[paragraph]
  if (own?.text.startsWith(words, place.from)) return rangeIn(own, place.from, words.length)
  const near = lines
    .map((line, index) => ({
      line,
      far: Math.abs(index - paragraph),
      at: line.text.indexOf(words),
    }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.far - b.far)[0]
  return near ? rangeIn(near.line, near.at, words.length) : null
}
