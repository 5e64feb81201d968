import type { Inline, ListItem } from "@/lib/minutes/model"
import { chunkOf } from "@/lib/minutes/plain"
import type {
  DocumentBlock,
  DocumentInline,
  DocumentPlain,
  DocumentText,
  TableCell,
  TableRow,
} from "./model"

// The text of a document as it is written in a plain field, so that `editable-read.ts` reads it back:
// `# ` before a heading, `- ` and `1. ` before items, `> ` before a quote, cells between bars,
// `[words](address)` for a link and `[^words]` for a note.

function said(node: Inline): string {
  if (node.type === "hardBreak") return "\n"
  if (node.type === "mention") return `@${node.attrs.label}`
  const link = node.marks?.find((mark) => mark.type === "link")
  return link ? `[${node.text}](${link.attrs.href})` : node.text
}

function line(nodes: readonly DocumentInline[] = []): string {
  return nodes
    .map((node) =>
      node.type === "footnote"
        ? `[^${(node.content ?? []).map(said).join("").replaceAll("\n", " ")}]`
        : said(node),
    )
    .join("")
}

function item({ content }: ListItem<DocumentInline>, mark: string): string[] {
  const [first = "", ...rest] = content.flatMap(lines)
  return [mark + first, ...rest.map((each) => " ".repeat(mark.length) + each)]
}

function lines(block: DocumentPlain): string[] {
  if (block.type === "paragraph") return line(block.content).split(/\n+/)
  if (block.type === "bulletList") return block.content.flatMap((entry) => item(entry, "- "))
  const { start } = block.attrs
  return block.content.flatMap((entry, place) => item(entry, `${start + place}. `))
}

/** A cell in one line; a bar in its words is told from those between the cells. */
export const cellText = ({ content }: TableCell): string =>
  content.flatMap(lines).join(" ").replaceAll("|", "\\|").trim()

export const isHeads = ({ content }: TableRow) =>
  content.every(({ type }) => type === "tableHeader")

const row = ({ content }: TableRow) => `| ${content.map(cellText).join(" | ")} |`

function blockLines(block: DocumentBlock): string[] {
  switch (block.type) {
    case "heading":
      return [`${"#".repeat(block.attrs.level)} ${line(block.content).replaceAll("\n", " ")}`]
    case "blockquote":
      return block.content.flatMap(lines).map((each) => `> ${each}`)
    case "table": {
      const [first, ...rest] = block.content
      const rule = first && isHeads(first) ? [`|${" --- |".repeat(first.content.length)}`] : []
      return [...(first ? [row(first)] : []), ...rule, ...rest.map(row)]
    }
    default:
      return lines(block)
  }
}

/** One block as a chunk of plain text; empty for a paragraph without words. */
export function editableBlock(block: DocumentBlock): string {
  return chunkOf(blockLines(block))
}

/** A text as it is written in a plain field, a blank line between blocks. */
export function editableText({ content }: DocumentText): string {
  return content
    .map(editableBlock)
    .filter((chunk) => chunk !== "")
    .join("\n\n")
}
