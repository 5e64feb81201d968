import type { Block, Words } from "../formats/blocks"
import { plainText } from "../formats/blocks"
import { readDocx } from "../formats/docx"
import { NoTable, type RawCell, type RawTable, withinLimits } from "./model"

/** The largest table of a document of Word, with the looks of its words. Throws `NoTable`. */
export async function readDocxTables(bytes: Uint8Array): Promise<RawTable> {
  const tables: Block[][][][] = []
  await readDocx(bytes, (rows) => tables.push(rows))
  const size = (rows: Block[][][]) => rows.length * Math.max(0, ...rows.map((row) => row.length))
  const sorted = [...tables].sort((one, other) => size(other) - size(one))
  const [largest] = sorted
  if (!largest || size(largest) < 2) throw new NoTable({ code: "no-table" })
  const rows = largest.map((row, index) => ({ line: index + 1, cells: row.map(cellOf) }))
  return {
    format: "docx",
    rows: withinLimits(rows),
    left: sorted.slice(1).map((_, index) => `#${index + 2}`),
  }
}

/** What stands in a cell: its paragraphs and the entries of its lists, a line each. */
function cellOf(blocks: readonly Block[]): RawCell {
  const lines = blocks.flatMap(linesOf)
  const text = lines.map(plainText).join("\n").trim()
  const plain = lines.every((line) =>
    line.every(({ bold, italic, href }) => !bold && !italic && !href),
  )
  return plain ? text : { text, lines }
}

function linesOf(block: Block): Words[][] {
  if (block.kind === "table") return block.rows.map((row) => row.flat())
  if (block.kind === "verbatim") return [[{ text: block.text }]]
  if (block.kind !== "item") return [block.words]
  const sign = /[\p{L}\p{N}]/u.test(block.marker) ? `${block.marker} ` : "• "
  return [[{ text: "  ".repeat(block.depth) + sign }, ...block.words]]
}
