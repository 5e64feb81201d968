import { diffArrays } from "diff"
import type { Inline } from "@/lib/minutes/model"
import { chunkOf } from "@/lib/minutes/plain"
import { cellText, editableBlock, editableText } from "./editable"
import { isDocumentLink } from "./links"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentInline,
  type DocumentPlain,
  type DocumentTable,
  type DocumentText,
  documentLimits,
  type TableCell,
} from "./model"

const LINK = /\[([^[\]\n]+)\]\(([^\s()]+)\)/g

/** Words with their links; an address that may not stand behind a link stays as it was typed. */
function said(text: string): Inline[] {
  const content: Inline[] = []
  let from = 0
  const plain = (words: string) => {
    const last = content.at(-1)
    if (words === "") return
    if (last?.type === "text" && !last.marks) last.text += words
    else content.push({ type: "text", text: words })
  }
  for (const { index, 0: whole, 1: words = "", 2: href = "" } of text.matchAll(LINK)) {
    plain(text.slice(from, index))
    if (isDocumentLink(href)) {
      content.push({ type: "text", text: words, marks: [{ type: "link", attrs: { href } }] })
    } else plain(whole)
    from = index + whole.length
  }
  plain(text.slice(from))
  return content
}

/** Where the bracket that opens at `from` is closed; -1 where it is not. */
function closing(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === "[") depth++
    else if (text[at] === "]" && --depth === 0) return at
  }
  return -1
}

function line(text: string): DocumentInline[] {
  const opens = text.indexOf("[^")
  const closes = opens === -1 ? -1 : closing(text, opens)
  if (closes === -1) return said(text)
  const content = said(text.slice(opens + 2, closes))
  return [
    ...said(text.slice(0, opens)),
    { type: "footnote", ...(content.length > 0 && { content }) },
    ...line(text.slice(closes + 1)),
  ]
}

const withLine = (text: string) => {
  const content = line(text)
  return content.length > 0 ? { content } : {}
}
const paragraph = (text: string): DocumentPlain => ({ type: "paragraph", ...withLine(text) })

/** Lines to blocks: runs of `- ` and `1. ` become lists (without nesting), the rest paragraphs. */
function plainBlocks(lines: readonly string[]): DocumentPlain[] {
  const blocks: DocumentPlain[] = []
  for (const each of lines) {
    const [, mark, words = ""] = /^\s*(-|\d{1,4}\.)\s+(.*)$/.exec(each) ?? []
    const last = blocks.at(-1)
    if (mark === undefined) {
      blocks.push(paragraph(each))
      continue
    }
    const entry = {
      type: "listItem" as const,
      content: [{ type: "paragraph" as const, ...withLine(words) }] as [
        DocumentPlain & { type: "paragraph" },
      ],
    }
    const type = mark === "-" ? "bulletList" : "orderedList"
    if (last?.type === type) last.content.push(entry)
    else if (type === "bulletList") blocks.push({ type, content: [entry] })
    else blocks.push({ type, attrs: { start: Number.parseInt(mark, 10) }, content: [entry] })
  }
  return blocks
}

const cellsOf = (text: string) =>
  text
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
const isRule = (text: string) => /^\|(?:\s*-{3,}\s*\|)+$/.test(text)

/** A table; a cell whose words are unchanged stays as it was, with its lists and its emphasis. */
function table(lines: readonly string[], replaced: readonly DocumentBlock[]): DocumentTable {
  const old = new Map<string, TableCell[]>()
  for (const block of replaced) {
    for (const cell of block.type === "table" ? block.content.flatMap((row) => row.content) : []) {
      old.set(cellText(cell), [...(old.get(cellText(cell)) ?? []), cell])
    }
  }
  const hasHeads = lines[1] !== undefined && isRule(lines[1])
  const rows = lines.filter((_, at) => !(hasHeads && at === 1)).map(cellsOf)
  const width = Math.min(documentLimits.columns, Math.max(...rows.map((cells) => cells.length)))
  const cell = (text: string, type: TableCell["type"]): TableCell => {
    const kept = text === "" ? undefined : old.get(text)?.shift()
    return kept ? { ...kept, type } : { type, content: [paragraph(text.replaceAll("\\|", "|"))] }
  }
  return {
    type: "table",
    content: rows.map((cells, at) => ({
      type: "tableRow",
      content: Array.from({ length: width }, (_, column) => {
        const rest = column === width - 1 ? cells.slice(column) : cells.slice(column, column + 1)
        return cell(rest.join(" "), hasHeads && at === 0 ? "tableHeader" : "tableCell")
      }),
    })),
  }
}

function readChunk(chunk: string, replaced: DocumentBlock[]): DocumentBlock[] {
  const lines = chunk.split("\n")
  const [first = "", ...rest] = lines
  const [, marks, words = ""] = /^(#{1,6})\s+(.*)$/.exec(first) ?? []
  if (marks !== undefined) {
    const at = replaced.findIndex(({ type }) => type === "heading")
    const [old] = at === -1 ? [] : replaced.splice(at, 1)
    const id = old?.type === "heading" ? old.attrs.id : crypto.randomUUID()
    const heading: DocumentBlock = {
      type: "heading",
      attrs: { level: marks.length, id },
      ...withLine(words),
    }
    return rest.length > 0 ? [heading, ...readChunk(rest.join("\n"), replaced)] : [heading]
  }
  if (lines.every((each) => /^\|.*\|$/.test(each))) return [table(lines, replaced)]
  if (lines.every((each) => each.startsWith(">"))) {
    const inner = lines.map((each) => each.replace(/^> ?/, ""))
    return [{ type: "blockquote", content: plainBlocks(inner) }]
  }
  return plainBlocks(lines)
}

/** The chunks of a text, each with its block and the empty lines behind it, which the field does not show. */
function unitsOf({ content }: DocumentText) {
  const leading: DocumentBlock[] = []
  const units: { chunk: string; blocks: DocumentBlock[] }[] = []
  for (const block of content) {
    const chunk = editableBlock(block)
    if (chunk !== "") units.push({ chunk, blocks: [block] })
    else (units.at(-1)?.blocks ?? leading).push(block)
  }
  return { leading, units }
}

/**
 * A text after somebody edited it in a plain field (`editableText`). Blocks whose lines are unchanged
 * stay exactly as they were; only what was rewritten is read anew, and headings keep their ids.
 */
export function readEditable(old: DocumentText, typed: string): DocumentText {
  const text = typed.replaceAll(/\r\n?/g, "\n").replaceAll("\0", "").toWellFormed()
  const chunks = text
    .split(/\n(?:[^\S\n]*\n)+/)
    .map((chunk) => chunkOf(chunk.split("\n")))
    .filter((chunk) => chunk !== "")
  if (chunks.join("\n\n") === editableText(old)) return old
  const { leading, units } = unitsOf(old)
  const content: DocumentBlock[] = [...leading]
  let place = 0
  let replaced: DocumentBlock[] = []
  for (const part of diffArrays(
    units.map(({ chunk }) => chunk),
    chunks,
  )) {
    const here = part.added ? [] : units.slice(place, place + part.value.length)
    place += here.length
    const blocks = here.flatMap((unit) => unit.blocks)
    if (part.added) content.push(...part.value.flatMap((chunk) => readChunk(chunk, replaced)))
    if (!part.added && !part.removed) content.push(...blocks)
    replaced = part.removed ? blocks : []
  }
  return { schema: DOCUMENT_SCHEMA, content }
}
