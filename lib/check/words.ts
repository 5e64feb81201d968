const WORDS = /[\p{L}\p{M}\p{N}]+/gu
const OF_WORD = /[\p{L}\p{M}\p{N}]/u
/** Half of a character beyond the first 65,536. */
const HALF = /[\ud800-\udfff]/
/** Of each of the first 65,536 characters that was met: whether words are made of it, or not. */
const kinds = new Uint8Array(0x10000)
const [WITHIN, BETWEEN] = [1, 2]

/** Words that say nothing about a subject, left out when titles are compared. */
const EMPTY = new Set(
  "a an and as at behalf by for from in into of on or per the their this to with via its our we is are be been has have".split(
    " ",
  ),
)

/** The words of a text: every run of letters and digits. What "no word is lost" is counted in. */
export function wordsOf(text: string): string[] {
  // The expression alone would do; every text is counted several times, and this takes a third of its time.
  if (HALF.test(text)) return text.match(WORDS) ?? []
  const words: string[] = []
  let from = -1
  for (let at = 0; at < text.length; at++) {
    const isWithin = (kinds[text.charCodeAt(at)] || meet(text.charCodeAt(at))) === WITHIN
    if (isWithin && from < 0) from = at
    if (isWithin || from < 0) continue
    words.push(text.slice(from, at))
    from = -1
  }
  if (from >= 0) words.push(text.slice(from))
  return words
}

function meet(code: number): number {
  const kind = OF_WORD.test(String.fromCharCode(code)) ? WITHIN : BETWEEN
  kinds[code] = kind
  return kind
}

/** How many words a text has, without keeping them. */
export function countWords(text: string): number {
  let count = 0
  for (const _ of text.matchAll(WORDS)) count += 1
  return count
}

/** Letters and digits alone, without case and accents: "WG-Strategy" equals "WG Strategy". */
export function squeezed(text: string): string {
  return plainCase(text).replace(/[^\p{L}\p{N}]+/gu, "")
}

/** Lower case without accents, so that names and titles compare as people read them. */
export function plainCase(text: string): string {
  // Most words have no accents, and folding them costs most of the time.
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase()
  return text
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase()
}

/** The words that a title is recognised by, cut to a common stem so that "updates" meets "update". */
export function contentWords(text: string): string[] {
  return wordsOf(plainCase(text.replace(/['’]s\b/g, "")))
    .filter((word) => !EMPTY.has(word))
    .map(stem)
}

function stem(word: string): string {
  if (word.length < 5) return word.length === 4 && /[^s]s$/.test(word) ? word.slice(0, -1) : word
  return word.replace(/(?:ies|ys|es|s|ed|ing|ions?|y|e)$/, "")
}

/** How alike two titles are by their content words, from 0 to 1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const left = new Set(a)
  const right = new Set(b)
  if (left.size === 0 || right.size === 0) return 0
  let shared = 0
  for (const word of left) if (right.has(word)) shared += 1
  return (2 * shared) / (left.size + right.size)
}

/** Which share of a title's words a text contains, from 0 to 1, and where the first of them stands. */
export function containment(title: string, text: string): { share: number; first: number } {
  const wanted = new Set(contentWords(title))
  if (wanted.size === 0) return { share: 0, first: Number.POSITIVE_INFINITY }
  const found = new Set<string>()
  let first = Number.POSITIVE_INFINITY
  for (const [index, word] of contentWords(text).entries()) {
    if (!wanted.has(word)) continue
    found.add(word)
    first = Math.min(first, index)
  }
  return { share: found.size / wanted.size, first }
}

/** How many letters have to be changed to make one word of another; gives up above `most`. */
export function distance(a: string, b: string, most = 3): number {
  if (Math.abs(a.length - b.length) > most || a.length > 60 || b.length > 60) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, swap))
    }
    row = next
  }
  return row[b.length] ?? most + 1
}
