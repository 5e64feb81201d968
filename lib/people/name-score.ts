import { foldName } from "./model"

/** What may stand before a name and is no part of it. */
const HONORIFIC =
  /^(?:(?:h\.?\s?e\.?|mr|mrs|ms|mme|mx|miss|dr|prof|professor|amb|ambassador|hon|sir|dame|madam|eng|rev)\.?\s+)+/

/** Small words that one list writes and another leaves out. */
const PARTICLES = new Set(
  "al el bin bint ibn ben abu de da do dos das del della di van von der den la le y e".split(" "),
)

/** A script that writes a whole name without a space. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u

/** Beyond this many words nothing is a name; it keeps the comparison short. */
const MOST_WORDS = 8

/** How near a word of one name is to a word of another. */
const near = { misspelt: 0.78, cut: 0.75, initial: 0.7 }
const reordered = 0.93
const joined = 0.95
const withoutParticles = 0.88
const wordsMissing = 0.8
const firstNameAlone = 0.55
const oneWordName = 0.85

/** A batch compares some thousands of names, each with several others; taking one apart is the slow part. */
const taken = new Map<string, readonly string[]>()
const mostTaken = 20_000

/** The words of a name as they are compared: folded, "Surname, First" turned round, no title, no signs. */
export function nameParts(name: string): readonly string[] {
  const known = taken.get(name)
  if (known) return known
  if (taken.size >= mostTaken) taken.clear()
  const parts = takeApart(name)
  taken.set(name, parts)
  return parts
}

function takeApart(name: string): string[] {
  const plain = foldName(name.slice(0, 300))
    .replace(/\p{Cf}/gu, "")
    .replace(/\([^)]*\)/g, " ")
    .replace(/^([^,]+),\s*([^,]+)$/, "$2 $1")
    .trim()
    .replace(HONORIFIC, "")
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
  return plain
    .replace(/['’ʼ"“”]/gu, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
}

/** One text for every way of writing the same words of a name in the same order. */
export const nameKeyOf = (name: string): string => nameParts(name).join(" ")

/** The words by which somebody of that name is looked up, and all of them joined. */
export function blockingWords(name: string): string[] {
  const parts = nameParts(name)
  const words = parts.filter((word) => word.length > 1 && !PARTICLES.has(word))
  const whole = parts.length > 1 ? [parts.join("")] : []
  return [...new Set([...words, ...hyphened(name).filter((word) => word.length > 2), ...whole])]
}

/**
 * How well two names may be one person's, from 0 (no) to 1 (the same words). By what is missing, cut,
 * misspelt or in another order; two different first names with one surname are 0.
 */
export function nameScore(a: string, b: string): number {
  const [left, right] = [nameParts(a), nameParts(b)]
  const [one, other] = [left.join(""), right.join("")]
  if (one === "" || other === "") return 0
  if (left.join(" ") === right.join(" "))
    return left.length > 1 || (UNSPACED.test(one) && one.length > 1) ? 1 : oneWordName
  if (one === other) return joined
  const whole = aligned(left, right)
  const [closeLeft, closeRight] = [hyphened(a), hyphened(b)]
  const isHyphened = closeLeft !== left || closeRight !== right
  const close = isHyphened ? aligned(closeLeft, closeRight) : 0
  const [bareLeft, bareRight] = [withoutSmall(left), withoutSmall(right)]
  const isBare = bareLeft.length < left.length || bareRight.length < right.length
  const bare =
    isBare && bareLeft.length > 1 && bareRight.length > 1
      ? Math.min(aligned(bareLeft, bareRight), withoutParticles)
      : 0
  return Math.max(whole, close, bare)
}

const withoutSmall = (words: readonly string[]) =>
  words.filter((word, at) => at === 0 || !PARTICLES.has(word))

/** "Min-jun Kim" as "minjun kim". */
const hyphened = (name: string) =>
  /\p{Pd}/u.test(name)
    ? nameParts(name.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, ""))
    : nameParts(name)

/** Each word of the shorter name must find its own in the longer one. */
function aligned(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const free = new Set(long.keys())
  const places: number[] = []
  let score = 1
  let whole = 0
  for (const [place, word] of short.entries()) {
    const isLast = place === short.length - 1
    let best = { at: -1, nearness: 0 }
    for (const at of free) {
      const nearness = nearnessOf(word, long[at] ?? "", isLast)
      if (nearness > best.nearness) best = { at, nearness }
      if (nearness === 1) break
    }
    if (best.nearness === 0) return 0
    score *= best.nearness
    if (Math.min(word.length, (long[best.at] ?? "").length) > 1) whole += 1
    places.push(best.at)
    free.delete(best.at)
  }
  if (whole === 0) return 0
  if (short.length === 1)
    return long.length === 1 ? Math.min(score, oneWordName) : firstNameAlone * score
  const inOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))
  if (!inOrder) score *= reordered
  return free.size > 0 ? score * wordsMissing : score
}

function nearnessOf(a: string, b: string, last: boolean): number {
  if (a === b) return 1
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1) return long.startsWith(short) ? near.initial : 0
  if (short[0] !== long[0]) return 0
  const most = short.length > 6 ? 2 : 1
  if (short.length >= 4 && long.length - short.length <= most && edits(short, long, most) <= most)
    return near.misspelt
  return last && short.length >= 4 && long.startsWith(short) ? near.cut : 0
}

/** Letters to change, add or take away; anything above `most` when there are more. */
function edits(a: string, b: string, most: number): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length] ?? most + 1
}
