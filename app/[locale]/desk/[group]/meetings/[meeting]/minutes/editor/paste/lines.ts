import type { Block, Inline, ListItem, Mark, PlainBlock } from "@/lib/minutes/model"

/** One list around a line: which list, which item of it, and how it counts. */
export type Level = { list: number; item: number; ordered: boolean; start: number }
/** A line of what is pasted: its words, the lists around it from the outside, its quote. */
export type Line = { content: Inline[]; path: Level[]; quote: number | null }

/** Deeper lists than this are flattened into the deepest: nobody takes such minutes. */
const DEEPEST = 8

/** Nothing to see, and nothing that can be stored: NUL and its like, halves of characters, fillers. */
const rubbish = /(?!\s)\p{Cc}|\p{Surrogate}|[\u00ad\u200b\u2060\ufeff\ufffc]/gu

export const cleanText = (text: string) => text.replace(rubbish, "")

const sameMarks = (one: Mark[], other: Mark[]) => JSON.stringify(one) === JSON.stringify(other)

/** Adds words to a line. White space is one space, and none where the line or a break begins. */
export function addText(content: Inline[], written: string, marks: Mark[]) {
  const last = content.at(-1)
  const isStart =
    !last || last.type === "hardBreak" || (last.type === "text" && /\s$/.test(last.text))
  // A space that does not break, standing alone, is there for a reason.
  let text = cleanText(written).replace(/\s+/g, (gap) => (/^[\u00a0\u202f]$/.test(gap) ? gap : " "))
  if (isStart) text = text.replace(/^\s+/, "")
  if (text === "") return
  if (last?.type === "text" && sameMarks(last.marks ?? [], marks)) last.text += text
  else content.push(marks.length > 0 ? { type: "text", text, marks } : { type: "text", text })
}

/** The line without what is invisible at its end. */
export function trimEnd(content: Inline[]): Inline[] {
  const kept = [...content]
  for (let last = kept.at(-1); last && last.type !== "mention"; last = kept.at(-1)) {
    const text = last.type === "text" ? last.text.replace(/\s+$/, "") : ""
    kept.pop()
    if (text !== "") return [...kept, { ...last, type: "text", text }]
  }
  return kept
}

const paragraph = (content: Inline[]): PlainBlock & { type: "paragraph" } =>
  content.length > 0 ? { type: "paragraph", content } : { type: "paragraph" }

type Open = { level: Level; items: ListItem[] }

function openList({ ordered, start }: Level): { block: PlainBlock; items: ListItem[] } {
  const items: ListItem[] = []
  const block: PlainBlock = ordered
    ? { type: "orderedList", attrs: { start }, content: items }
    : { type: "bulletList", content: items }
  return { block, items }
}

/** Puts lines together that stand in one list, and in one item of it. */
function plainBlocks(lines: readonly Line[]): PlainBlock[] {
  const blocks: PlainBlock[] = []
  let open: Open[] = []
  for (const { content, path } of lines) {
    const levels = path.length > DEEPEST ? [...path.slice(0, DEEPEST - 1), ...path.slice(-1)] : path
    let shared = 0
    while (shared < open.length && open[shared]?.level.list === levels[shared]?.list) shared++
    open = open.slice(0, shared)
    let into: PlainBlock[] = blocks
    for (const [depth, level] of levels.entries()) {
      let list = open[depth]
      if (!list) {
        const made = openList(level)
        // An item that begins with a list gets a line of its own, as the text has it.
        if (depth > 0 && into.length === 0) into.push(paragraph([]))
        into.push(made.block)
        list = { level: { ...level, item: Number.NaN }, items: made.items }
        open.push(list)
      }
      if (list.level.item !== level.item) {
        list.level = level
        list.items.push({ type: "listItem", content: [] as unknown as ListItem["content"] })
        open = open.slice(0, depth + 1)
      }
      into = list.items.at(-1)?.content ?? blocks
    }
    into.push(paragraph(content))
  }
  return blocks
}

/** The blocks that the lines make. `quotes` says whether quotes may stand where they are to go. */
export function blocksOf(lines: readonly Line[], quotes = true): Block[] {
  const groups: { quote: number | null; lines: Line[] }[] = []
  for (const line of lines) {
    const quote = quotes ? line.quote : null
    const last = groups.at(-1)
    if (last && last.quote === quote) last.lines.push(line)
    else groups.push({ quote, lines: [line] })
  }
  return groups.flatMap(({ quote, lines }): Block[] =>
    quote === null ? plainBlocks(lines) : [{ type: "blockquote", content: plainBlocks(lines) }],
  )
}
