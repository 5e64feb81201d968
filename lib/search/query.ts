import { limits } from "./model"
import { joinedWords, tokensOf } from "./words"

/** A part of what is asked: a word, several that a sign joins, or a phrase in quotes. All folded. */
export type Term = {
  words: string[]
  /** Must stand there in these very words. */
  quoted: boolean
  /** "email" for "e-mail"; null where nothing joins the words. */
  joined: string | null
}

/** What is asked: all of `wanted` and none of `excluded`. */
export type Query = { wanted: Term[]; excluded: Term[] }

const parts = /([-−])?"([^"]*)"?|(\S+)/g

/**
 * Reads what somebody typed: words, "phrases in quotes" (of any kind), and a hyphen before what must
 * not occur. Never fails: what holds no letter and no digit counts for nothing.
 */
export function readQuery(typed: string): Query {
  const query: Query = { wanted: [], excluded: [] }
  const plain = typed
    .slice(0, limits.query)
    .normalize("NFC")
    .replace(/[“”„«»＂]/g, '"')
  for (const [, minus, phrase, chunk = ""] of plain.matchAll(parts)) {
    const isQuoted = phrase !== undefined
    const isExcluded = isQuoted ? minus !== undefined : /^[-−][^-−]/.test(chunk)
    const text = isQuoted ? phrase : isExcluded ? chunk.slice(1) : chunk
    const words = tokensOf(text).map(({ word }) => word)
    if (words.length === 0) continue
    if (query.wanted.length + query.excluded.length >= limits.terms) break
    const joined = isQuoted ? null : (joinedWords(text)[0] ?? null)
    const into = isExcluded ? query.excluded : query.wanted
    into.push({ words: words.slice(0, limits.terms), quoted: isQuoted, joined })
  }
  return query
}

/** Whether a question excludes what it asks for, so that nothing can answer it. */
export function isContradiction({ wanted, excluded }: Query): boolean {
  const without = new Set(excluded.map(({ words }) => words.join(" ")))
  return wanted.some(({ words }) => without.has(words.join(" ")))
}
