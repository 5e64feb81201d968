import MarkdownIt from "markdown-it"
import { isLinkTarget } from "@/lib/minutes/model"
import { type Mentionable, stretchesOf } from "./mentions"
import type { Part, Piece } from "./model"

type Token = ReturnType<InstanceType<typeof MarkdownIt>["parse"]>[number]

/** Emphasis, lists, quotes, code and links; no headings, pictures, tables or HTML, which stay as typed. */
const reader = new MarkdownIt({ html: false, linkify: true, breaks: true, maxNesting: 20 })
reader.disable(["heading", "lheading", "hr", "table", "image", "html_block", "html_inline"])
reader.disable(["reference", "strikethrough"])
reader.linkify.set({ fuzzyLink: false, fuzzyEmail: false })

/**
 * The text of a comment as a screen shows it, with the people it names. Whatever is no light markup
 * stays as it was typed; nothing of it is ever HTML. A link leads to http, https or mailto alone.
 */
export function partsOf(text: string, mentioned: readonly Mentionable[] = []): Part[] {
  const tokens = reader.parse(text, {})
  const parts: Part[] = []
  fill(tokens, 0, parts, mentioned)
  return parts
}

/** Reads tokens up to the end of what is open, into `parts`; returns the place behind it. */
function fill(
  tokens: Token[],
  from: number,
  parts: Part[],
  people: readonly Mentionable[],
): number {
  let at = from
  while (at < tokens.length) {
    const token = tokens[at]
    at++
    if (!token) break
    if (token.nesting === -1 && token.type !== "paragraph_close") return at
    if (token.type === "inline") parts.push({ kind: "paragraph", pieces: pieces(token, people) })
    else if (token.type === "fence" || token.type === "code_block")
      parts.push({ kind: "code", text: token.content.replace(/\n$/, "") })
    else if (token.type === "blockquote_open") {
      const quoted: Part[] = []
      at = fill(tokens, at, quoted, people)
      parts.push({ kind: "quote", parts: quoted })
    } else if (token.type === "bullet_list_open" || token.type === "ordered_list_open") {
      const items: Part[][] = []
      while (tokens[at]?.type === "list_item_open") {
        const item: Part[] = []
        at = fill(tokens, at + 1, item, people)
        items.push(item)
      }
      at++
      const ordered = token.type === "ordered_list_open"
      const start = Number(token.attrGet("start") ?? 1)
      parts.push({ kind: "list", ordered, start, items })
    }
  }
  return at
}

function pieces(inline: Token, people: readonly Mentionable[]): Piece[] {
  const line: Piece[] = []
  // What is open, the innermost last; a link that may not lead anywhere only passes its words on.
  const open: Piece[][] = [line]
  const put = (...more: Piece[]) => open.at(-1)?.push(...more)
  for (const token of inline.children ?? []) {
    if (token.nesting === -1) {
      if (open.length > 1) open.pop()
    } else if (token.nesting === 1) {
      const inner: Piece[] = []
      const around = wrap(token, inner)
      if (around) put(around)
      open.push(around ? inner : (open.at(-1) ?? line))
    } else if (token.type === "softbreak" || token.type === "hardbreak") put({ kind: "break" })
    else if (token.type === "code_inline") put({ kind: "code", text: token.content })
    else put(...named(token.content, people))
  }
  return line
}

function wrap(token: Token, inner: Piece[]): Piece | null {
  if (token.type === "strong_open") return { kind: "strong", pieces: inner }
  if (token.type === "em_open") return { kind: "emphasis", pieces: inner }
  const href = String(token.attrGet("href") ?? "")
  return isLinkTarget(href) ? { kind: "link", href, pieces: inner } : null
}

const named = (text: string, people: readonly Mentionable[]): Piece[] =>
  stretchesOf(text, people).map(({ text, person }) =>
    person === "several"
      ? { kind: "namesakes", text }
      : person
        ? { kind: "mention", personId: person.id, text }
        : { kind: "text", text },
  )

/**
 * The people whom a comment names, each once. Not in what it quotes, where somebody else named them, and
 * not in code.
 */
export function mentionsIn(text: string, people: readonly Mentionable[]): string[] {
  return [...new Set(partsOf(text, people).flatMap(namedInPart))]
}

function namedInPart(part: Part): string[] {
  if (part.kind === "paragraph") return part.pieces.flatMap(namedInPiece)
  return part.kind === "list" ? part.items.flat().flatMap(namedInPart) : []
}

function namedInPiece(piece: Piece): string[] {
  if (piece.kind === "mention") return [piece.personId]
  return "pieces" in piece ? piece.pieces.flatMap(namedInPiece) : []
}

/** The words of a comment alone, on one line, for a list or a subject. */
export function plainWords(text: string): string {
  return partsOf(text).map(partWords).join(" ").replace(/\s+/g, " ").trim()
}

function partWords(part: Part): string {
  if (part.kind === "code") return part.text
  if (part.kind === "paragraph") return part.pieces.map(pieceWords).join("")
  if (part.kind === "quote") return part.parts.map(partWords).join(" ")
  return part.items.map((item) => item.map(partWords).join(" ")).join(" ")
}

function pieceWords(piece: Piece): string {
  if (piece.kind === "break") return " "
  return "pieces" in piece ? piece.pieces.map(pieceWords).join("") : piece.text
}
