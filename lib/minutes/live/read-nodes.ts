import * as Y from "yjs"
import {
  type Block,
  type Blockquote,
  type BulletList,
  isDay,
  isLinkTarget,
  LIMITS,
  type ListItem,
  type Mark,
  type Named,
  type OrderedList,
  type Paragraph,
  type PlainBlock,
  type RecordBlock,
  type SectionDoc,
} from "../model"
import { stableId } from "./stable-id"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const emptyLine: Paragraph = { type: "paragraph" }

/** Characters that Postgres cannot store and that say nothing. */
export const storable = (text: string) => text.toWellFormed().replaceAll("\0", "")

const attribute = (element: Y.XmlElement, name: string): unknown =>
  (element.getAttributes() as Record<string, unknown>)[name]

function words(element: Y.XmlElement, name: string, limit: number): string {
  const value = attribute(element, name)
  return typeof value === "string" ? storable(value).slice(0, limit).toWellFormed() : ""
}

function uuid(value: unknown): string | null {
  // Postgres takes one id in two cases for the same.
  return typeof value === "string" && UUID.test(value) ? value.toLowerCase() : null
}

/** Who is to do an action, as the model has them. */
export function owners(value: unknown): Named[] {
  if (!Array.isArray(value)) return []
  return value.slice(0, LIMITS.owners).flatMap((owner: unknown) => {
    const { name, personId: id } = (owner ?? {}) as Record<string, unknown>
    if (typeof name !== "string" || storable(name).trim() === "") return []
    return [{ personId: uuid(id), name: storable(name).slice(0, LIMITS.name) }]
  })
}

function marksOf(attributes: Record<string, unknown> = {}): Mark[] {
  const { href } = (attributes.link ?? {}) as { href?: unknown }
  return [
    ...(typeof href === "string" && isLinkTarget(href) && storable(href) === href
      ? [{ type: "link", attrs: { href } } as const]
      : []),
    ...(attributes.bold ? [{ type: "bold" } as const] : []),
    ...(attributes.italic ? [{ type: "italic" } as const] : []),
  ]
}

type Inlines = NonNullable<Paragraph["content"]>

function readText(text: Y.XmlText): Inlines {
  const read: Inlines = []
  for (const { insert, attributes } of text.toDelta()) {
    const said = typeof insert === "string" ? storable(insert) : ""
    const marks = marksOf(attributes)
    if (said !== "") read.push({ type: "text", text: said, ...(marks.length > 0 && { marks }) })
  }
  return read
}

function readInline(node: unknown): Inlines {
  if (node instanceof Y.XmlText) return readText(node)
  if (!(node instanceof Y.XmlElement)) return []
  if (node.nodeName === "hardBreak") return [{ type: "hardBreak" }]
  const label = words(node, "label", LIMITS.name)
  const person = uuid(attribute(node, "personId"))
  if (node.nodeName !== "mention" || label === "") return node.toArray().flatMap(readInline)
  return person
    ? [{ type: "mention", attrs: { personId: person, label } }]
    : [{ type: "text", text: label }]
}

/** Neighbours that look the same are one, so that one text has one form. */
function joined(nodes: Inlines): Inlines {
  const read: Inlines = []
  for (const node of nodes) {
    const last = read.at(-1)
    const isSame =
      node.type === "text" &&
      last?.type === "text" &&
      JSON.stringify(node.marks) === JSON.stringify(last.marks)
    if (isSame) read[read.length - 1] = { ...last, text: last.text + node.text }
    else read.push(node)
  }
  return read
}

function paragraph(nodes: unknown[]): Paragraph {
  const content = joined(nodes.flatMap(readInline))
  return content.length > 0 ? { type: "paragraph", content } : emptyLine
}

function item(node: unknown): ListItem {
  const inner =
    node instanceof Y.XmlElement && node.nodeName === "listItem" ? node.toArray() : [node]
  const [first = emptyLine, ...rest] = inner.flatMap(readPlain)
  return first.type === "paragraph"
    ? { type: "listItem", content: [first, ...rest] }
    : { type: "listItem", content: [emptyLine, first, ...rest] }
}

function list(element: Y.XmlElement): [] | [BulletList | OrderedList] {
  const content = element.toArray().map(item)
  if (content.length === 0) return []
  if (element.nodeName === "bulletList") return [{ type: "bulletList", content }]
  const start = Number(attribute(element, "start") ?? 1)
  const from = Number.isInteger(start) && start >= 0 && start <= 9_999 ? start : 1
  return [{ type: "orderedList", attrs: { start: from }, content }]
}

function readPlain(node: unknown): PlainBlock[] {
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
      return node.toArray().flatMap(readPlain)
  }
}

function filled(element: Y.XmlElement): PlainBlock[] {
  const content = element.toArray().flatMap(readPlain)
  return content.length > 0 ? content : [emptyLine]
}

function recordBlock(element: Y.XmlElement, taken: Set<string>): RecordBlock | null {
  const given = uuid(attribute(element, "id"))
  const id = given && !taken.has(given) ? given : stableId(element, taken)
  const content = filled(element)
  switch (element.nodeName) {
    case "statement": {
      const attrs = {
        id,
        personId: uuid(attribute(element, "personId")),
        name: words(element, "name", LIMITS.name),
        capacity: words(element, "capacity", LIMITS.capacity),
      }
      return { type: "statement", attrs, content }
    }
    case "decision":
      return { type: "decision", attrs: { id }, content }
    case "action": {
      const due = attribute(element, "due")
      const day = typeof due === "string" && isDay(due) ? due : null
      const attrs = { id, owners: owners(attribute(element, "owners")), due: day }
      return { type: "action", attrs, content }
    }
    case "question": {
      const outcome = attribute(element, "outcome")
      const said = typeof outcome === "string" ? words(element, "outcome", LIMITS.outcome) : null
      return { type: "question", attrs: { id, outcome: said }, content }
    }
    default:
      return null
  }
}

function readBlock(node: unknown, taken: Set<string>): Block[] {
  if (!(node instanceof Y.XmlElement)) return readPlain(node)
  const made = recordBlock(node, taken)
  if (made) {
    taken.add(made.attrs.id)
    return [made]
  }
  if (node.nodeName !== "blockquote") return readPlain(node)
  const quote: Blockquote = { type: "blockquote", content: filled(node) }
  return [quote]
}

/**
 * The text of one section as the model has it. What a merge left without a paragraph gets one; two
 * blocks with one id become two (`taken` holds those already given); no word is ever left out.
 */
export function readSection(fragment: Y.XmlFragment, taken: Set<string>): SectionDoc {
  const content = fragment.toArray().flatMap((node) => readBlock(node, taken))
  return { type: "doc", content: content.length > 0 ? content : [emptyLine] }
}
