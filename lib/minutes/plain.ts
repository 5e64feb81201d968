import type { Action, Block, Inline, ListItem, PlainBlock, SectionDoc, Statement } from "./model"

/** The words that open the lines of a block in plain text, in the language of the reader. */
export type PlainWords = Record<
  "statement" | "decision" | "action" | "question" | "owners" | "due" | "outcome",
  string
>

function inline(nodes: readonly Inline[] = []): string {
  return nodes
    .map((node) => {
      if (node.type === "hardBreak") return "\n"
      if (node.type === "mention") return `@${node.attrs.label}`
      const link = node.marks?.find((mark) => mark.type === "link")
      return link ? `[${node.text}](${link.attrs.href})` : node.text
    })
    .join("")
}

function item({ content }: ListItem, mark: string): string[] {
  const [first = "", ...rest] = content.flatMap(lines)
  return [mark + first, ...rest.map((line) => " ".repeat(mark.length) + line)]
}

/** A plain block line by line, with its lists and the addresses of its links. */
export function lines(block: PlainBlock): string[] {
  if (block.type === "paragraph") return inline(block.content).split(/\n+/)
  if (block.type === "bulletList") return block.content.flatMap((entry) => item(entry, "- "))
  const { start } = block.attrs
  return block.content.flatMap((entry, place) => item(entry, `${start + place}. `))
}

const speaker = ({ name, capacity }: Statement["attrs"]) =>
  capacity ? `${name} (${capacity})` : name

function actionLines({ owners, due }: Action["attrs"], words: PlainWords): string[] {
  return [
    ...(owners.length > 0 ? [`${words.owners}: ${owners.map(({ name }) => name).join("; ")}`] : []),
    ...(due ? [`${words.due}: ${due}`] : []),
  ]
}

/** What a block says, line by line; some lines may be blank. */
function blockLines(block: Block, words: PlainWords): string[] {
  if (block.type === "paragraph" || block.type === "bulletList" || block.type === "orderedList") {
    return lines(block)
  }
  const inner = block.content.flatMap(lines)
  const [first = "", ...rest] = inner
  switch (block.type) {
    case "blockquote":
      return inner.map((line) => `> ${line}`)
    case "statement":
      return [`${words.statement}: ${speaker(block.attrs)}`, ...inner]
    case "decision":
      return [`${words.decision}: ${first}`, ...rest]
    case "action":
      return [`${words.action}: ${first}`, ...rest, ...actionLines(block.attrs, words)]
    case "question": {
      const outcome = block.attrs.outcome ? [`${words.outcome}: ${block.attrs.outcome}`] : []
      return [`${words.question}: ${first}`, ...rest, ...outcome]
    }
  }
}

/** Lines without blank ones among them and without blanks at their ends: one chunk of a section. */
export function chunkOf(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .filter((line) => line !== "")
    .join("\n")
    .trim()
}

/** One block as a chunk of plain text; everything it says is in it. */
export function plainBlock(block: Block, words: PlainWords): string {
  return chunkOf(blockLines(block, words).flatMap((line) => line.split("\n")))
}

/** A section as plain text, a blank line between blocks; blank paragraphs are left out. */
export function plainDoc(doc: SectionDoc, words: PlainWords): string {
  return doc.content
    .map((block) => plainBlock(block, words))
    .filter((chunk) => chunk !== "")
    .join("\n\n")
}
