/**
 * A block, or the lines typed in its place: what it is, the words by which it is known, and for one that
 * heads others the words below it.
 */
export type Unit = { kind: string; words: string; under?: string }

/** More pairs of one kind than this are not weighed: they are known by their order alone. */
const mostPairs = 40_000

/** The same where all pairs of a kind together have more words than this to look up. */
const mostLookUps = 10_000_000

type Words = { kind: string; words: Set<string>; under: Set<string> }

const wordsOf = (text = "") => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
const known = ({ kind, words, under }: Unit): Words => ({
  kind,
  words: wordsOf(words),
  under: wordsOf(under),
})

/** How much of two texts is the same, from 0 to 1. */
function alike(one: Set<string>, other: Set<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  // A long text against each of many short ones: the short one says how much there is to look up.
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of fewer) if (more.has(word)) shared++
  // A heading that got a few words more is still the same one: the shorter side counts as well.
  return (shared / Math.min(one.size, other.size) + (2 * shared) / (one.size + other.size)) / 2
}

/** How surely two are the same; 0 where neither their own words nor those below them say so. */
function likeness(one: Words, other: Words): number {
  if (one.kind !== other.kind) return 0
  const own = alike(one.words, other.words)
  const under = alike(one.under, other.under)
  return Math.max(own, under) > 0.5 ? own + under : 0
}

/**
 * For each of the new units the place of the old one that it is, worded anew, or null. The most alike are
 * the same; of the rest those that stand alone between the same neighbours, unless what stands below them
 * says that they are two.
 */
export function pairRewritten(olds: readonly Unit[], news: readonly Unit[]): (number | null)[] {
  const pairs: (number | null)[] = news.map(() => null)
  const before = olds.map(known)
  const after = news.map(known)
  pairAlike(before, after, pairs)
  pairBetween(before, after, pairs)
  return pairs
}

/** Whether all pairs of the units of one kind can be looked at. */
function mayWeigh(olds: Words[], news: Words[]): boolean {
  if (olds.length * news.length > mostPairs) return false
  let lookUps = 0
  for (const one of olds)
    for (const other of news)
      lookUps +=
        Math.min(one.words.size, other.words.size) + Math.min(one.under.size, other.under.size)
  return lookUps <= mostLookUps
}

function pairAlike(olds: Words[], news: Words[], pairs: (number | null)[]): void {
  const weighed = new Set(
    [...new Set(news.map(({ kind }) => kind))].filter((kind) => {
      const of = (units: Words[]) => units.filter((unit) => unit.kind === kind)
      return mayWeigh(of(olds), of(news))
    }),
  )
  const found = news.flatMap((one, at) =>
    (weighed.has(one.kind) ? olds : []).flatMap((old, place) => {
      const score = likeness(old, one)
      return score > 0 ? [{ at, place, score }] : []
    }),
  )
  found.sort((a, b) => b.score - a.score)
  const taken = new Set<number>()
  for (const { at, place } of found) {
    if (pairs[at] !== null || taken.has(place)) continue
    pairs[at] = place
    taken.add(place)
  }
}

/** Pairs what is left of a kind where as many old as new ones stand between the same neighbours. */
function pairBetween(olds: Words[], news: Words[], pairs: (number | null)[]): void {
  const gaps = new Map<string, { olds: number[]; news: number[] }>()
  const partner = new Map(pairs.flatMap((place, at) => (place === null ? [] : [[place, at]])))
  const gapOf = (kind: string, before: number) => {
    const key = `${before} ${kind}`
    const gap = gaps.get(key) ?? { olds: [], news: [] }
    gaps.set(key, gap)
    return gap
  }
  let last = -1
  for (const [place, { kind }] of olds.entries()) {
    const at = partner.get(place)
    if (at === undefined) gapOf(kind, last).olds.push(place)
    else last = at
  }
  last = -1
  for (const [at, { kind }] of news.entries()) {
    if (pairs[at] === null) gapOf(kind, last).news.push(at)
    else last = at
  }
  for (const gap of gaps.values()) {
    if (gap.olds.length !== gap.news.length) continue
    for (const [order, at] of gap.news.entries()) {
      const place = gap.olds[order] ?? 0
      const isOther = (olds[place]?.under.size ?? 0) > 0 && (news[at]?.under.size ?? 0) > 0
      if (!isOther) pairs[at] = place
    }
  }
}
