import { foldedLetters } from "@/lib/people/model"
import { titlesOfAddress as titles } from "./titles"

/** A place in a text where somebody stands by name: UTF-16 offsets, and which of the asked people it is. */
export type FoundName = { start: number; end: number; person: number }

/** Scripts that are written without spaces between words: there a name begins and ends anywhere. */
export const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const plainLetters = new Map(
  [...foldedLetters.from].map((sign, at) => [sign, foldedLetters.to[at] ?? ""]),
)

/** A text as names are looked for in it, and where each of its characters came from. */
export type Folded = { text: string; from: number[]; source: string }

export function foldText(source: string): Folded {
  let text = ""
  const from: number[] = []
  let at = 0
  for (const sign of source) {
    const bare = sign < "\u0080" ? sign.toLowerCase() : withoutMarks(sign)
    for (const letter of /^\s$/u.test(bare) ? " " : bare) {
      const plain = plainLetters.get(letter) ?? letter
      text += plain
      for (let unit = 0; unit < plain.length; unit++) from.push(at)
    }
    at += sign.length
  }
  from.push(source.length)
  return { text, from, source }
}

const withoutMarks = (sign: string) => sign.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")
const between = String.raw`[\s.,_-]+`

/** Every way in which a name of several words is written: whole, turned round, with initials, after a title. */
function writings(words: readonly string[]): string[] {
  const all = words.map(escaped)
  const whole = all.join(between)
  if (all.length < 2) return [whole]
  const ends = all.slice(1).map((_, at) => ({
    family: all.slice(at + 1).join(between),
    given: all.slice(0, at + 1),
    initials: words.slice(0, at + 1).map((word) => escaped([...word][0] ?? "")),
  }))
  return [
    whole,
    ...ends.flatMap(({ family, given, initials }) => [
      `${family},\\s*${given.join(between)}`,
      `${initials.join(String.raw`[\s.-]*`)}[\\s.]+${family}`,
      `(?:${titles})\\.?\\s+${family}`,
    ]),
  ]
}

type Wanted = { pattern: RegExp; single: boolean; last: string }

/** The words of a name, in small letters without accents. */
export function wordsOfName(name: string): string[] {
  return foldText(name)
    .text.split(/[\s,._-]+/)
    .filter(Boolean)
}

/** "And", "to" and the like are written together with the word that they stand before, in some scripts. */
function joinedTo(name: string): string {
  if (/^\p{Script=Arabic}/u.test(name)) return "[وفبلك]{0,2}"
  return /^\p{Script=Hebrew}/u.test(name) ? "[ובהלמשכ]{0,2}" : ""
}

function patternOf(name: string): Wanted | null {
  const words = wordsOfName(name)
  if (words.length === 0) return null
  const [before, after] = unspaced.test(name)
    ? ["", ""]
    : [`(?<=(?<![\\p{L}\\p{N}])${joinedTo(name)})`, String.raw`(?![\p{L}\p{N}])`]
  const mail = String.raw`(?:@[\w-]+(?:\.[\w-]+)+)?`
  const source = `${before}(?:(?:${titles})\\.?\\s+)?(?:${writings(words).join("|")})${mail}${after}`
  return { pattern: new RegExp(source, "gu"), single: words.length === 1, last: words.at(-1) ?? "" }
}

/**
 * Finds where people stand by name in texts: letters with and without accents, capitals, titles, initials
 * and the order of the words make no difference. Given name or family name alone is not taken for them.
 * Found places stand in order and do not overlap.
 */
export function nameFinder(people: readonly (readonly string[])[]): (text: string) => FoundName[] {
  const wanted = people.flatMap((names, person) =>
    names.flatMap((name) => {
      const way = patternOf(name)
      return way ? [{ ...way, person, name: name.normalize("NFC") }] : []
    }),
  )
  return (text) => {
    const folded = foldText(text)
    // Every writing holds the last word of the name: without it there is nothing to look for.
    const likely = wanted.filter(({ last }) => folded.text.includes(last))
    const found = likely.flatMap(({ pattern, single, person, name }) =>
      [...folded.text.matchAll(pattern)].flatMap((match): FoundName[] => {
        const start = folded.from[match.index] ?? 0
        const end = folded.from[match.index + match[0].length] ?? text.length
        // One word alone may be any word: only as it is written in the name, capital and all.
        if (single && !text.slice(start, end).includes(name)) return []
        return [{ start, end, person }]
      }),
    )
    return withoutOverlap(found)
  }
}

/** The longest of those that overlap. */
function withoutOverlap(found: readonly FoundName[]): FoundName[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: FoundName[] = []
  for (const each of sorted) {
    const last = kept.at(-1)
    if (!last || each.start >= last.end) kept.push(each)
    else if (each.end > last.end) last.end = each.end
  }
  return kept
}
