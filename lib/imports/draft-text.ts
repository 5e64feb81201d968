import {
  type Block,
  type BulletList,
  emptyDoc,
  type Inline,
  isLinkTarget,
  LIMITS,
  type ListItem,
  type Mark,
  type OrderedList,
  type Paragraph,
  type PlainBlock,
  type SectionDoc,
} from "@/lib/minutes/model"
import type { PortableReport, ReadBlock } from "./read/model"
import { sliceRich } from "./read/text/rich"

/** What the text of a block is made of. */
type TextBlock = Pick<ReadBlock, "id" | "kind" | "depth" | "value" | "marker" | "text" | "marks">
type Outcomes = Pick<PortableReport, "decisions" | "actions">

/**
 * Blocks of one section as the minutes hold them: paragraphs, lists and quotes with their emphasis
 * and links. A paragraph that the source itself marks as a decision or an action becomes one; a
 * sentence in prose that merely reads like one stays prose, for a person to mark.
 */
export function docOfBlocks(blocks: readonly TextBlock[], outcomes: Outcomes): SectionDoc {
  const content: Block[] = []
  for (const block of blocks) {
    const last = content.at(-1)
    const marked = recordBlock(block, outcomes)
    if (marked) content.push(marked)
    else if (block.kind === "bullet" || block.kind === "ordered") {
      const type = block.kind === "bullet" ? "bulletList" : "orderedList"
      const entry: ListItem = { type: "listItem", content: [paragraphOf(block)] }
      if (last?.type === type && block.depth > 0 && addBelow(last, type, entry, block)) continue
      if (last?.type === type && block.depth === 0 && countsOn(last, block))
        last.content.push(entry)
      else content.push(listOf(type, entry, block))
    } else if (block.kind === "quote") {
      if (last?.type === "blockquote") last.content.push(paragraphOf(block))
      else content.push({ type: "blockquote", content: [paragraphOf(block)] })
    } else content.push(paragraphOf(block))
  }
  return content.length > 0 ? { type: "doc", content } : emptyDoc()
}

function listOf(type: "bulletList" | "orderedList", entry: ListItem, block: TextBlock): PlainBlock {
  if (type === "bulletList") return { type, content: [entry] }
  return { type, attrs: { start: block.value ?? 1 }, content: [entry] }
}

/** A deeper entry goes under the last entry above it; one level is enough for minutes. */
function addBelow(
  list: Block,
  type: "bulletList" | "orderedList",
  entry: ListItem,
  block: TextBlock,
): boolean {
  if (list.type !== "bulletList" && list.type !== "orderedList") return false
  const above = list.content.at(-1)
  if (!above) return false
  const inner = above.content.at(-1)
  if (inner?.type === type) inner.content.push(entry)
  else above.content.push(listOf(type, entry, block))
  return true
}

/** A list whose numbers jump or begin anew is another list, so that every number stays. */
function countsOn(list: BulletList | OrderedList, { value }: TextBlock): boolean {
  if (list.type === "bulletList") return true
  return value === list.attrs.start + list.content.length
}

/** A block that the source marks as an outcome; the word that marks it is no part of its text. */
function recordBlock(block: TextBlock, { decisions, actions }: Outcomes): Block | null {
  const whole = ({ block: of, how }: { block: number; how: "read" | "inferred" }) =>
    of === block.id && how === "read"
  const id = crypto.randomUUID()
  const decision = decisions.find(whole)
  if (decision) return { type: "decision", attrs: { id }, content: [after(block, decision.from)] }
  const action = actions.find(whole)
  if (!action) return null
  const owners = action.owners.map((name) => ({ personId: null, name: name.slice(0, LIMITS.name) }))
  const attrs = { id, owners, due: action.due }
  return { type: "action", attrs, content: [after(block, action.from)] }
}

function after(block: TextBlock, from: number): Paragraph {
  const { text, marks } = sliceRich({ text: block.text, at: [], marks: block.marks }, from)
  return paragraphOf({ ...block, text, marks })
}

/** The words of one block with their emphasis and links. */
export function inlineOfBlock(block: TextBlock): Inline[] {
  return paragraphOf(block).content ?? []
}

function paragraphOf({ text, marks, marker, kind }: TextBlock): Paragraph {
  // A heading that is none of the agenda's keeps its number: it is part of what the source says.
  const lead = kind === "heading" && marker ? `${marker} ` : ""
  const edges = new Set([0, text.length])
  for (const { from, to } of marks) edges.add(from).add(to)
  const places = [...edges].filter((at) => at >= 0 && at <= text.length).sort((a, b) => a - b)
  const content: Inline[] = lead ? [{ type: "text", text: lead }] : []
  for (const [index, from] of places.entries()) {
    const to = places[index + 1]
    if (to === undefined || to === from) continue
    const here = marks.filter((mark) => mark.from <= from && mark.to >= to).flatMap(asMark)
    const unique = [...new Map(here.map((mark) => [mark.type, mark])).values()]
    content.push(...inlineOf(text.slice(from, to), unique))
  }
  return content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }
}

/** A forced line break stands in the text of a block as a line feed. */
function inlineOf(words: string, marks: Mark[]): Inline[] {
  const marked = marks.length > 0 ? { marks } : {}
  return words
    .split("\n")
    .flatMap((text, place): Inline[] => [
      ...(place > 0 ? [{ type: "hardBreak" } as const] : []),
      ...(text ? [{ type: "text", text, ...marked } as const] : []),
    ])
}

function asMark({ kind, href }: ReadBlock["marks"][number]): Mark[] {
  if (kind !== "link") return [{ type: kind }]
  // A link that leads nowhere yet keeps its words; the finding says where it stood.
  return href && isLinkTarget(href) ? [{ type: "link", attrs: { href } }] : []
}
