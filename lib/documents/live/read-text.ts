import * as Y from "yjs"
import { attribute, plainReader, uuid } from "@/lib/live/read-plain"
import { stableId } from "@/lib/live/stable-id"
import { isDocumentLink } from "../links"
import {
  blockWords,
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentHeading,
  type DocumentInline,
  type DocumentText,
  lineText,
} from "../model"
import { beginning, PREAMBLE } from "../sections"
import { PART } from "./form"
import { mostPadding, readTable } from "./read-table"

const read = plainReader<DocumentInline>(isDocumentLink, (element, line) => {
  if (element.nodeName !== "footnote") return null
  const content = line(element.toArray())
  return { type: "footnote", ...(content.length > 0 && { content }) }
})

function idOf(element: Y.XmlElement, taken: Set<string>): string {
  const given = uuid(attribute(element, "id"))
  const id = given && !taken.has(given) ? given : stableId(element, taken)
  taken.add(id)
  return id
}

function heading(element: Y.XmlElement, taken: Set<string>): DocumentHeading {
  const id = idOf(element, taken)
  const asked = Number(attribute(element, "level") ?? 1)
  const level = Number.isInteger(asked) && asked >= 1 && asked <= 6 ? asked : 1
  return { type: "heading", attrs: { level, id }, ...read.line(element.toArray()) }
}

/**
 * What a shared text says, as the model has it. Two headings with one id get two, rows of a table as
 * many cells as the others, and no word is ever left out.
 */
export function readText(doc: Y.Doc): DocumentText {
  const content = doc.getXmlFragment(PART).toArray().flatMap(reader())
  return { schema: DOCUMENT_SCHEMA, content }
}

/** Reads the blocks of one text, from the first on. */
function reader() {
  const taken = new Set<string>()
  const room = { cells: mostPadding }
  return (node: unknown): DocumentBlock[] => {
    if (!(node instanceof Y.XmlElement)) return read.plain(node)
    if (node.nodeName === "heading") return [heading(node, taken)]
    if (node.nodeName === "table") return readTable(node, read, room)
    return node.nodeName === "blockquote" ? [read.quote(node)] : read.plain(node)
  }
}

const isHeading = (node: unknown): node is Y.XmlElement =>
  node instanceof Y.XmlElement && node.nodeName === "heading"

/** The ids of the headings of a shared text in their order, as `readText` gives them. */
export function headingsIn(doc: Y.Doc): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const node of doc.getXmlFragment(PART).toArray()) if (isHeading(node)) idOf(node, ids)
  return ids
}

/**
 * The headings of a shared text by their ids, as `readText` gives them, with what they say; and the words
 * with which it begins, where there are any before the first of them.
 */
export function sectionsIn(doc: Y.Doc): ReadonlyMap<string, string> {
  const nodes: unknown[] = doc.getXmlFragment(PART).toArray()
  const taken = new Set<string>()
  const titles = new Map<string, string>()
  const block = reader()
  let before = ""
  // A heading without words begins nothing.
  let isBegun = false
  for (const node of nodes) {
    if (isHeading(node)) {
      const { attrs, content } = heading(node, taken)
      const title = lineText(content).trim()
      titles.set(attrs.id, title)
      isBegun ||= title !== ""
    } else if (!isBegun) before += `${block(node).map(blockWords).join("\n")}\n`
  }
  if (before.trim() !== "") titles.set(PREAMBLE, beginning(before))
  return titles
}
