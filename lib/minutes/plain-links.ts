import { LIMITS, type TextNode } from "./model"

/** A piece of a line: words, or the words of a link with where it leads. */
export type Piece = { text: string; href: string | null }

/** Which addresses may stand behind a link, and the links that are read as they stood (`oddLinks`). */
export type Linking = { leads: (href: string) => boolean; odd: readonly Link[] }
export type Link = { words: string; href: string }

const written = ({ words, href }: Link) => `[${words}](${href})`

/** For each bracket that is closed the place where it is; brackets inside brackets are pairs of their own. */
function pairsIn(text: string, opens: string, closes: string): Map<number, number> {
  const pairs = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === opens) open.push(at)
    const from = text[at] === closes ? open.pop() : undefined
    if (from !== undefined) pairs.set(from, at)
  }
  return pairs
}

/**
 * A line parted at its `[words](address)`. An address ends at the bracket that closes its own, so that it
 * may have brackets in it; one with a blank, or one that leads nowhere, stays as it was typed. A link that
 * stood in the text before is read as it stood, whatever signs it has.
 */
export function partAtLinks(text: string, { leads, odd }: Linking): Piece[] {
  const pieces: Piece[] = []
  const squares = pairsIn(text, "[", "]")
  const rounds = pairsIn(text, "(", ")")
  const linkAt = (at: number) => {
    const whole = odd.find((link) => text.startsWith(written(link), at))
    if (whole) return { ...whole, end: at + written(whole).length }
    const middle = squares.get(at)
    const last = middle === undefined ? undefined : rounds.get(middle + 1)
    if (middle === undefined || last === undefined || middle === at + 1) return null
    // Brackets inside brackets would each have the rest of the line read as an address otherwise.
    if (last - middle > LIMITS.href + 2) return null
    const href = text.slice(middle + 2, last)
    if (/\s/.test(href) || !leads(href)) return null
    return { words: text.slice(at + 1, middle), href, end: last + 1 }
  }
  let from = 0
  for (let at = text.indexOf("["); at >= 0; at = text.indexOf("[", at + 1)) {
    const link = at < from ? null : linkAt(at)
    if (!link) continue
    if (at > from) pieces.push({ text: text.slice(from, at), href: null })
    pieces.push({ text: link.words, href: link.href })
    from = link.end
  }
  if (from < text.length) pieces.push({ text: text.slice(from), href: null })
  return pieces
}

/**
 * Of the links of a text those that are not read back from how they are written, for a blank or a bracket
 * that stands alone in them; the longest first.
 */
export function oddLinks(content: unknown, leads: Linking["leads"]): Link[] {
  const odd = new Map<string, Link>()
  for (const link of linksUnder(content)) {
    const [piece, ...more] = partAtLinks(written(link), { leads, odd: [] })
    const isRead = more.length === 0 && piece?.text === link.words && piece.href === link.href
    if (!isRead) odd.set(written(link), link)
  }
  return [...odd.values()].sort((one, other) => written(other).length - written(one).length)
}

function linksUnder(node: unknown): Link[] {
  if (Array.isArray(node)) return node.flatMap(linksUnder)
  const { text, marks, content } = (node ?? {}) as Partial<TextNode> & { content?: unknown }
  const link = (Array.isArray(marks) ? marks : []).find((mark) => mark.type === "link")
  const own = link && text !== undefined ? [{ words: text, href: link.attrs.href }] : []
  return content === undefined ? own : [...own, ...linksUnder(content)]
}
