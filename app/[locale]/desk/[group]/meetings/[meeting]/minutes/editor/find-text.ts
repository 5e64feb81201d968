import type { Node } from "@tiptap/pm/model"
import { foldName } from "@/lib/people/model"
import { fieldsText, isRecord } from "./record-commands"

/** A place where the words were found; `block` where they stand in the fields of a block. */
export type Hit = { from: number; to: number; block: boolean }

/** Letters as they are compared, and for each of them where in the document it begins and ends. */
type Folded = { text: string; from: number[]; to: number[] }

const known = new Map<string, string>()

/** One letter without case and accents: none, one or several. */
function foldLetter(letter: string): string {
  if (/\s/.test(letter)) return " "
  const before = known.get(letter)
  if (before !== undefined) return before
  const folded = foldName(letter)
  known.set(letter, folded)
  return folded
}

/** Words as they are compared. */
export function foldWords(words: string): string {
  return [...words.normalize("NFC")].map(foldLetter).join("")
}

function add(folded: Folded, letter: string, from: number, to: number) {
  const plain = foldLetter(letter)
  // An accent that follows its letter belongs to it.
  if (plain === "" && folded.to.length > 0) folded.to[folded.to.length - 1] = to
  for (let unit = 0; unit < plain.length; unit++) {
    folded.from.push(from)
    folded.to.push(to)
  }
  folded.text += plain
}

const lines = new WeakMap<Node, Folded>()

/** A line of text; positions count from its start. Nodes never change, so it is folded once. */
function foldLine(line: Node): Folded {
  const before = lines.get(line)
  if (before) return before
  const folded: Folded = { text: "", from: [], to: [] }
  line.forEach((child, offset) => {
    if (child.isText) {
      let at = offset
      for (const letter of child.text ?? "") {
        add(folded, letter, at, at + letter.length)
        at += letter.length
      }
    } else {
      const words = child.type.name === "mention" ? String(child.attrs.label) : " "
      for (const letter of words) add(folded, letter, offset, offset + child.nodeSize)
    }
  })
  lines.set(line, folded)
  return folded
}

/** Every place in a section that reads as the words do, whatever case and accents; in order. */
export function findIn(doc: Node, words: string): Hit[] {
  const wanted = foldWords(words)
  if (wanted.trim() === "") return []
  const hits: Hit[] = []
  doc.descendants((node, pos) => {
    if (isRecord(node) && foldWords(fieldsText(node)).includes(wanted)) {
      hits.push({ from: pos, to: pos + node.nodeSize, block: true })
    }
    if (!node.isTextblock) return true
    const { text, from, to } = foldLine(node)
    for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      const [start = 0, end = 0] = [from[at], to[at + wanted.length - 1]]
      hits.push({ from: pos + 1 + start, to: pos + 1 + end, block: false })
    }
    return false
  })
  return hits
}
