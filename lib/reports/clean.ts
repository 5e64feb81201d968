import { leadsToDesk } from "@/lib/links/desk-address"
import type { Block, Inline, ListItem, Mark, PlainBlock } from "@/lib/minutes/model"
import {
  isPublishable,
  type ReportBlock,
  type ReportInline,
  type ReportListItem,
  type ReportMark,
  type ReportPlainBlock,
} from "./blocks"

/**
 * The blocks of a section as they are published: without the ids of people, without empty
 * paragraphs and lists, without links to the desk and to anything but http, https and mailto (their
 * words stay).
 * What is left out is listed here and nowhere else.
 */
export function publishedBlocks(blocks: readonly PlainBlock[]): ReportPlainBlock[]
export function publishedBlocks(blocks: readonly Block[]): ReportBlock[]
export function publishedBlocks(blocks: readonly Block[]): ReportBlock[] {
  return blocks.map(cleanBlock).filter((block) => block.content.length > 0)
}

function cleanBlock(block: Block): ReportBlock {
  switch (block.type) {
    case "statement": {
      const { id, name, capacity } = block.attrs
      return { type: "statement", attrs: { id, name, capacity }, content: plain(block.content) }
    }
    case "action": {
      const { id, due } = block.attrs
      const owners = block.attrs.owners.map((owner) => owner.name)
      return { type: "action", attrs: { id, owners, due }, content: plain(block.content) }
    }
    case "decision":
      return { type: "decision", attrs: { id: block.attrs.id }, content: plain(block.content) }
    case "question": {
      const { id, outcome } = block.attrs
      return { type: "question", attrs: { id, outcome }, content: plain(block.content) }
    }
    case "blockquote":
      return { type: "blockquote", content: plain(block.content) }
    default:
      return cleanPlain(block)
  }
}

function plain(blocks: readonly PlainBlock[]): ReportPlainBlock[] {
  return blocks.map(cleanPlain).filter((block) => block.content.length > 0)
}

function cleanPlain(block: PlainBlock): ReportPlainBlock {
  switch (block.type) {
    case "paragraph":
      return { type: "paragraph", content: cleanLine(block.content ?? []) }
    case "bulletList":
      return { type: "bulletList", content: cleanItems(block.content) }
    case "orderedList": {
      const start = block.attrs?.start
      const attrs = start === undefined || start === 1 ? {} : { attrs: { start } }
      return { type: "orderedList", ...attrs, content: cleanItems(block.content) }
    }
  }
}

function cleanItems(items: readonly ListItem[]): ReportListItem[] {
  return items
    .map((item): ReportListItem => ({ type: "listItem", content: plain(item.content) }))
    .filter((item) => item.content.length > 0)
}

/** A line without blanks at its ends and in nothing but blanks: then it is no line. */
function cleanLine(nodes: readonly Inline[]): ReportInline[] {
  const line = nodes.flatMap(cleanInline)
  const speaks = line.some((node) => node.type !== "hardBreak" && wordsOf(node).trim() !== "")
  return speaks ? line : []
}

function wordsOf(node: Exclude<ReportInline, { type: "hardBreak" }>): string {
  return node.type === "text" ? node.text : node.attrs.label
}

function cleanInline(node: Inline): ReportInline[] {
  if (node.type === "hardBreak") return [{ type: "hardBreak" }]
  if (node.type === "mention")
    return [{ type: "mention", attrs: { label: node.attrs.label }, ...cleanMarks(node.marks) }]
  return node.text === "" ? [] : [{ type: "text", text: node.text, ...cleanMarks(node.marks) }]
}

function cleanMarks(marks: readonly Mark[] = []): { marks?: ReportMark[] } {
  const kept = marks.flatMap((mark): ReportMark[] => {
    if (mark.type !== "link") return [{ type: mark.type }]
    const { href } = mark.attrs
    return isPublishable(href) && !leadsToDesk(href) ? [{ type: "link", attrs: { href } }] : []
  })
  return kept.length > 0 ? { marks: kept } : {}
}
