import { COUNT, countOf } from "./number-words"

/** A count as written, from `from` to `to`. */
export type Counted = { value: number; from: number; to: number }

/** Not "at least three", not "two of the three", no years, no minutes. */
const LOOSE =
  /\b(?:at least|at most|more than|less than|fewer than|over|under|up to|about|around|approximately|nearly|almost|some|roughly|first|last|next|top|other|item|items|of|to|and|or|than)\s+(?:the\s+)?$|[-–—/.,:]\s?$/i
const MEASURE =
  /^(?:years?|months?|weeks?|days?|hours?|minutes?|times|percent|members|participants|people|persons|countries|states|governments|organi[sz]ations|co-?chairs|chairs|others?|pages|words|lines|am|pm|utc)$/i
const PROMISED = new RegExp(
  `(?<![\\p{L}\\p{N}])(${COUNT})\\s+((?:[\\p{L}'’-]+\\s+){0,3}?)([\\p{L}-]+s)(?![\\p{L}\\p{N}])`,
  "giu",
)
const PARTIAL = /\b(?:including|such as|among (?:them|others)|e\.g\.|for example|notably)\b/i
const INLINE = new RegExp(
  `(?<![\\p{L}\\p{N}])(${COUNT})\\s+(?:[\\p{L}'’-]+\\s+){0,2}?([\\p{L}-]+s)\\s?(?::|[–—]|\\s-)\\s`,
  "iu",
)
const THINGS = new RegExp(
  `\\b(?:the|all|its|our|all the)\\s+(${COUNT})\\s+([\\p{L}-]+s)\\s+of\\s+(?:the\\s+|this\\s+|our\\s+)?((?:[\\p{L}\\p{N}'’-]+\\s?){1,2})`,
  "giu",
)

const SOME = /^(?:who|that|which|from|in|with|without)$/
const GOES_ON =
  /^(?:is|are|was|were|will|would|have|has|had|can|could|may|must|should|and|or|to|at|on|by|for|met|meet|agreed|said)$/

/** The counts of things that a sentence ending in a colon may be about. */
export function promisedCounts(text: string): Counted[] {
  const from = Math.max(0, text.length - 400)
  const tail = text.slice(from)
  if (PARTIAL.test(tail)) return []
  return [...tail.matchAll(PROMISED)].flatMap((match): Counted[] => {
    const value = countOf(match[1] ?? "")
    const before = tail.slice(0, match.index)
    if (value === null || value > 40 || LOOSE.test(before) || MEASURE.test(match[3] ?? ""))
      return []
    return [{ value, from: from + match.index, to: from + match.index + match[0].length }]
  })
}

/** "Seven objectives – one; another; a third": what is said, and how many are separated by semicolons. */
export function inlineCount(sentence: string): (Counted & { count: number }) | null {
  if (!sentence.includes(";")) return null
  const match = INLINE.exec(sentence)
  const value = countOf(match?.[1] ?? "")
  if (!match || value === null || MEASURE.test(match[2] ?? "")) return null
  if (LOOSE.test(sentence.slice(0, match.index)) || PARTIAL.test(match[0])) return null
  const listed = sentence.slice(match.index + match[0].length)
  if (PARTIAL.test(listed.slice(0, 40))) return null
  const count = listed.split(";").filter((part) => /\p{L}/u.test(part)).length
  const to = match.index + match[0].replace(/\s?(?::|[–—]|\s-)\s$/, "").length
  return count > 1 ? { value, count, from: match.index, to } : null
}

/** "The 32 members of the expert group": counts of things that a text can say twice. */
export function sameThings(sentence: string): (Counted & { key: string })[] {
  return [...sentence.matchAll(THINGS)].flatMap((match) => {
    const value = countOf(match[1] ?? "")
    const [first = "", second = ""] = (match[3] ?? "").toLowerCase().split(/\s+/)
    // "The three members of the group who …" are some of them.
    if (value === null || SOME.test(second)) return []
    const of = second && !GOES_ON.test(second) ? `${first} ${second}` : first
    const key = `${(match[2] ?? "").toLowerCase()} of ${of}`
    return [{ key, value, from: match.index, to: match.index + match[0].trimEnd().length }]
  })
}
