import * as Y from "yjs"
import { attribute, plainReader, uuid } from "@/lib/live/read-plain"
import { stableId } from "@/lib/live/stable-id"
import { isDocumentLink } from "../links"
import {
  DOCUMENT_SCHEMA,
  type DocumentBlock,
  type DocumentHeading,
  type DocumentInline,
  type DocumentText,
} from "../model"
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
  const taken = new Set<string>()
  const room = { cells: mostPadding }
  const block = (node: unknown): DocumentBlock[] => {
    if (!(node instanceof Y.XmlElement)) return read.plain(node)
    if (node.nodeName === "heading") return [heading(node, taken)]
    if (node.nodeName === "table") return readTable(node, read, room)
    return node.nodeName === "blockquote" ? [read.quote(node)] : read.plain(node)
  }
  const content = doc.getXmlFragment(PART).toArray().flatMap(block)
  return { schema: DOCUMENT_SCHEMA, content }
}

/** The ids of the headings of a shared text in their order, as `readText` gives them. */
export function headingsIn(doc: Y.Doc): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const node of doc.getXmlFragment(PART).toArray())
    if (node instanceof Y.XmlElement && node.nodeName === "heading") idOf(node, ids)
  return ids
}
