import { nameWords } from "@/lib/check/names"
import { plainCase } from "@/lib/check/words"
import { findNames } from "../people/names"
import type { FinishedBlock } from "../text/finished"

/** So many paragraphs in front are searched, up to so long, and so many names in one of them are a list. */
const [MOST, LONGEST, FEWEST] = [8, 500, 3]
/** So much of a list is names: between them stands no more than what everybody is. */
const SHARE = 0.3
/** Those who wrote something, or whom it was sent to, need not have met. */
const WROTE =
  /^\W*(?:(?:co-?)?authors?|by|written|edit(?:ors?|ed)|prepared|compiled|contacts?|from|to|cc|bcc|sent|presenters?|presented|slides|speakers?|interview|team|staff|contributors?|maintainers?|supervisors?)\b/i
/** "ana", "@ben", "Cem", "C.A.": words by which somebody may be called. */
const CALLED = /@?(?<![\p{L}\p{M}\p{N}])(?:(?:\p{Lu}\.){2,3}|\p{L}[\p{L}\p{M}’'-]+)/gu

/**
 * How many of the people whom a paragraph in front lists come again below it by one of their names or by their
 * initials, whatever the label of that list says: those who wrote a paper or a deck are named in front of it alone.
 */
export function comeAgain(finished: readonly FinishedBlock[]): number {
  const texts = finished.map(({ rich }) => rich.text)
  for (const [index, text] of texts.slice(0, MOST).entries()) {
    if (
      text.length > LONGEST ||
      WROTE.test(text) ||
      text.includes("@") !== /@\p{L}+\s=/u.test(text)
    )
      continue
    const people = findNames(text).filter(({ words }) => words > 1)
    const named = people.reduce((sum, { from, to }) => sum + to - from, 0)
    if (people.length < FEWEST || named < SHARE * text.length) continue
    const small = new Set(text.match(/(?<![\p{L}\p{M}])\p{Ll}{3,}/gu)?.map(plainCase))
    const said = calledIn(texts.slice(index + 1), small)
    return people.filter(({ name }) => keysOf(name).some((key) => said.has(key))).length
  }
  return 0
}

/** The words with a large letter or a sign in front; those in small letters where the list has them so too. */
function calledIn(texts: readonly string[], small: ReadonlySet<string>): ReadonlySet<string> {
  const words = texts.flatMap((text) => text.match(CALLED) ?? [])
  return new Set(
    words.flatMap((word) => {
      const key = /^(?:\p{Lu}\.)+$/u.test(word) ? word.replaceAll(".", "") : plainCase(word)
      const bare = key.replace(/^@/, "").replace(/['’]s?$/, "")
      if (/^\p{Lu}{2,4}$/u.test(word) || word.includes(".")) return [word.replaceAll(".", ""), bare]
      return /^[\p{Lu}@]/u.test(word) || small.has(bare) ? [bare] : []
    }),
  )
}

/** First and last name, and the initials: "ana", "lind", "AL". */
function keysOf(name: string): string[] {
  const words = name.split(/\s+/)
  const letters = nameWords(name).map((word) => word.charAt(0).toUpperCase())
  const ends = [words[0] ?? "", words.at(-1) ?? ""].map(plainCase)
  return [...ends, letters.join(""), `${letters[0]}${letters.at(-1)}`].filter(
    (key) => key.length > 1,
  )
}
