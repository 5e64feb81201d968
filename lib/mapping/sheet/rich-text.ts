import type { Inline, ListItem, PlainBlock } from "@/lib/minutes/model"
import { type Nameable, readInline, writeInline } from "./inline"

/**
 * Rich text of a cell in plain words that a person can change in a spreadsheet: a line for each
 * paragraph, `• ` and `1. ` before the entries of lists, those of lists within them two blanks in.
 */
export function writeRichText(
  blocks: readonly PlainBlock[],
  people: readonly Nameable[] = [],
): string {
  return linesOf(blocks, people)
    .filter((line) => line.trim() !== "")
    .join("\n")
}

function linesOf(blocks: readonly PlainBlock[], people: readonly Nameable[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === "paragraph") return [lineOf(block.content, people)]
    return block.content.flatMap((item, index) => {
      const sign = block.type === "bulletList" ? "• " : `${block.attrs.start + index}. `
      const [first = "", ...rest] = linesOf(item.content, people)
      return [sign + first, ...rest.map((line) => `  ${line}`)]
    })
  })
}

/** A paragraph that begins as an entry of a list does has a `\` before it. */
function lineOf(content: readonly Inline[] | undefined, people: readonly Nameable[]): string {
  const line = writeInline(content, people).trimStart()
  return ENTRY.test(line) ? `\\${line}` : line
}

const ENTRY = /^(?:[•*·–-]|\d{1,4}[.)])\s/

type Line = { depth: number; sign: string; words: string }

/** Reads what `writeRichText` writes, and what people write in spreadsheets; `people` may be named by `@`. */
export function readRichText(text: string, people: readonly Nameable[]): PlainBlock[] {
  const longestFirst = [...people].sort((one, other) => other.name.length - one.name.length)
  const lines: Line[] = []
  const parts = text.replace(/\r\n?/g, "\n").split("\n")
  for (let at = 0; at < parts.length; at++) {
    let line = (parts[at] ?? "").trimEnd()
    while (line.endsWith("\\") && at + 1 < parts.length) line += `\n${parts[++at]?.trim() ?? ""}`
    if (line.trim() !== "") lines.push(lineFrom(line))
  }
  return blocksOf(lines, longestFirst)
}

function lineFrom(line: string): Line {
  const words = line.trimStart()
  const depth = Math.min(8, Math.floor((line.length - words.length) / 2))
  const [entry] = ENTRY.exec(words) ?? []
  if (!entry) return { depth, sign: "", words }
  return { depth, sign: entry.trim(), words: words.slice(entry.length).trimStart() }
}

function blocksOf(lines: readonly Line[], people: readonly Nameable[]): PlainBlock[] {
  const blocks: PlainBlock[] = []
  for (let at = 0; at < lines.length; ) {
    const line = lines[at]
    if (!line) break
    let end = at + 1
    if (line.sign) while ((lines[end]?.depth ?? -1) > line.depth) end++
    if (!line.sign) blocks.push(paragraph(line.words, people))
    else {
      const below = blocksOf(lines.slice(at + 1, end), people)
      addItem(blocks, line.sign, [paragraph(line.words, people), ...below])
    }
    at = end
  }
  return blocks
}

function addItem(blocks: PlainBlock[], sign: string, content: ListItem["content"]): void {
  const item: ListItem = { type: "listItem", content }
  const last = blocks.at(-1)
  const numbered = /\d/.test(sign)
  if (last?.type === (numbered ? "orderedList" : "bulletList")) last.content.push(item)
  else if (!numbered) blocks.push({ type: "bulletList", content: [item] })
  else
    blocks.push({
      type: "orderedList",
      attrs: { start: Number.parseInt(sign, 10) },
      content: [item],
    })
}

function paragraph(words: string, people: readonly Nameable[]) {
  const content = readInline(words, people)
  return content.length > 0
    ? { type: "paragraph" as const, content }
    : { type: "paragraph" as const }
}
