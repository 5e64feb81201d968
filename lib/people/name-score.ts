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

/** The words of a name as they are compared: folded, "Surname, First" turned round, no title, no signs. */
export function nameParts(name: string): string[] {
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
  const [bareLeft, bareRight] = [left, right].map((words) =>
    words.filter((word, at) => at === 0 || !PARTICLES.has(word)),
  ) as [string[], string[]]
  const loose = Math.max(aligned(left, right), aligned(hyphened(a), hyphened(b)))
  const bare = Math.min(aligned(bareLeft, bareRight), withoutParticles)
  return Math.max(loose, bareLeft.length > 1 && bareRight.length > 1 ? bare : 0)
}

/** "Min-jun Kim" as "minjun kim". */
const hyphened = (name: string) => nameParts(name.replace(/(?<=\p{L})\p{Pd}(?=\p{L})/gu, ""))

/** Each word of the shorter name must find its own in the longer one. */
function aligned(a: readonly string[], b: readonly string[]): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const free = long.map((word, at) => ({ word, at }))
  const places: number[] = []
  let score = 1
  let whole = 0
  for (const [at, word] of short.entries()) {
    const best = free
      .map((each) => ({ ...each, nearness: nearness(word, each.word, at === short.length - 1) }))
      .reduce((top, each) => (each.nearness > top.nearness ? each : top), {
        word: "",
        at: -1,
        nearness: 0,
      })
    if (best.nearness === 0) return 0
    score *= best.nearness
    if (Math.min(word.length, best.word.length) > 1) whole += 1
    places.push(best.at)
    free.splice(
      free.findIndex((each) => each.at === best.at),
      1,
    )
  }
  if (whole === 0) return 0
  if (short.length === 1)
    return long.length === 1 ? Math.min(score, oneWordName) : firstNameAlone * score
  const inOrder = places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1))
  if (!inOrder) score *= reordered
  return free.length > 0 ? score * wordsMissing : score
}

function nearness(a: string, b: string, last: boolean): number {
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
