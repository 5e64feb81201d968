import * as Y from "yjs"
import type { plainReader } from "@/lib/live/read-plain"
import {
  type DocumentInline,
  type DocumentTable,
  documentLimits,
  type TableCell,
  type TableRow,
} from "../model"

type Read = ReturnType<typeof plainReader<DocumentInline>>

/** So many cells may be put into a text where rows came out shorter than others. */
export const mostPadding = 4_000

const elements = (node: Y.XmlElement) =>
  node.toArray().filter((child) => child instanceof Y.XmlElement)

function readCell(element: Y.XmlElement, { filled }: Read): TableCell {
  const type = element.nodeName === "tableHeader" ? "tableHeader" : "tableCell"
  return { type, content: filled(element.toArray()) }
}

/** A row as the model has it: what is wider than it may be goes into its last cell. */
function readRow(element: Y.XmlElement, read: Read): TableRow {
  const cells = elements(element).map((cell) => readCell(cell, read))
  const kept = cells.slice(0, documentLimits.columns)
  const last = kept.at(-1)
  const rest = cells.slice(documentLimits.columns).flatMap(({ content }) => content)
  if (last && rest.length > 0)
    kept[kept.length - 1] = { ...last, content: [...last.content, ...rest] }
  return { type: "tableRow", content: kept }
}

function padded(row: TableRow, width: number): TableRow {
  const type = row.content.at(-1)?.type ?? "tableCell"
  const fill = (): TableCell => ({ type, content: [{ type: "paragraph" }] })
  const missing = Array.from({ length: width - row.content.length }, fill)
  return { ...row, content: [...row.content, ...missing] }
}

/** Rows of one width in a row of their own tables, where filling them up would be too much. */
function byWidth(rows: readonly TableRow[]): TableRow[][] {
  const tables: TableRow[][] = []
  for (const row of rows) {
    const table = tables.at(-1)
    if (table?.[0]?.content.length === row.content.length) table.push(row)
    else tables.push([row])
  }
  return tables
}

/**
 * A table as the model has it. Two who add a row and a column at once leave a row too short: it gets
 * empty cells. A table without a row is none, and one that is too long becomes two. `room` counts the
 * cells that may still be put in, in the whole text.
 */
export function readTable(
  element: Y.XmlElement,
  read: Read,
  room: { cells: number },
): DocumentTable[] {
  const rows = elements(element)
    .map((row) => readRow(row, read))
    .filter(({ content }) => content.length > 0)
  const width = Math.max(0, ...rows.map(({ content }) => content.length))
  const missing = rows.reduce((sum, { content }) => sum + width - content.length, 0)
  const isRoom = missing <= room.cells
  if (isRoom) room.cells -= missing
  const tables = isRoom ? [rows.map((row) => padded(row, width))] : byWidth(rows)
  return tables.flatMap((all) => {
    const parts: DocumentTable[] = []
    for (let from = 0; from < all.length; from += documentLimits.rows) {
      parts.push({ type: "table", content: all.slice(from, from + documentLimits.rows) })
    }
    return parts
  })
}
