import type { Block, Words } from "./blocks"
import { writeWords } from "./write-words"

/**
 * Writes what a file holds as the text that the reader reads: headings with `#`, lists with what stands
 * before their entries, tables with `|`, quotes with `>`, a blank line between the rest.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const parts: string[] = []
  let before: Block["kind"] | null = null
  for (const block of blocks) {
    const written = writeBlock(block)
    if (written.trim() === "") continue
    const close = block.kind === before && (block.kind === "item" || block.kind === "quote")
    if (before) parts.push(close ? "\n" : "\n\n")
    parts.push(written)
    before = block.kind
  }
  return parts.length > 0 ? `${parts.join("")}\n` : ""
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case "heading": {
      // A heading is one line, and all of it is emphasised anyway.
      const plain = block.words.map(({ text, href }) => ({ text: text.replace(/\s+/g, " "), href }))
      const text = writeWords(plain)
      return text && `${"#".repeat(Math.min(Math.max(block.level, 1), 6))} ${text}`
    }
    case "paragraph":
      return withBreaks(writeWords(block.words), "")
    case "item": {
      const indent = "   ".repeat(Math.min(block.depth, 8))
      const text = writeWords(block.words)
      if (!text && !/[\p{L}\p{N}]/u.test(block.marker)) return ""
      const head = block.marker ? `${block.marker} ` : "  "
      return `${indent}${head}${withBreaks(text, `${indent}  `)}`
    }
    case "quote": {
      // ">>" stands before a speaker in the text of captions, so a quote in a quote is a quote.
      const text = writeWords(block.words)
      return text && `> ${joinedAtBreaks(text, "  \n> ")}`
    }
    case "table":
      return writeTable(block.rows)
    case "verbatim":
      return block.text
  }
}

/** A line break inside a paragraph is a forced one: two spaces at the end of the line. */
function withBreaks(text: string, indent: string): string {
  return joinedAtBreaks(text, `  \n${indent}`)
}

/** The lines of a text with `joint` between them in place of the break and the spaces around it. */
function joinedAtBreaks(text: string, joint: string): string {
  const isSpace = (char: string) => char === " " || char === "\t"
  const lines = text.split("\n")
  return lines
    .map((line, index) => {
      let from = 0
      let to = line.length
      if (index > 0) while (from < to && isSpace(line.charAt(from))) from += 1
      if (index < lines.length - 1) while (to > from && isSpace(line.charAt(to - 1))) to -= 1
      return line.slice(from, to)
    })
    .join(joint)
}

function writeTable(rows: readonly Words[][][]): string {
  const width = Math.max(...rows.map((row) => row.length))
  const lines = rows.map((row) => {
    const cells = Array.from({ length: width }, (_, index) =>
      writeWords(row[index] ?? [])
        .replaceAll("|", "\\|")
        .replace(/\s+/g, " "),
    )
    return `| ${cells.join(" | ")} |`
  })
  lines.splice(1, 0, `|${" --- |".repeat(width)}`)
  return lines.join("\n")
}
