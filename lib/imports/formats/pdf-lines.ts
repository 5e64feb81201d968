import type { Words } from "./blocks"

/** A piece of text as a page places it, in points from the lower left; `y` is its baseline. */
export type Piece = {
  text: string
  x: number
  y: number
  width: number
  size: number
  /** Where on the page it stands, from 0 at its foot to 1. */
  height: number
  rightToLeft: boolean
}
export type Link = {
  href: string
  left: number
  right: number
  top: number
  bottom: number
  over: string
}

/** Pieces on one baseline without a wide gap between them. A row of columns is several of these. */
export type PdfLine = {
  words: Words[]
  text: string
  left: number
  right: number
  y: number
  size: number
  height: number
  /** A list entry's mark was found in front, with a gap behind it. */
  marked: boolean
}

/** A gap this many times as wide as the letters are high parts columns. */
const COLUMN_GAP = 1.6
const MARK =
  /^(?:[-–—•◦▪■●‣·*o\uf0b7\uf0a7]|\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})[.)]|\d{1,3})$/

/** The lines of a page from the top, those on one height from the left. */
export function linesOf(pieces: readonly Piece[], links: readonly Link[]): PdfLine[] {
  return rowsOf(pieces).flatMap((row) => cutRow(row, links))
}

function rowsOf(pieces: readonly Piece[]): Piece[][] {
  const shown = pieces.filter(({ text, width }) => text.trim() !== "" || width > 0)
  const sorted = [...shown].sort((a, b) => b.y - a.y || a.x - b.x)
  const rows: Piece[][] = []
  let base: Piece | undefined
  for (const piece of sorted) {
    // Raised and lowered numbers belong to the line that they stand in.
    const near = base && base.y - piece.y < Math.max(base.size, piece.size) * 0.4
    if (near) rows.at(-1)?.push(piece)
    else rows.push([piece])
    if (!near || (base && piece.size > base.size)) base = piece
  }
  return rows
}

function cutRow(row: Piece[], links: readonly Link[]): PdfLine[] {
  const rightToLeft = row.filter((piece) => piece.rightToLeft).length > row.length / 2
  const sorted = [...row].sort((a, b) => a.x - b.x)
  const parts: Piece[][] = []
  for (const piece of sorted) {
    if (piece.text.trim() === "") continue
    const part = parts.at(-1)
    const last = part?.at(-1)
    const gap = last ? piece.x - (last.x + last.width) : 0
    const size = Math.max(piece.size, last?.size ?? 0)
    const isMark = part?.length === 1 && last && MARK.test(last.text.trim())
    if (part && (gap < size * COLUMN_GAP || (isMark && gap < size * 5))) part.push(piece)
    else parts.push([piece])
  }
  return parts.map((part) => lineOf(rightToLeft ? part.reverse() : part, links))
}

function lineOf(pieces: Piece[], links: readonly Link[]): PdfLine {
  const words: Words[] = []
  let last: Piece | undefined
  const size = Math.max(...pieces.map((piece) => piece.size))
  for (const piece of pieces) {
    const gap = last
      ? Math.max(piece.x - (last.x + last.width), last.x - (piece.x + piece.width))
      : 0
    const spaced = /\s$/.test(words.at(-1)?.text ?? "") || /^\s/.test(piece.text)
    if (last && !spaced && gap > piece.size * 0.15) words.push({ text: " " })
    words.push(...linked(piece, links))
    last = piece
  }
  const [first] = pieces
  const text = words.map((each) => each.text).join("")
  return {
    words,
    text: text.trim(),
    left: Math.min(...pieces.map(({ x }) => x)),
    right: Math.max(...pieces.map(({ x, width }) => x + width)),
    y: first?.y ?? 0,
    size,
    height: first?.height ?? 0,
    marked: pieces.length > 1 && MARK.test(first?.text.trim() ?? ""),
  }
}

/** A piece with the link that lies over it; over a part of it, by the words that the link covers. */
function linked({ text, x, y, width, size }: Piece, links: readonly Link[]): Words[] {
  const link = links.find(
    ({ left, right, top, bottom }) =>
      y + size * 0.3 > bottom && y + size * 0.3 < top && x + width > left + 1 && x < right - 1,
  )
  if (!link) return [{ text }]
  const { href, left, right, over } = link
  const at = over ? text.indexOf(over) : -1
  if (at >= 0) {
    const end = at + over.length
    const parts = [{ text: text.slice(0, at) }, { text: over, href }, { text: text.slice(end) }]
    return parts.filter((part) => part.text !== "")
  }
  const shared = Math.min(right, x + width) - Math.max(left, x)
  return shared > width / 2 ? [{ text, href }] : [{ text }]
}
