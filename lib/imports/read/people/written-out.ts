import { nameWords } from "@/lib/check/names"
import { findNames } from "./names"

/** So much of a paragraph is searched. */
const LONGEST = 5000
/** Letters behind a name that are no part of it. */
const BEHIND = /,?\s(?:Esq|SC|QC|KC|OBE|MBE|CBE|PhD|JP)\.?$/

/** "D. Yovchev", "Yovchev D.", "Dimitar Y.", "Yovchev": a name that has no two whole words. */
export const isShort = (name: string): boolean =>
  !name.includes(" ") ||
  nameWords(name.replace(BEHIND, "")).filter(({ length }) => length > 1).length < 2 ||
  /^\p{Lu}(?:\.?\s?\p{Lu})?\.?\s\p{L}{2}|\s\p{Lu}\.?$/u.test(name)

/**
 * The only whole name of those given that a shorter one can stand for: a family behind or in front of the
 * initial, or a first name in front of that of the family. Null where it is none or several.
 */
export function writtenOut(name: string, names: readonly string[]): string | null {
  const words = nameWords(name.replace(BEHIND, ""))
  const letters = words.filter(({ length }) => length === 1)
  const rest = words.filter(({ length }) => length > 1)
  const [letter = ""] = letters
  if (rest.length === 0 || letters.length > 2 || !isShort(name)) return null
  const own = new Map<string, string>()
  for (const whole of names) {
    const all = isShort(whole) ? [] : nameWords(whole)
    const front = all.slice(0, -rest.length)
    const isKin =
      front.length > 0 &&
      front.length < 4 &&
      all.slice(-rest.length).join(" ") === rest.join(" ") &&
      front[0]?.startsWith(letter) === true
    // "Yevheniia M."
    const isGiven = letter !== "" && words.at(-1) === letter && all[0] === rest.join(" ")
    if (
      isKin ||
      (isGiven && all.every(({ length }) => length > 1) && all.at(-1)?.startsWith(letter))
    )
      own.set(all.join(" "), whole)
  }
  const [only, other] = own.values()
  return other === undefined ? (only ?? null) : null
}

/** The names of two words and more that paragraphs tell of. */
export const namesWritten = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => findNames(text.slice(0, LONGEST)))
    .filter(({ words }) => words > 1)
    .map(({ name }) => name)
