import * as Y from "yjs"
import {
  type Blockquote,
  type BulletList,
  type Inline,
  LIMITS,
  type ListItem,
  type Mark,
  type OrderedList,
  type Paragraph,
  type PlainBlock,
} from "@/lib/minutes/model"
import { storable } from "./storable"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

export const attribute = (element: Y.XmlElement, name: string): unknown =>
  (element.getAttributes() as Record<string, unknown>)[name]

export function wordsIn(element: Y.XmlElement, name: string, limit: number): string {
  const value = attribute(element, name)
  return typeof value === "string" ? storable(value).slice(0, limit).toWellFormed() : ""
}

export function uuid(value: unknown): string | null {
  // Postgres takes one id in two cases for the same.
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : null
}

type Leads = (href: string) => boolean

function marksOf(attributes: Record<string, unknown>, leads: Leads): Mark[] {
  const { href } = (attributes.link ?? {}) as { href?: unknown }
  return [
    ...(typeof href === "string" && leads(href) && storable(href) === href
      ? [{ type: "link", attrs: { href } } as const]
      : []),
    ...(attributes.bold ? [{ type: "bold" } as const] : []),
    ...(attributes.italic ? [{ type: "italic" } as const] : []),
  ]
}

function readText(text: Y.XmlText, leads: Leads): Inline[] {
  const read: Inline[] = []
  for (const { insert, attributes } of text.toDelta()) {
    const said = typeof insert === "string" ? storable(insert) : ""
    const marks = marksOf(attributes ?? {}, leads)
    if (said !== "") read.push({ type: "text", text: said, ...(marks.length > 0 && { marks }) })
  }
  return read
}

type Piece = { type: string; text?: string; marks?: Mark[] }

/** Neighbours that look the same are one, so that one text has one form. */
function joined<I>(nodes: readonly I[]): I[] {
  const read: I[] = []
  for (const node of nodes) {
    const [last, next] = [read.at(-1) as Piece | undefined, node as Piece]
    const isSame =
      next.type === "text" &&
      last?.type === "text" &&
      JSON.stringify(next.marks) === JSON.stringify(last.marks)
    if (isSame) read[read.length - 1] = { ...last, text: `${last.text}${next.text}` } as I
    else read.push(node)
  }
  return read
}

/**
 * Reads paragraphs, lists and quotes of a shared text as the model has them. `own` reads what else may
 * stand in a line; null for what it does not know. No word is ever left out, and what a merge left
 * without a paragraph gets one.
 */
export function plainReader<I>(
  leads: Leads,
  own: (element: Y.XmlElement, line: (nodes: unknown[]) => Inline[]) => I | null = () => null,
) {
  const emptyLine: Paragraph<I> = { type: "paragraph" }

  function said(node: unknown): Inline[] {
    if (node instanceof Y.XmlText) return readText(node, leads)
    if (!(node instanceof Y.XmlElement)) return []
    if (node.nodeName === "hardBreak") return [{ type: "hardBreak" }]
    const label = wordsIn(node, "label", LIMITS.name)
    const person = uuid(attribute(node, "personId"))
    if (node.nodeName !== "mention" || label === "") return node.toArray().flatMap(said)
    return person
      ? [{ type: "mention", attrs: { personId: person, label } }]
      : [{ type: "text", text: label }]
  }

  const saidLine = (nodes: unknown[]) => joined(nodes.flatMap(said))

  function inline(node: unknown): I[] {
    const known = node instanceof Y.XmlElement ? own(node, saidLine) : null
    return known ? [known] : (said(node) as I[])
  }

  /** A line; nothing at all for one that is empty, so that one text has one form. */
  const line = (nodes: unknown[]): { content?: I[] } => {
    const content = joined(nodes.flatMap(inline))
    return content.length > 0 ? { content } : {}
  }
  const paragraph = (nodes: unknown[]): Paragraph<I> => ({ type: "paragraph", ...line(nodes) })

  function item(node: unknown): ListItem<I> {
    const inner =
      node instanceof Y.XmlElement && node.nodeName === "listItem" ? node.toArray() : [node]
    const [first = emptyLine, ...rest] = inner.flatMap(plain)
    return first.type === "paragraph"
      ? { type: "listItem", content: [first, ...rest] }
      : { type: "listItem", content: [emptyLine, first, ...rest] }
  }

  function list(element: Y.XmlElement): [] | [BulletList<I> | OrderedList<I>] {
    const content = element.toArray().map(item)
    if (content.length === 0) return []
    if (element.nodeName === "bulletList") return [{ type: "bulletList", content }]
    const start = Number(attribute(element, "start") ?? 1)
    const from = Number.isInteger(start) && start >= 0 && start <= 9_999 ? start : 1
    return [{ type: "orderedList", attrs: { start: from }, content }]
  }

  function plain(node: unknown): PlainBlock<I>[] {
    if (!(node instanceof Y.XmlElement)) return [paragraph([node])]
    switch (node.nodeName) {
      case "paragraph":
        return [paragraph(node.toArray())]
      case "bulletList":
      case "orderedList":
        return list(node)
      case "hardBreak":
      case "mention":
        return [paragraph([node])]
      default:
        return node.toArray().flatMap(plain)
    }
  }

  const filled = (nodes: unknown[]): PlainBlock<I>[] => {
    const content = nodes.flatMap(plain)
    return content.length > 0 ? content : [emptyLine]
  }
  const quote = (element: Y.XmlElement): Blockquote<I> => ({
    type: "blockquote",
    content: filled(element.toArray()),
  })
  return { line, plain, filled, quote }
}
