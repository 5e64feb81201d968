import type { Mark, MinutesText, TextNode } from "./model"

/**
 * Minutes in which every placeholder of a name, `[the draft](#)` in plain words, has become a link. One
 * that is cut by emphasis stays as it is; so does everything else.
 */
export function linkPlaceholders(text: MinutesText, label: string, href: string): MinutesText {
  const link: Mark = { type: "link", attrs: { href } }
  return {
    ...text,
    sections: Object.fromEntries(
      Object.entries(text.sections).map(([id, doc]) => [id, under(doc, label, link)]),
    ),
  }
}

function under<Part>(part: Part, label: string, link: Mark): Part {
  if (typeof part !== "object" || part === null) return part
  const { content } = part as { content?: unknown }
  if (!Array.isArray(content)) return part
  const linked = content.flatMap((inner: unknown) =>
    isPlainText(inner) ? pieces(inner, label, link) : [under(inner, label, link)],
  )
  return { ...part, content: linked }
}

function isPlainText(node: unknown): node is TextNode {
  const { type, marks = [] } = node as Partial<TextNode>
  return type === "text" && !marks.some((mark) => mark.type === "link")
}

/** A run of words cut at the placeholders of a name. */
function pieces(node: TextNode, label: string, link: Mark): TextNode[] {
  const found: TextNode[] = []
  const { text, marks = [] } = node
  let at = 0
  for (const match of text.matchAll(/\[([^[\]\n]{1,200})\]\(#?\)/g)) {
    if (match[1]?.trim() !== label) continue
    if (match.index > at) found.push({ ...node, text: text.slice(at, match.index) })
    found.push({ type: "text", text: label, marks: [...marks, link] })
    at = match.index + match[0].length
  }
  if (at === 0) return [node]
  if (at < text.length) found.push({ ...node, text: text.slice(at) })
  return found
}
