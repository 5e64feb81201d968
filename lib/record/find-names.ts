import { LRUCache } from "lru-cache"
import { foldName } from "@/lib/people/model"

/** A name found in a text: where, its end not included, and which of the known names it is. */
export type FoundName = { from: number; to: number; name: string }

/** Finds names in texts. */
export type NameFinder = (text: string) => FoundName[]

type Word = { from: number; to: number; exact: string; folded: string }
type Known = { name: string; words: Word[] }

const word = /[\p{L}\p{M}\p{N}]+/gu
/** What may stand between the words of one name: blanks, points, apostrophes, hyphens. */
const joint = /^[\s.'’‘`‐‑–—-]{1,4}$/u
/** Scripts that set no blanks between words: a name may stand within a run of letters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

/**
 * A finder of these names: whole, between the borders of words, the longest first. Names of several
 * words are found in any case, with or without accents; those of one word only as they are written.
 */
export function nameFinder(names: Iterable<string>): NameFinder {
  const byFirst = new Map<string, Known[]>()
  const within: string[] = []
  for (const name of new Set(names)) {
    const words = wordsOf(name)
    const [first] = words
    if (!first || !/\p{L}/u.test(name)) continue
    if (unspaced.test(name)) within.push(name)
    else byFirst.set(first.folded, [...(byFirst.get(first.folded) ?? []), { name, words }])
  }
  for (const known of byFirst.values()) known.sort((a, b) => b.words.length - a.words.length)
  within.sort((a, b) => b.length - a.length)
  return (text) => {
    const found = spacedNames(text, byFirst)
    return within.length === 0 ? found : joinFound(found, withinNames(text, within))
  }
}

function spacedNames(text: string, byFirst: ReadonlyMap<string, Known[]>): FoundName[] {
  if (byFirst.size === 0) return []
  const found: FoundName[] = []
  const words = wordsOf(text)
  for (let at = 0; at < words.length; at++) {
    const start = words[at]
    const known =
      start && byFirst.get(start.folded)?.find((each) => standsAt(text, words, at, each))
    const end = known && words[at + known.words.length - 1]
    if (!known || !end) continue
    found.push({ from: start.from, to: end.to, name: known.name })
    at += known.words.length - 1
  }
  return found
}

function standsAt(text: string, words: readonly Word[], at: number, known: Known): boolean {
  if (known.words.length === 1) return words[at]?.exact === known.words[0]?.exact
  return known.words.every((wanted, place) => {
    const there = words[at + place]
    if (there?.folded !== wanted.folded) return false
    const before = words[at + place - 1]
    return place === 0 || (before !== undefined && joint.test(text.slice(before.to, there.from)))
  })
}

function withinNames(text: string, names: readonly string[]): FoundName[] {
  const found: FoundName[] = []
  for (const name of names) {
    for (let from = text.indexOf(name); from !== -1; from = text.indexOf(name, from + name.length))
      found.push({ from, to: from + name.length, name })
  }
  return joinFound([], found)
}

/** Both in the order of the text; what overlaps something that was there before is left out. */
function joinFound(first: readonly FoundName[], then: readonly FoundName[]): FoundName[] {
  const kept = [...first]
  for (const each of then)
    if (!kept.some(({ from, to }) => each.from < to && from < each.to)) kept.push(each)
  return kept.sort((a, b) => a.from - b.from)
}

/** Folding is what costs, and words of a text come again and again. */
const folds = new LRUCache<string, string>({ max: 20_000 })

function foldOnce(word: string): string {
  const known = folds.get(word)
  if (known !== undefined) return known
  const folded = foldName(word)
  folds.set(word, folded)
  return folded
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(word)].map(({ 0: written, index }) => ({
    from: index,
    to: index + written.length,
    exact: written.normalize("NFC"),
    folded: foldOnce(written),
  }))
}
