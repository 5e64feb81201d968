import type { Piece } from "./model"
import type { Term } from "./query"
import { type Token, tokensOf } from "./words"

/** Characters of a passage that are shown, and how many of them before the first mark. */
const shown = 260
const before = 80

/** Which tokens of a text are what was asked for: words of `matching`, and whole phrases. */
function markedTokens(
  tokens: readonly Token[],
  matching: ReadonlySet<string>,
  phrases: readonly Term[],
): boolean[] {
  const marked = tokens.map(({ word }) => matching.has(word))
  for (const { words } of phrases) {
    for (let at = 0; at + words.length <= tokens.length; at++) {
      if (words.every((word, step) => tokens[at + step]?.word === word))
        marked.fill(true, at, at + words.length)
    }
  }
  return marked
}

function piecesOf(
  text: string,
  tokens: readonly Token[],
  marked: readonly boolean[],
  from: number,
  to: number,
): Piece[] {
  const pieces: Piece[] = []
  const add = (start: number, end: number, isMarked: boolean) => {
    if (end > start) pieces.push({ text: text.slice(start, end), marked: isMarked })
  }
  let at = from
  for (const [place, token] of tokens.entries()) {
    if (!marked[place] || token.from < from || token.to > to) continue
    add(at, token.from, false)
    add(token.from, token.to, true)
    at = token.to
  }
  add(at, to, false)
  return pieces
}

/** A line in whole, with the words that were asked for marked. */
export function markLine(
  text: string,
  matching: ReadonlySet<string>,
  phrases: readonly Term[],
): Piece[] {
  const tokens = tokensOf(text)
  return piecesOf(text, tokens, markedTokens(tokens, matching, phrases), 0, text.length)
}

/**
 * The part of a passage in which most of the words stand, with the words marked; its beginning when
 * none does. Cut between words, with an ellipsis where something is left out.
 */
export function markPassage(
  passage: string,
  matching: ReadonlySet<string>,
  phrases: readonly Term[],
): Piece[] {
  const text = passage.replace(/\s+/g, " ").trim()
  const tokens = tokensOf(text)
  const marked = markedTokens(tokens, matching, phrases)
  const first = bestStart(tokens, marked)
  const wanted = Math.max(0, Math.min((first?.from ?? 0) - before, text.length - shown))
  const from = wanted === 0 ? 0 : (tokens.find((token) => token.from >= wanted)?.from ?? wanted)
  const end = from + shown
  const to =
    end >= text.length ? text.length : (tokens.findLast((token) => token.to <= end)?.to ?? end)
  const pieces = piecesOf(text, tokens, marked, from, to)
  if (from > 0) pieces.unshift({ text: "… ", marked: false })
  if (to < text.length) pieces.push({ text: " …", marked: false })
  return pieces
}

/** The marked token from which on the most different words stand within what is shown. */
function bestStart(tokens: readonly Token[], marked: readonly boolean[]): Token | undefined {
  const places = tokens.filter((_, place) => marked[place])
  let best: { token: Token; words: number } | undefined
  for (const [place, token] of places.entries()) {
    const near = new Set<string>()
    for (const other of places.slice(place, place + 40)) {
      if (other.to > token.from + shown - before) break
      near.add(other.word)
    }
    if (!best || near.size > best.words) best = { token, words: near.size }
  }
  return best?.token
}
