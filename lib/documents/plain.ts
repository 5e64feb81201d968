import { inlineText, type ListItem } from "@/lib/minutes/model"
import {
  type DocumentBlock,
  type DocumentInline,
  type DocumentPlain,
  type DocumentText,
  footnotesOf,
} from "./model"

/** Words of a line as they read in plain text; notes are numbered through the whole text. */
class Reading {
  private notes = 0

  line(nodes: readonly DocumentInline[] = []): string {
    return nodes
      .map((node) => {
        if (node.type === "footnote") return `[${++this.notes}]`
        return inlineText([node])
      })
      .join("")
  }

  plain(block: DocumentPlain): string[] {
    if (block.type === "paragraph") return this.line(block.content).split("\n")
    const start = block.type === "orderedList" ? block.attrs.start : null
    return block.content.flatMap((item, place) =>
      this.item(item, start === null ? "- " : `${start + place}. `),
    )
  }

  item({ content }: ListItem<DocumentInline>, mark: string): string[] {
    const [first = "", ...rest] = content.flatMap((block) => this.plain(block))
    return [mark + first, ...rest.map((line) => " ".repeat(mark.length) + line)]
  }

  block(block: DocumentBlock): string[] {
    switch (block.type) {
      case "heading":
        return [`${"#".repeat(block.attrs.level)} ${this.line(block.content)}`]
      case "blockquote":
        return block.content.flatMap((inner) => this.plain(inner)).map((line) => `> ${line}`)
      case "table":
        return block.content.map((row) => {
          const cells = row.content.map((cell) =>
            cell.content.flatMap((inner) => this.plain(inner)).join(" "),
          )
          return `| ${cells.join(" | ")} |`
        })
      default:
        return this.plain(block)
    }
  }
}

/**
 * A document as plain text: headings behind `#`, lists and rows a line each, a blank line between
 * blocks, the notes at the end under their numbers. Two texts that say the same read the same.
 */
export function plainDocument(text: DocumentText): string {
  const reading = new Reading()
  const blocks = text.content.map((block) => reading.block(block).join("\n").trimEnd())
  const notes = footnotesOf(text).map((note, place) => `[${place + 1}] ${inlineText(note.content)}`)
  return [...blocks.filter((block) => block !== ""), ...notes].join("\n\n")
}
