import type { ReportPlainBlock } from "./blocks"

/** The words of a text without its links and lists, for a line in an index. */
export function plainWords(blocks: readonly ReportPlainBlock[]): string {
  return blocks.map(wordsOfBlock).join(" ").replace(/\s+/g, " ").trim()
}

function wordsOfBlock(block: ReportPlainBlock): string {
  if (block.type !== "paragraph")
    return block.content.map((item) => plainWords(item.content)).join(" ")
  return block.content
    .map((node) => {
      if (node.type === "hardBreak") return " "
      return node.type === "text" ? node.text : node.attrs.label
    })
    .join("")
}
