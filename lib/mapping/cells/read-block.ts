import { guarded, unguarded } from "./formula-guard"

/**
 * What the clipboard of a spreadsheet holds: rows of cells. A cell in quotes may hold tabs and lines; the
 * apostrophe that keeps a program from computing a cell of a block is none of its words.
 */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  const end = text.length
  while (at < end) {
    const { cell, next } = text[at] === '"' ? quoted(text, at) : bare(text, at)
    rows.at(-1)?.push(cell)
    const sign = text[next]
    at = next + (text.startsWith("\r\n", next) ? 2 : 1)
    if (sign === "\t" && at >= end) rows.at(-1)?.push("")
    if ((sign === "\n" || sign === "\r") && at < end) rows.push([])
  }
  const [first] = rows
  if (rows.length === 1 && first?.length === 0) return []
  return isOne(rows) ? rows : rows.map((cells) => cells.map(unguarded))
}

/** One cell goes mostly into a letter or a comment, where an apostrophe would be a sign like any other. */
const isOne = (rows: readonly (readonly string[])[]) => rows.length === 1 && rows[0]?.length === 1

type Read = { cell: string; next: number }

function bare(text: string, from: number): Read {
  const between = /[\t\r\n]/g
  between.lastIndex = from
  const next = between.exec(text)?.index ?? text.length
  return { cell: text.slice(from, next), next }
}

/** A cell in quotes; where the quotes do not close before the next cell, they are part of its words. */
function quoted(text: string, from: number): Read {
  let cell = ""
  for (let at = from + 1; ; ) {
    const quote = text.indexOf('"', at)
    if (quote < 0) return bare(text, from)
    cell += text.slice(at, quote)
    const after = text[quote + 1]
    if (after === '"') {
      cell += '"'
      at = quote + 2
    } else if (after === undefined || after === "\t" || after === "\n" || after === "\r")
      return { cell: cell.replaceAll(/\r\n?/g, "\n"), next: quote + 1 }
    else return bare(text, from)
  }
}

/** Cells as the clipboard of a spreadsheet holds them, where it would compute none of a block; one alone as it stands. */
export function writeBlock(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) =>
    /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  const safe = isOne(rows) ? (text: string) => text : guarded
  return rows.map((row) => row.map((text) => cell(safe(text))).join("\t")).join("\n")
}
