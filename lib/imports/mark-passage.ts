import {
  type Action,
  type Block,
  type BulletList,
  blockText,
  type Decision,
  type Inline,
  inlineText,
  type ListItem,
  type OrderedList,
  type Paragraph,
} from "@/lib/minutes/model"

/** What ends in front of a whole sentence: a mark that ends another one, or leads over to it. */
const ENDED = /[.!?…:;]["'”’»)\]]*$/u

/** Makes the block of a passage from its words. */
export type MakeBlock = (words: Paragraph) => Decision | Action

/**
 * Makes a passage of a section a block of its own. What stands before and after it in its paragraph,
 * or in its list, stays there, around it. Where the passage is part of a sentence or of another block,
 * or has been rewritten, the new block repeats it behind what holds it, or at the end, with a capital.
 */
export function markPassage(content: readonly Block[], passage: string, make: MakeBlock): Block[] {
  const wanted = passage.trim()
  if (wanted === "") return [...content]
  for (const [at, block] of content.entries()) {
    const parts = cutOut(block, wanted, make)
    if (parts) return [...content.slice(0, at), ...parts, ...content.slice(at + 1)]
  }
  const text = wanted.replace(/^\p{Ll}(?!\p{Lu})/u, (letter) => letter.toUpperCase())
  const repeated = make({ type: "paragraph", content: [{ type: "text", text }] })
  const at = content.findIndex((block) => blockText(block).includes(wanted))
  const behind = at < 0 ? content.length : at + 1
  return [...content.slice(0, behind), repeated, ...content.slice(behind)]
}

/** The block in three parts, the middle one being the passage; null when it does not stand in it. */
function cutOut(block: Block, wanted: string, make: MakeBlock): Block[] | null {
  if (block.type === "paragraph") {
    const words = inlineText(block.content)
    const from = words.indexOf(wanted)
    if (from < 0) return null
    const lead = words.slice(0, from).trimEnd()
    if (lead !== "" && !ENDED.test(lead)) return null
    const to = from + wanted.length
    const middle = lineOf(block, from, to) ?? { type: "paragraph" }
    const around = [lineOf(block, 0, from), make(middle), lineOf(block, to, words.length)]
    return around.filter((part) => part !== null)
  }
  if (block.type !== "bulletList" && block.type !== "orderedList") return null
  const at = block.content.findIndex(
    ({ content: [line, ...below] }) =>
      below.length === 0 && inlineText(line.content).includes(wanted),
  )
  const entry = block.content[at]
  const parts = entry ? cutOut(entry.content[0], wanted, make) : null
  if (!parts) return null
  const lines = parts.flatMap((part) => (part.type === "paragraph" ? itemOf(part) : part))
  return [
    ...listOf(block, block.content.slice(0, at), 0),
    ...lines.flatMap((part) => (part.type === "listItem" ? listOf(block, [part], at) : part)),
    ...listOf(block, block.content.slice(at + 1), at + 1),
  ]
}

const itemOf = (line: Paragraph): ListItem => ({ type: "listItem", content: [line] })

/** Some of a list's entries as a list that counts on from where they stood; nothing for none. */
function listOf(list: BulletList | OrderedList, content: ListItem[], skipped: number): Block[] {
  if (content.length === 0) return []
  if (list.type === "bulletList") return [{ type: "bulletList", content }]
  return [{ type: "orderedList", attrs: { start: list.attrs.start + skipped }, content }]
}

/** The characters of a paragraph from `from` to `to`, with their emphasis; null when nothing is there. */
function lineOf({ content = [] }: Paragraph, from: number, to: number): Paragraph | null {
  const kept: Inline[] = []
  let place = 0
  for (const node of content) {
    const words = inlineText([node])
    const [start, end] = [Math.max(from - place, 0), Math.min(to - place, words.length)]
    place += words.length
    if (start >= end) continue
    kept.push(node.type === "text" ? { ...node, text: words.slice(start, end) } : node)
  }
  if (inlineText(kept).trim() === "") return null
  return { type: "paragraph", content: trimmed(kept) }
}

function trimmed(nodes: Inline[]): Inline[] {
  return nodes
    .map((node, at) => {
      if (node.type !== "text") return node
      const start = at === 0 ? node.text.trimStart() : node.text
      return { ...node, text: at === nodes.length - 1 ? start.trimEnd() : start }
    })
    .filter((node) => node.type !== "text" || node.text !== "")
}
