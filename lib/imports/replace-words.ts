import type { Quoted } from "@/lib/check/model"
import {
  type Block,
  type Inline,
  inlineText,
  type ListItem,
  type Paragraph,
  type SectionDoc,
} from "@/lib/minutes/model"

/**
 * The document with the first such words replaced, or null when they do not stand in it. Emphasis stays;
 * a paragraph that has lost its last word is taken away, and so is an entry of a list.
 */
export function replaceWords(
  doc: SectionDoc,
  words: Quoted,
  by: string,
  how: Closeness,
): SectionDoc | null {
  let done = false
  const content = doc.content.flatMap(inBlock)
  if (!done) return null
  return { type: "doc", content: content.length > 0 ? content : [{ type: "paragraph" }] }

  function inBlock<T extends Block | ListItem>(block: T): T[] {
    if (done) return [block]
    if (block.type === "paragraph") {
      const line = inParagraph(block)
      return line === null ? [] : [line as T]
    }
    const content = (block.content as (Block | ListItem)[]).flatMap(inBlock)
    if (!done) return [block]
    return content.length > 0 ? [{ ...block, content } as T] : []
  }

  function inParagraph(line: Paragraph): Paragraph | null {
    const text = inlineText(line.content)
    const at = placeIn(text, words, by, how)
    if (at === null) return line
    done = true
    const range = by === "" ? withSpace(text, at) : at
    const content = spliced(line.content ?? [], range, by)
    return inlineText(content).trim() === "" ? null : { ...line, content }
  }
}

/** How closely words are looked for: with all that stood before them, where they stand once, or anywhere. */
export type Closeness = "exact" | "loose" | "anywhere"

/** Where words stand in a text; null where they do not, or where `by` stands in their place already. */
function placeIn(
  text: string,
  { before, there }: Quoted,
  by: string,
  how: Closeness,
): { from: number; to: number } | null {
  if (there === "") return null
  const plain = text.replaceAll("\n", " ")
  const wanted = there.replaceAll("\n", " ")
  if (how === "anywhere") {
    let at = plain.indexOf(wanted)
    while (at >= 0 && !isApart(at, at + wanted.length)) at = plain.indexOf(wanted, at + 1)
    return at < 0 ? null : { from: at, to: at + wanted.length }
  }
  const leads = how === "exact" ? [before] : [before.slice(-12), before.slice(-6)]
  for (const lead of leads) {
    const at = lead === "" ? -1 : plain.indexOf(lead.replaceAll("\n", " ") + wanted)
    if (at >= 0) return unlessDone(at + lead.length)
  }
  if (how === "exact") return before === "" && plain.startsWith(wanted) ? unlessDone(0) : null
  const only = plain.indexOf(wanted)
  const isClear = wanted.length > 3 && only >= 0 && plain.indexOf(wanted, only + 1) < 0
  return isClear && isApart(only, only + wanted.length) ? unlessDone(only) : null

  function unlessDone(from: number) {
    const isDone = by.startsWith(there) && plain.startsWith(by, from)
    return isDone ? null : { from, to: from + wanted.length }
  }

  /** "May" does not stand in "Mayor". */
  function isApart(from: number, to: number): boolean {
    return (
      !/[\p{L}\p{N}]{2}/u.test(plain.slice(from - 1, from + 1)) &&
      !/[\p{L}\p{N}]{2}/u.test(plain.slice(to - 1, to + 1))
    )
  }
}

/** Text with a range of it replaced; what is taken away takes the space before it along. */
export function replaceIn(text: string, words: Quoted, by: string, how: Closeness): string | null {
  const at = placeIn(text, words, by, how)
  if (at === null) return null
  const { from, to } = by === "" ? withSpace(text, at) : at
  return text.slice(0, from) + by + text.slice(to)
}

function withSpace(text: string, { from, to }: { from: number; to: number }) {
  const isApart = from === 0 || /\s/.test(text.charAt(from - 1))
  const ends = to === text.length || /[\s.,;:)\]]/.test(text.charAt(to))
  return { from: isApart && ends && from > 0 ? from - 1 : from, to }
}

/** The nodes with new words in a range, marked as the first of the words that they replace. */
function spliced(
  nodes: readonly Inline[],
  range: { from: number; to: number },
  by: string,
): Inline[] {
  let place = 0
  let written = by === ""
  return nodes.flatMap((node): Inline[] => {
    const words = inlineText([node])
    const from = Math.max(range.from - place, 0)
    const to = Math.min(range.to - place, words.length)
    place += words.length
    if (from >= to) return [node]
    const added = written ? "" : by
    written = true
    const text = words.slice(0, from) + added + words.slice(to)
    if (text === "") return []
    const marks = "marks" in node && node.marks ? { marks: node.marks } : {}
    return [{ type: "text", text, ...marks }]
  })
}
