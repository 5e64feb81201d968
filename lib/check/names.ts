import { foldName } from "@/lib/people/model"
import { remembered } from "@/lib/platform/remembered"
import { distance } from "./words"

/** What may stand before a name and is no part of it. */
export const HONORIFIC =
  /^(?:(?:h\.?\s?e\.?|mr|mrs|ms|mss|messrs|mmes|mm|mme|mx|mdm|miss|dr|prof|professor|amb|ambassador|hon|sir|dame|madam|eng|(?:(?:rt|very|most|right)\s{1,4})?rev(?:d|erend)?|ven|canon|dona|fr|sri|shri|smt|shrimati|kum|dña|doña|d\.ª|dra|sres|sras|doctora?|señorita|dott|dott\.ssa|sig\.ra|drs|dhr|mevr|arq|lic|don|mlle|monsieur|señora?|srta|sra?|herr|frau|senhora?|signora?|signorina|madame|mademoiselle|mgr|ing|phdr|mudr|judr|rndr|mvdr|bc|mag|ir|cik|encik|puan|hajah?|ustadh|thiru|thirumathi|tmt|selvi|datuk|datin|engr|atty|alhaji|a\/prof|(?:assoc(?:iate)?|asst|assistant|adj(?:unct)?)\.?\s{1,4}prof(?:essor)?|pastora?|cr|enf|me)\.?\s{1,4}){1,6}(?=['’‘]?\p{Lu})/iu

/** The words of a name as they compare: without case, accents, dots and titles. */
export function nameWords(name: string): string[] {
  const written = name.slice(0, 300)
  // A title stands in front of a name, so a single word has none.
  const own = foldName(/\s/.test(written) ? written.replace(HONORIFIC, "") : written)
  return (own.includes("(") ? own.replace(/\([^()]{0,300}\)/g, " ") : own)
    .replace(/[.'’"“”]/g, "")
    .split(/[\s\p{Pd}]+/u)
    .filter(Boolean)
}

/** One text for every way of writing the same words of a name; the words of a report are asked for again and again. */
export const nameKey = remembered((name: string) => nameWords(name).join(" "), 4_000)

/**
 * Whether two names may stand for one person: equal, a first name for the whole, an initial for a
 * family name, or the same words with a middle name more.
 */
export function mayBeSame(a: string, b: string): boolean {
  const left = nameWords(a)
  const right = nameWords(b)
  if (left.length === 0 || right.length === 0) return false
  if (left.join(" ") === right.join(" ")) return true
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  if (short.length === 1) return short[0] === long[0]
  if (short[0] !== long[0]) return sameWords(short, long)
  const tail = short.at(-1) ?? ""
  if (tail.length === 1) return (long.at(-1) ?? "").startsWith(tail) || long[1] === tail
  return short.every((word) => long.includes(word))
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join(" ") === [...b].sort().join(" ")
}

/** Whether two whole names look like one name spelt in two ways: one word differs by a letter or two. */
export function looksMisspelt(a: string, b: string): boolean {
  const left = nameWords(a)
  const right = nameWords(b)
  if (left.length < 2 || left.length !== right.length) return false
  let differing = 0
  for (const [index, word] of left.entries()) {
    const other = right[index] ?? ""
    if (word === other) continue
    differing += 1
    const most = Math.min(word.length, other.length) > 6 ? 2 : 1
    if (Math.min(word.length, other.length) < 4 || word[0] !== other[0]) return false
    if (distance(word, other, most) > most) return false
  }
  return differing === 1
}
