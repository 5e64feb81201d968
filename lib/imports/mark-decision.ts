import type { Block, Inline, Paragraph } from "@/lib/minutes/model"
import { inlineText } from "@/lib/minutes/model"

/**
 * Makes a sentence a decision of its own; what stood before and after it in its paragraph stays there,
 * as paragraphs around it. Where the sentence stands in no paragraph, nothing changes.
 */
export function markDecision(content: readonly Block[], sentence: string): Block[] {
  const wanted = sentence.trim()
  if (wanted === "") return [...content]
  const at = content.findIndex(
    (block) => block.type === "paragraph" && inlineText(block.content).includes(wanted),
  )
  const block = content[at]
  if (!block || block.type !== "paragraph") return [...content]
  const from = inlineText(block.content).indexOf(wanted)
  const to = from + wanted.length
  const decision: Block = {
    type: "decision",
    attrs: { id: crypto.randomUUID() },
    content: [lineOf(block, from, to) ?? { type: "paragraph" }],
  }
  const around = [lineOf(block, 0, from), decision, lineOf(block, to, Number.POSITIVE_INFINITY)]
  return [
    ...content.slice(0, at),
    ...around.filter((each) => each !== null),
    ...content.slice(at + 1),
  ]
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
